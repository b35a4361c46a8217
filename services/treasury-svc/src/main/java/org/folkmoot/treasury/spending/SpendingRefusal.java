// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.spending;

import org.folkmoot.record.Hash;

/** Why nothing was spent. */
sealed interface SpendingRefusal {
    /** The ledger refused it, for good: another try needs another id. */
    record SpendingImpossible(Hash transfer, String reason, String detail) implements SpendingRefusal {}

    /** The id is that of something else that was spent, which differs first in that part. */
    record SpendingDifferent(Hash transfer, String part) implements SpendingRefusal {}
}
