// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.spending;

/** Carries a refusal to the edge. */
final class SpendingRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SpendingRefusal refusal;

    SpendingRefused(SpendingRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    SpendingRefusal refusal() {
        return refusal;
    }
}
