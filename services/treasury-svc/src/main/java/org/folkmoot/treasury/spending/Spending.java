// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.spending;

import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;
import org.folkmoot.treasury.domain.Leg;

/**
 * What a member signed to spend.
 *
 * @param id the name that the ledger knows it by
 * @param role the role by which it shall be done; any that has a limit for it if nothing is said
 */
record Spending(SignedAct act, Hash id, Leg leg, Optional<String> role, String memo) {
    Hash community() {
        return act.act().community();
    }
}
