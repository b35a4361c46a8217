// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sessions;

/** Carries a refusal to the edge. */
public final class SessionRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient SessionRefusal refusal;

    /** Takes the reason. */
    public SessionRefused(SessionRefusal refusal) {
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** The reason. */
    public SessionRefusal refusal() {
        return refusal;
    }
}
