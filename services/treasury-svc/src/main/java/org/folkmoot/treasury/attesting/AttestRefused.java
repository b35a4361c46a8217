// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

/** Carries a refusal to the edge. */
final class AttestRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient AttestRefusal refusal;

    AttestRefused(AttestRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    AttestRefusal refusal() {
        return refusal;
    }
}
