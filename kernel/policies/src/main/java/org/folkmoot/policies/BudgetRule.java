// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;

/** How projects are chosen. Of equals the one with more points is first, then the cheaper one, unless equal shares say otherwise. */
public enum BudgetRule {
    /** From the most points down; what no longer fits is passed over. */
    GREEDY_SKIP,
    /** From the most points down, until one does not fit. */
    GREEDY_STOP,
    /**
     * All power has an equal part of the budget; next is the project whose supporters pay the least part of its cost
     * each, and who has less pays all that is left. Who gave a project any points supports it.
     */
    EQUAL_SHARES,
    /**
     * The same, with every part raised step by step as long as what is chosen still fits the budget, since equal
     * parts alone leave much of it unspent; at most 10,000 times.
     */
    EQUAL_SHARES_RAISED;

    boolean shares() {
        return this == EQUAL_SHARES || this == EQUAL_SHARES_RAISED;
    }

    /** How projects are chosen, in words that follow "chosen". */
    String words(BigInteger raisedBy) {
        return switch (this) {
            case GREEDY_SKIP -> "from the most points down, passing over what does not fit";
            case GREEDY_STOP -> "from the most points down, until one does not fit";
            case EQUAL_SHARES -> "by equal shares";
            case EQUAL_SHARES_RAISED -> "by equal shares, which were raised by " + raisedBy + " each";
        };
    }
}
