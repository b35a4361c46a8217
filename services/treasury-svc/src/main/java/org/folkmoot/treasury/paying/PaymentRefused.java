// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

/** Carries a refusal to the edge. */
final class PaymentRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient PaymentRefusal refusal;

    PaymentRefused(PaymentRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    PaymentRefusal refusal() {
        return refusal;
    }
}
