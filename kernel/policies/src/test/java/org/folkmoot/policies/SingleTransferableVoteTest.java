// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policies.InstantRunoff.TieBreak;
import org.folkmoot.policies.SingleTransferableVote.Quota;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SingleTransferableVoteTest extends DuellingContract<SingleTransferableVote.Settings> {
    @Override
    protected SingleTransferableVote plugin() {
        return new SingleTransferableVote();
    }

    @Override
    protected List<SingleTransferableVote.Settings> settings() {
        return List.of(
                with(1, Quota.DROOP, false, TieBreak.PREVIOUS_ROUNDS),
                with(2, Quota.DROOP, true, TieBreak.ORDER),
                with(3, Quota.HAGENBACH_BISCHOFF, true, TieBreak.REVERSE_ORDER),
                with(2, Quota.HARE, false, TieBreak.ORDER));
    }

    private SingleTransferableVote.Settings with(long seats, Quota quota, boolean exact, TieBreak tie) {
        return new SingleTransferableVote.Settings(
                seats, Optional.of(quota), Optional.of(1L), Optional.of(exact), Optional.of(tie), Optional.empty());
    }

    @Override
    protected List<Object> invalidChoices() {
        return Stream.concat(super.invalidChoices().stream(), Stream.of(List.of(List.of(1L, 2L))))
                .toList();
    }

    // Nothing of that holds where there are several seats.
    @Override
    @Test
    void electsWhoBeatsEveryOther() {
        var ballots = new Counted[] {ranked(4, "A"), ranked(3, "CB"), ranked(2, "BC")};

        assertThat(count(plugin(), settings().getFirst(), ballots).winners()).containsExactly("C");
    }

    @Test
    void whatIsAboveTheQuotaMovesOnAtALowerValue() {
        var ballots = new Counted[] {ranked(7, "AB"), ranked(2, "C"), ranked(1, "B")};

        var truncated = count(plugin(), with(2, Quota.DROOP, false, TieBreak.ORDER), ballots);
        var exact = count(plugin(), with(2, Quota.DROOP, true, TieBreak.ORDER), ballots);

        // The quota is 4: seven ballots move at 3/7, which is 0.4 where one decimal is kept.
        assertThat(truncated.rounds().get(1).tally()).isEqualTo(Choices.powers("A 40, B 38, C 20, D 0, E 0"));
        assertThat(truncated.rounds().get(1).inactive()).isEqualTo(Choices.powers("nonTransferable 2"));
        assertThat(truncated.rounds().get(1).transfers())
                .isEqualTo(Map.of("A", Choices.powers("B 28, nonTransferable 2")));
        assertThat(exact.rounds().get(1).tally()).isEqualTo(Choices.powers("A 40, B 40, C 20, D 0, E 0"));
        assertThat(exact.rounds().get(1).transfers()).isEqualTo(Map.of("A", Choices.powers("B 30")));
        assertThat(exact.winners()).containsExactly("A", "B");
    }

    /** B and C are level, and were before. */
    @Test
    void whoGoesOutOfThoseWhoAreLevelIsSaid() {
        var ballots = new Counted[] {ranked(4, "A"), ranked(2, "BA"), ranked(2, "C"), ranked(3, "D"), ranked(3, "E")};

        var second = count(plugin(), with(2, Quota.DROOP, false, TieBreak.PREVIOUS_ROUNDS), ballots)
                .rounds()
                .get(1);

        assertThat(second.words())
                .isEqualTo("Tied: B, C. By the previous rounds, then the order of the options: C goes out.");
        assertThat(second.transfers()).isEqualTo(Map.of("C", Choices.powers("nonTransferable 20")));
    }

    @ParameterizedTest
    @CsvSource({"DROOP, 34", "HAGENBACH_BISCHOFF, 33", "HARE, 50"})
    void theQuotaIsWhatThePolicySays(Quota quota, long rounded) {
        var result = count(plugin(), with(2, quota, true, TieBreak.ORDER), ranked(100, "A"));

        assertThat(result.rounds().getFirst().threshold().divide(BigInteger.TEN))
                .isEqualTo(BigInteger.valueOf(rounded));
    }

    /** Of 12 votes for 2 seats: Droop's quota is 5, Hagenbach and Bischoff ask for more than 4, Hare for 6. */
    @ParameterizedTest
    @CsvSource({
        "DROOP, 4, false",
        "DROOP, 5, true",
        "DROOP, 6, true",
        "HAGENBACH_BISCHOFF, 3, false",
        "HAGENBACH_BISCHOFF, 4, false",
        "HAGENBACH_BISCHOFF, 5, true",
        "HARE, 5, false",
        "HARE, 6, true",
        "HARE, 7, true"
    })
    void whoReachesTheQuotaIsElectedAtOnce(Quota quota, long votes, boolean elected) {
        var ballots = new Counted[] {ranked(votes, "A"), ranked(12 - votes, "B")};

        var result = count(plugin(), with(2, quota, true, TieBreak.ORDER), ballots);

        assertThat(result.rounds().getFirst().elected().contains("A")).isEqualTo(elected);
    }

    /** The example of the CPO-STV article: A holds exactly the quota of 25 that was stated, and is elected. */
    @Test
    void whoReachesAStatedQuotaIsElected() {
        var ballots = List.of(
                ranked(25, "A"),
                ranked(34, "CBD"),
                ranked(7, "BD"),
                ranked(8, "DB"),
                ranked(5, "DE"),
                ranked(21, "ED"));

        var counted = new SingleTransferableVote()
                .exact(ballots, FIVE, with(3, Quota.DROOP, true, TieBreak.PREVIOUS_ROUNDS), Fraction.of(25, 1));

        assertThat(counted.result().winners()).containsExactly("C", "A", "E");
        assertThat(counted.votes().stream().map(votes -> votes.get(4).floor()))
                .containsExactly(BigInteger.valueOf(21), BigInteger.valueOf(21), BigInteger.valueOf(26));
    }
}
