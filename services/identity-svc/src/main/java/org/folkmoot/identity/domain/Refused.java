// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

/** Carries a refusal to the edge; unchecked, so that the transaction rolls back. */
public final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Refusal refusal;

    /** Takes the reason. */
    public Refused(Refusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** The reason. */
    public Refusal refusal() {
        return refusal;
    }
}
