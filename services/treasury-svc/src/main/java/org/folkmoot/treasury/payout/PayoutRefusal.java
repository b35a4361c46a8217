// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import org.folkmoot.record.Hash;

/** Why there is nothing to show. */
sealed interface PayoutRefusal {
    /** Nothing of that name was ordered. */
    record PayoutUnknown(Hash community, Hash payout) implements PayoutRefusal {}

    /** It has ended, so there is nothing to pay any more: an order that is given out late could be paid twice. */
    record PayoutEnded(Hash payout, String state) implements PayoutRefusal {}

    /** It cannot be written as an order, such as when no bank account of the community was known. */
    record OrderImpossible(String detail) implements PayoutRefusal {}
}
