// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import org.folkmoot.record.Hash;

/** Why a payment was not made. */
sealed interface PaymentRefusal {
    /** The ledger refused it, for good: another try needs another id. */
    record PaymentImpossible(Hash transfer, String reason, String detail) implements PaymentRefusal {}

    /** The id is that of another payment, which differs first in that part. */
    record PaymentDifferent(Hash transfer, String part) implements PaymentRefusal {}

    /** Too many wait already; nothing was written. */
    record Busy() implements PaymentRefusal {}
}
