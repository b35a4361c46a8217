// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

/** There are more promises than anybody adds up at once. */
public final class TooManyPromises extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int most;

    public TooManyPromises(int most) {
        super("more than " + most + " promises", null, false, false);
        this.most = most;
    }

    /** How many are added up at most. */
    public int most() {
        return most;
    }
}
