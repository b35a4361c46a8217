// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

/** Carries a refusal to the edge. */
final class PayoutRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PayoutRefusal refusal;

    PayoutRefused(PayoutRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    PayoutRefusal refusal() {
        return refusal;
    }
}
