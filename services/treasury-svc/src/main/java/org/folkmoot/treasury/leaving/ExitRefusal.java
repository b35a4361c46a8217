// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.leaving;

import org.folkmoot.record.Hash;

/** Why nobody left. */
sealed interface ExitRefusal {
    /** The ledger refused it, for good: another try needs another id. */
    record ExitImpossible(Hash transfer, String reason, String detail) implements ExitRefusal {}

    /** The id is that of another exit of the same member, which differs first in that part. */
    record ExitDifferent(Hash transfer, String part) implements ExitRefusal {}

    /** The constitution says nothing of leaving with a share; nothing was written. */
    record ExitNotOffered(Hash community) implements ExitRefusal {}
}
