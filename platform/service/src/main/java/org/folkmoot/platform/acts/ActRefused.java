// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

/** Says no to an act. Unchecked, so that the transaction rolls back. */
public final class ActRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ActRefusal refusal;

    /** Takes the reason. */
    public ActRefused(ActRefusal refusal) {
        // Hostile acts arrive in numbers, and where in this code they were refused says nothing about them: no stack
        // trace.
        super(refusal.toString(), null, false, false);
        this.refusal = refusal;
    }

    /** The reason. */
    public ActRefusal refusal() {
        return refusal;
    }
}
