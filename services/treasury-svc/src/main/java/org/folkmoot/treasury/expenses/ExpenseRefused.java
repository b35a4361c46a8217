// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.expenses;

/** Carries a refusal to the edge. */
final class ExpenseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ExpenseRefusal refusal;

    ExpenseRefused(ExpenseRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    ExpenseRefusal refusal() {
        return refusal;
    }
}
