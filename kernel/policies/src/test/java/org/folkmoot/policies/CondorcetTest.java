// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.policy.Counted;
import org.junit.jupiter.api.Test;

class CondorcetTest extends DuellingContract<Condorcet.Settings> {
    @Override
    protected Condorcet plugin() {
        return new Condorcet();
    }

    @Override
    protected List<Condorcet.Settings> settings() {
        return List.of(with(TieRule.NOBODY), with(TieRule.ORDER));
    }

    private Condorcet.Settings with(TieRule tie) {
        return new Condorcet.Settings(Optional.empty(), Optional.empty(), Optional.of(tie), Optional.empty());
    }

    @Test
    void nobodyWinsACircle() {
        var circle = new Counted[] {ranked(1, "ABC"), ranked(1, "BCA"), ranked(1, "CAB")};

        var result = count(plugin(), with(TieRule.NOBODY), circle);

        assertThat(result.winners()).isEmpty();
        assertThat(result.rounds().getFirst().words())
                .isEqualTo("Ranking: A = B = C, D = E. Tied: A, B, C. None of them wins.");
    }

    @Test
    void theDuelsAreShown() {
        var result = count(plugin(), with(TieRule.NOBODY), ranked(2, "ABCDE"), ranked(1, "CBADE"));

        assertThat(result.rounds().getFirst().duels())
                .containsEntry("B", Choices.powers("A 1, C 2, D 3, E 3"))
                .containsEntry("E", Choices.powers("A 0, B 0, C 0, D 0"));
    }

    @Test
    void moreDuelsThanALiveCountCouldShowAreLeftOut() {
        var many =
                Choices.among(IntStream.range(0, 33).mapToObj(Integer::toString).toArray(String[]::new));
        var first = new Counted(List.of(List.of(0L)), 1, BigInteger.ONE);

        var result = plugin().tally(List.of(first), many, with(TieRule.NOBODY));

        assertThat(result.winners()).containsExactly("0");
        assertThat(result.rounds().getFirst().duels()).isEmpty();
    }
}
