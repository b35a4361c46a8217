// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import org.folkmoot.record.Hash;

/** Why what a member signed about an escrow was not done, or why there is nothing to show. */
sealed interface SaidRefusal {
    /** Nothing is kept under that name. */
    record EscrowUnknown(Hash community, Hash escrow) implements SaidRefusal {}

    /** It is not for this member to say. */
    record MayNotSign(Hash escrow, String reason, String detail) implements SaidRefusal {}

    /** The rules or the ledger are against it; a refused withdrawal is refused for good, and another try needs another id. */
    record EscrowImpossible(Hash escrow, String reason, String detail) implements SaidRefusal {}

    /** The id is that of another withdrawal, which differs first in that part. */
    record WithdrawalDifferent(Hash withdrawal, String part) implements SaidRefusal {}
}
