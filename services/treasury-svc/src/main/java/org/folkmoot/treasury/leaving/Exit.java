// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.leaving;

import java.util.List;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.record.SignedAct;

/**
 * What a member signed to give back.
 *
 * @param id the name that the ledger knows it by
 * @param assets what shall be paid out; all that is shared if nothing is said
 */
record Exit(SignedAct act, Hash id, String units, Optional<List<String>> assets) {
    Hash community() {
        return act.act().community();
    }
}
