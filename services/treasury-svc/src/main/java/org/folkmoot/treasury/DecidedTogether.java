// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Refusal;

/** A feature that does its part of what is enacted together. What it moves is known before anything is moved. */
public interface DecidedTogether {
    /** The kinds of action that it owns. */
    Set<String> types();

    /** Whether it does what this action says, of the kinds that it owns. */
    default boolean owns(ActionJson action) {
        return types().contains(action.type());
    }

    /**
     * Looks at its parts of one enactment, each as it stands after those before it, and changes nothing yet. The caller has
     * the ledger.
     */
    List<Part> plan(List<EnactmentDueV1> parts);

    /** One of its actions. Once in effect, either it is done or it is refused; that is its outcome for good. */
    interface Part {
        /** Its outcome, if it was asked before. */
        default Optional<Done> earlier() {
            return Optional.empty();
        }

        /** Why it cannot be done. */
        default Optional<Refusal> fault() {
            return Optional.empty();
        }

        /** What the ledger moves for it; nothing if nothing is moved. */
        default Optional<Order> order() {
            return Optional.empty();
        }

        /** Does it, after the ledger has moved what it moves. */
        Done done();

        /** Writes down that it is not done, and why. */
        Done refused(Refusal why);
    }
}
