// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.util.Set;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.treasury.domain.Done;

/** A feature that does what passed proposals ask of it, where that is more than an order to the ledger. */
public interface DecidedElsewhere {
    /** The kinds of action that it owns. */
    Set<String> types();

    /** Whether it does what this action says, of the kinds that it owns. */
    default boolean owns(ActionJson action) {
        return types().contains(action.type());
    }

    /** Reads it, and refuses what was never accepted as an action with {@link IllegalArgumentException} or worse. */
    void check(EnactmentDueV1 due);

    /** Does what is due, in the caller's transaction and once, however often it is asked; what became of it is final. */
    Done enact(EnactmentDueV1 due);
}
