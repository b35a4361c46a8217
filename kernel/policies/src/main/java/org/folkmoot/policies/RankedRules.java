// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import org.folkmoot.policies.RankedChoice.Mode;

/** What follows from the mode of a count of rankings and the number of seats. */
record RankedRules(Mode mode, long seats) {
    /** How many each count elects: in a sequence one, and where a percentage decides, as many as hold it. */
    long winners() {
        return switch (mode) {
            case SINGLE_WINNER_MAJORITY, MULTI_PASS_IRV -> 1;
            case BOTTOMS_UP_USING_PERCENTAGE_THRESHOLD -> 0;
            case MULTI_WINNER_ALLOW_ONLY_ONE_WINNER_PER_ROUND,
                    MULTI_WINNER_ALLOW_MULTIPLE_WINNERS_PER_ROUND,
                    BOTTOMS_UP -> seats;
        };
    }

    /** How many counts there are. */
    long passes() {
        return mode == Mode.MULTI_PASS_IRV ? seats : 1;
    }

    /** Whether what a winner has above the threshold moves on. */
    boolean movesSurpluses() {
        return winners() > 1 && mode != Mode.BOTTOMS_UP;
    }

    boolean byPercentage() {
        return mode == Mode.BOTTOMS_UP_USING_PERCENTAGE_THRESHOLD;
    }

    /**
     * Refuses rules that a mode does not have.
     *
     * @param ofOne whether a rule is asked for that only a count has that elects one
     * @param cutoff whether all below the percentage go out at once
     * @param percentage whether there is one
     */
    void check(boolean ofOne, boolean cutoff, boolean percentage) {
        if (mode == Mode.SINGLE_WINNER_MAJORITY && seats != 1) {
            throw new IllegalArgumentException("single-winner-majority has one winner");
        }
        if (winners() != 1 && ofOne) {
            throw new IllegalArgumentException("batchElimination, continueUntilTwoCandidatesRemain and"
                    + " firstRoundDeterminesThreshold are rules of a count that elects one");
        }
        if (cutoff && !byPercentage()) {
            throw new IllegalArgumentException("cutoffElimination is a rule of bottoms-up-using-percentage-threshold");
        }
        if (percentage != byPercentage()) {
            throw new IllegalArgumentException(
                    "percentageThreshold is given with bottoms-up-using-percentage-threshold and only then");
        }
    }
}
