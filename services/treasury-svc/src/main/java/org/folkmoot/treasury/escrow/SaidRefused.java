// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.escrow.EscrowRefusal;

/** Carries a refusal to the edge. */
final class SaidRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient SaidRefusal refusal;

    SaidRefused(SaidRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** Says that it is not for this member to say. */
    static SaidRefused mayNot(Hash escrow, EscrowRefusal why) {
        return new SaidRefused(new SaidRefusal.MayNotSign(escrow, why.reason(), why.detail()));
    }

    /** Says that the rules are against it. */
    static SaidRefused impossible(Hash escrow, EscrowRefusal why) {
        return new SaidRefused(new SaidRefusal.EscrowImpossible(escrow, why.reason(), why.detail()));
    }

    SaidRefusal refusal() {
        return refusal;
    }
}
