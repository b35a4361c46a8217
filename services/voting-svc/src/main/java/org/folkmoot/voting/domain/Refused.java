// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

/** Carries a refusal to the edge; unchecked, so that a transaction rolls back. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    /** Wraps a refusal. */
    public Refused(Refusal refusal) {
        // No stack trace: this is an answer, and on the hot path a frequent one.
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** The refusal that is answered. */
    public Refusal refusal() {
        return refusal;
    }
}
