// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.policies.Choices.among;
import static org.folkmoot.policies.Choices.ranked;

import org.folkmoot.policies.RankedChoice.Mode;
import org.junit.jupiter.api.Test;

/** Options that are never elected, such as undeclared write-ins. */
class NeverWinsTest {
    @Test
    void whoNeverWinsHasNoPlaceInTheOrderOfCandidates() {
        var result = new RankedRuns()
                .neverWins("D")
                .tie(RankedTieBreak.USE_CANDIDATE_ORDER)
                .count(among("A", "B", "C", "D"), ranked(2, "0"), ranked(2, "1"));

        // C and D hold nothing; of those who are in the order C is the last.
        assertThat(result.rounds().getFirst().eliminated()).containsExactly("C");
    }

    @Test
    void theCountEndsWhenAllWhoMayWinAreElected() {
        var result = new RankedRuns()
                .mode(Mode.MULTI_WINNER_ALLOW_MULTIPLE_WINNERS_PER_ROUND, 4)
                .neverWins("C")
                .count(among("A", "B", "C"), ranked(9, "0,2"), ranked(4, "1"));

        assertThat(result.winners()).containsExactly("A", "B");
        assertThat(result.rounds()).hasSize(1);
    }
}
