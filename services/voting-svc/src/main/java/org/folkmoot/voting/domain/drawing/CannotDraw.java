// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain.drawing;

/** Says that nobody can be drawn as an action asks; thrown before anything is written. */
public final class CannotDraw extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String reason;
    private final String detail;

    /** Takes the reason in one word of kebab-case, and as a sentence. */
    public CannotDraw(String reason, String detail) {
        super(detail, null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    /** The reason in one word. */
    public String reason() {
        return reason;
    }

    /** The reason as a sentence. */
    public String detail() {
        return detail;
    }
}
