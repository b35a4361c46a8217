// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

/** Says that a ballot's choice is not one that the poll's method can count, and why. */
public final class InvalidChoice extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Makes one with the reason that the voter reads. */
    public InvalidChoice(String reason) {
        // No stack trace: this is an answer to a voter on the hot path, not a fault of ours.
        super(reason, null, false, false);
    }

    /** The reason, as a sentence for the voter. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
