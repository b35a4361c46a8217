// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.domain;

/** Says that an action cannot take effect; thrown before anything is changed. */
public final class CannotEnact extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Outcome.Failed failed;

    /** Takes the reason in one word, and as a sentence. */
    public CannotEnact(String reason, String detail) {
        super(detail, null, false, false);
        this.failed = new Outcome.Failed(reason, detail);
    }

    /** What to answer. */
    public Outcome.Failed failed() {
        return failed;
    }
}
