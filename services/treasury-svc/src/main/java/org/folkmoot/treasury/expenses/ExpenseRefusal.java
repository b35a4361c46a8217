// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.expenses;

import org.folkmoot.record.Hash;

/** Why nothing was claimed, approved or refused, or why there is nothing to show. */
sealed interface ExpenseRefusal {
    /** There is no such claim. */
    record ExpenseUnknown(Hash community, Hash expense) implements ExpenseRefusal {}

    /** The constitution does not pay that back. */
    record ExpenseNotCovered(String reason, String detail) implements ExpenseRefusal {}

    /** It is not for this member to say. */
    record MayNotDecide(Hash expense, String reason) implements ExpenseRefusal {}

    /** It is over, was said before, or the ledger is against it; nothing was written. */
    record ExpenseImpossible(Hash expense, String reason, String detail) implements ExpenseRefusal {}

    /** The id is that of another claim, which differs first in that part. */
    record ExpenseDifferent(Hash expense, String part) implements ExpenseRefusal {}
}
