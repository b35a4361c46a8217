// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

/** Thrown when a step of a patch cannot be made. */
public final class PatchRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int step;

    PatchRefused(int step, String reason) {
        super(reason);
        this.step = step;
    }

    /** The index of the step. */
    public int step() {
        return step;
    }

    /** Why it cannot be made. */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
