// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

/** Says that a voting method cannot be used for a question, and why. */
public final class InvalidQuestion extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Makes one with the reason that the author of the question reads. */
    public InvalidQuestion(String reason) {
        super(reason, null, false, false);
    }

    /** The reason, as a sentence for the author of the question. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
