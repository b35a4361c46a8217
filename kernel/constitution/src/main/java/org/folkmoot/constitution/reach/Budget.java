// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

/** How much work one answer may cost, counted and not timed, so that the same question always has the same answer. */
public final class Budget {
    private long left;

    /** A budget of so many steps, each of which works on one row of numbers. */
    public Budget(long steps) {
        left = steps;
    }

    boolean spend(long steps) {
        left -= steps;
        return left >= 0;
    }

    boolean spent() {
        return left < 0;
    }
}
