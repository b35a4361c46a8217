// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

/** Who goes out, or wins, when options are tied in a count of rankings. */
public enum RankedTieBreak {
    /** Of the order of candidates the last goes out and the first wins. */
    USE_CANDIDATE_ORDER,
    /** The same with the names put in order, then shuffled by the seed. */
    GENERATE_PERMUTATION,
    /** A draw by the seed among the names in their order. */
    RANDOM,
    /** Who differed last in an earlier round, then the order of candidates. */
    PREVIOUS_ROUND_COUNTS,
    /** Who differed last in an earlier round, then a draw by the seed. */
    PREVIOUS_ROUND_COUNTS_THEN_RANDOM;

    boolean draws() {
        return this == GENERATE_PERMUTATION || this == RANDOM || this == PREVIOUS_ROUND_COUNTS_THEN_RANDOM;
    }
}
