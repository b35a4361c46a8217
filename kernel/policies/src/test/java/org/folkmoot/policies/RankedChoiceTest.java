// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.folkmoot.policies.Choices.among;
import static org.folkmoot.policies.Choices.powers;
import static org.folkmoot.policies.Choices.ranked;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.folkmoot.policies.InstantRunoff.OvervoteRule;
import org.folkmoot.policies.InstantRunoff.TieBreak;
import org.folkmoot.policies.RankedChoice.Mode;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class RankedChoiceTest {
    private static final Question ABC = among("A", "B", "C");

    @RepeatedTest(value = 300, name = "countsOneSeatAsInstantRunoffDoes, seed {currentRepetition}")
    void countsOneSeatAsInstantRunoffDoes(RepetitionInfo seed) {
        var random = new Random(seed.getCurrentRepetition());
        var question = among("A", "B", "C", "D", "E");
        var overvotes = OvervoteRule.values()[random.nextInt(3)];
        var skips = random.nextInt(3);
        var batch = random.nextBoolean();
        var untilTwo = random.nextBoolean();
        var ballots = Stream.generate(() -> ballot(random))
                .limit(1 + random.nextInt(30))
                .toList();
        var simple = new Choices.With()
                .overvoteRule(overvotes)
                .maxSkipped(skips)
                .batch(batch)
                .untilTwo(untilTwo)
                .tieBreak(TieBreak.ORDER);
        var whole = new RankedRuns()
                .overvotes(overvotes)
                .maxSkipped(skips)
                .batch(batch)
                .untilTwo(untilTwo)
                .tie(RankedTieBreak.USE_CANDIDATE_ORDER);

        var one = new InstantRunoff().tally(ballots, question, simple.settings());
        var other = new RankedChoice().tally(ballots, question, whole.settings());

        assertThat(other.winners()).isEqualTo(one.winners());
        assertThat(other.rounds().stream().map(round -> round.tally()))
                .isEqualTo(one.rounds().stream().map(round -> round.tally()).toList());
        assertThat(other.rounds().stream().map(round -> round.inactive()))
                .isEqualTo(one.rounds().stream().map(round -> round.inactive()).toList());
        assertThat(other.rounds().stream().map(round -> round.threshold()))
                .isEqualTo(one.rounds().stream().map(round -> round.threshold()).toList());
    }

    private static Counted ballot(Random random) {
        var ranks = Stream.generate(() -> {
                    long option = random.nextInt(5);
                    return random.nextInt(6) == 0 ? List.of(option, (option + 1) % 5) : List.of(option);
                })
                .limit(1 + random.nextInt(5))
                .toList();
        return new Counted(ranks, 1, BigInteger.valueOf(1 + random.nextInt(5)));
    }

    @Test
    void aSurplusMovesOnInTruncatedParts() {
        // The threshold is ⌊15/3⌋ + 1 = 6: of A's 9 votes 3 move, each at ⌊3/9⌋ of four places.
        var result = new RankedRuns()
                .mode(Mode.MULTI_WINNER_ALLOW_MULTIPLE_WINNERS_PER_ROUND, 2)
                .count(ABC, ranked(9, "0,1"), ranked(4, "1"), ranked(2, "2"));

        assertThat(result.rounds().getFirst().threshold()).isEqualTo(60_000);
        assertThat(result.rounds().getFirst().transfers().get("A"))
                .isEqualTo(Map.of("B", BigInteger.valueOf(29_997), RankedPiles.RESIDUAL, BigInteger.valueOf(3)));
        assertThat(result.winners()).containsExactly("A", "B");
    }

    @Test
    void onlyTheStrongestIsElectedInARoundWhereOnlyOneMayBe() {
        var result = new RankedRuns()
                .mode(Mode.MULTI_WINNER_ALLOW_ONLY_ONE_WINNER_PER_ROUND, 2)
                .count(ABC, ranked(9, "0"), ranked(8, "1"), ranked(2, "2"));

        assertThat(result.rounds().stream().map(round -> round.elected()))
                .containsExactly(List.of("A"), List.of("B"), List.of());
    }

    @Test
    void bottomsUpElectsWhoeverIsLeft() {
        var result =
                new RankedRuns().mode(Mode.BOTTOMS_UP, 2).count(ABC, ranked(9, "0"), ranked(3, "1"), ranked(2, "2,1"));

        assertThat(result.rounds()).hasSize(2);
        assertThat(result.winners()).containsExactly("A", "B");
        assertThat(result.rounds().getLast().tally()).isEqualTo(powers("A 9, B 5"));
    }

    @Test
    void aPercentageIsReachedExactly() {
        // 3 of 20 are 15 %; of 21 they are not.
        var fifteen = new RankedRuns().percentage(Fraction.of(15, 100));

        assertThat(fifteen.count(ABC, ranked(10, "0"), ranked(7, "1"), ranked(3, "2"))
                        .winners())
                .containsExactly("A", "B", "C");
        assertThat(fifteen.count(ABC, ranked(11, "0"), ranked(7, "1"), ranked(3, "2"))
                        .winners())
                .containsExactly("A", "B");
    }

    @Test
    void eachPassLeavesOutWhoWasElectedBefore() {
        var passes = new RankedChoice()
                .passes(
                        List.of(ranked(5, "0,1"), ranked(3, "2"), ranked(1, "1")),
                        ABC,
                        new RankedRuns().mode(Mode.MULTI_PASS_IRV, 2).settings());

        assertThat(passes.each().stream().map(pass -> pass.winners())).containsExactly(List.of("A"), List.of("B"));
        assertThat(passes.each().getLast().rounds().getFirst().tally()).isEqualTo(powers("B 6, C 3"));
    }

    @Test
    void whoHasLessThanTheMinimumGoesOutAtOnce() {
        var result = new RankedRuns().minimum(3).count(ABC, ranked(4, "0"), ranked(3, "1"), ranked(2, "2,1"));

        assertThat(result.rounds().getFirst().eliminated()).containsExactly("C");
        assertThat(result.winners()).containsExactly("B");
    }

    @Test
    void theThresholdOfTheFirstRoundCanStay() {
        var ballots = new Counted[] {ranked(4, "0"), ranked(3, "1"), ranked(2, "2")};

        assertThat(new RankedRuns()
                        .firstRound()
                        .count(ABC, ballots)
                        .rounds()
                        .getLast()
                        .threshold())
                .isEqualTo(5);
        assertThat(new RankedRuns().count(ABC, ballots).rounds().getLast().threshold())
                .isEqualTo(4);
    }

    @Test
    void whoIsExcludedIsPassedOver() {
        var result = new RankedRuns().excluded("A").count(ABC, ranked(4, "0,1"), ranked(3, "2"));

        assertThat(result.rounds().getFirst().tally()).isEqualTo(powers("B 4, C 3"));
        assertThat(result.winners()).containsExactly("B");
    }

    /** What a quorum compares with the roll is power, also where votes have parts and some are lost in rounding. */
    @Test
    void ballotsArePowerAlsoWhereVotesAreDivided() {
        var result = new RankedRuns()
                .mode(Mode.MULTI_WINNER_ALLOW_MULTIPLE_WINNERS_PER_ROUND, 2)
                .count(ABC, ranked(7, "0,1"), ranked(3, "2"), ranked(2, ""));

        assertThat(result.counts())
                .containsEntry("ballots", BigInteger.valueOf(12))
                .containsEntry("blank", BigInteger.TWO)
                .containsEntry("winner", BigInteger.valueOf(3_0000));
    }

    @Test
    void stopsEarlyWithoutAWinner() {
        var result = new RankedRuns().stop(1).count(ABC, ranked(3, "0"), ranked(3, "1"), ranked(2, "2"));

        assertThat(result.winners()).isEmpty();
        assertThat(result.rounds().getFirst().transfers()).isEmpty();
    }

    @Test
    void aDrawFollowsFromTheSeed() {
        var ballots = new Counted[] {ranked(3, "0"), ranked(3, "1"), ranked(3, "2")};

        var out = Stream.of(0L, 1L, 2L, 3L)
                .map(seed -> new RankedRuns()
                        .tie(RankedTieBreak.RANDOM)
                        .seed(seed)
                        .count(ABC, ballots)
                        .rounds()
                        .getFirst()
                        .eliminated()
                        .getFirst());

        // As java.util.Random gives them: ⌊3 · nextDouble()⌋ for these seeds.
        assertThat(out)
                .containsExactlyElementsOf(Stream.of(0L, 1L, 2L, 3L)
                        .map(seed -> List.of("A", "B", "C").get((int) (new Random(seed).nextDouble() * 3)))
                        .toList());
    }

    @Test
    void refusesRulesThatTheModeDoesNotHave() {
        assertThatThrownBy(() ->
                        new RankedRuns().mode(Mode.BOTTOMS_UP, 2).batch(true).settings())
                .hasMessageContaining("elects one");
        assertThatThrownBy(() -> new RankedRuns().cutoff().settings()).hasMessageContaining("cutoffElimination");
        assertThatThrownBy(() ->
                        new RankedRuns().mode(Mode.SINGLE_WINNER_MAJORITY, 2).settings())
                .hasMessageContaining("one winner");
        assertThatThrownBy(() -> new RankedRuns().tie(RankedTieBreak.RANDOM).settings())
                .hasMessageContaining("needs a seed");
        assertThatThrownBy(() -> new RankedRuns().excluded("D").count(ABC)).isInstanceOf(InvalidQuestion.class);
    }
}
