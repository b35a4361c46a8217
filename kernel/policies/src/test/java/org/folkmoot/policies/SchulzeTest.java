// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.InvalidQuestion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchulzeTest extends DuellingContract<Schulze.Settings> {
    @Override
    protected Schulze plugin() {
        return new Schulze();
    }

    @Override
    protected List<Schulze.Settings> settings() {
        return List.of(
                with(Strength.WINNING_VOTES, Optional.empty(), Optional.empty()),
                with(Strength.MARGINS, Optional.empty(), Optional.empty()),
                with(Strength.WINNING_VOTES, Optional.of(Fraction.of(2, 1)), Optional.of(3L)));
    }

    private Schulze.Settings with(Strength strength, Optional<Fraction> majority, Optional<Long> quorum) {
        return new Schulze.Settings(
                Optional.of(strength),
                Optional.of(Unranked.LAST),
                Optional.empty(),
                majority.map(_ -> "E"),
                majority,
                quorum,
                Optional.empty(),
                Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({"4, 3, E", "5, 3, E", "6, 3, A", "7, 3, A", "3, 0, E", "4, 0, A"})
    void anOptionMustBeatTheDefaultByMajorityAndQuorum(long inFavor, long opposed, String winner) {
        var settings = with(Strength.WINNING_VOTES, Optional.of(Fraction.of(2, 1)), Optional.of(4L));

        var result = count(plugin(), settings, ranked(inFavor, "AE"), ranked(opposed, "EA"));

        assertThat(result.winners()).containsExactly(winner);
    }

    /** A share below one changes nothing about having to beat the default. */
    @ParameterizedTest
    @CsvSource({"4, 5, E", "5, 5, E", "6, 5, A"})
    void anOptionMustBeatTheDefault(long inFavor, long opposed, String winner) {
        var settings = with(Strength.WINNING_VOTES, Optional.of(Fraction.of(1, 2)), Optional.empty());

        var result = count(plugin(), settings, ranked(inFavor, "AE"), ranked(opposed, "EA"));

        assertThat(result.winners()).containsExactly(winner);
    }

    /** With a default option, of equal winning votes that with more opposition is the weaker; without, they are equal. */
    @ParameterizedTest
    @CsvSource({"true, 2", "false, 0 1 2"})
    void oppositionDecidesBetweenEqualDefeats(boolean asDebian, String best) {
        var duels = new Duels(4);
        var prefer = new long[][] {{0, 10, 3, 12}, {5, 0, 10, 12}, {10, 8, 0, 12}, {1, 1, 1, 0}};
        for (var one = 0; one < 4; one++) {
            for (var other = 0; other < 4; other++) {
                duels.add(one, other, BigInteger.valueOf(prefer[one][other]));
            }
        }
        var majority = asDebian ? Optional.of(Fraction.of(1, 1)) : Optional.<Fraction>empty();
        var settings = with(Strength.WINNING_VOTES, majority, Optional.empty());

        var ranking = plugin().ranking(duels, BigInteger.TEN, Choices.among("A", "B", "C", "E"), settings);

        assertThat(ranking.getFirst().stream().map(String::valueOf)).containsExactly(best.split(" "));
    }

    @Test
    void theDefaultIsOneOfTheOptions() {
        var settings = with(Strength.MARGINS, Optional.of(Fraction.of(1, 1)), Optional.empty());

        assertThatThrownBy(() -> plugin().checkQuestion(Choices.among("A", "B"), settings))
                .isInstanceOf(InvalidQuestion.class)
                .hasMessage("'E' must be one of the options.");
    }

    /** Example 10 of Schulze's paper: each way to measure a duel elects somebody else. */
    @ParameterizedTest
    @CsvSource({"MARGINS, A", "RATIO, B", "WINNING_VOTES, D"})
    void howStrongADuelIsDecides(Strength strength, String winner) {
        var ballots = Stream.of(
                        "6:0,1,2,3",
                        "8:0+1",
                        "8:0+2",
                        "18:0+2,3",
                        "8:0+2+3",
                        "40:1",
                        "4:2,1,3",
                        "9:2,3,0",
                        "8:2+3",
                        "14:3,0,1",
                        "11:3,1,2",
                        "4:3,2,0")
                .map(group -> group.split(":"))
                .map(group -> Choices.ranked(Long.parseLong(group[0]), group[1]))
                .toList();
        var settings = with(strength, Optional.empty(), Optional.empty());

        var result = plugin().tally(ballots, Choices.among("A", "B", "C", "D"), settings);

        assertThat(result.winners()).containsExactly(winner);
    }

    @Test
    void aRatioIsCompared() {
        var duels = new Duels(4);
        duels.add(0, 1, BigInteger.TWO);
        duels.add(1, 0, BigInteger.ONE);
        duels.add(1, 2, BigInteger.valueOf(200));
        duels.add(2, 1, BigInteger.valueOf(100));
        duels.add(2, 3, BigInteger.valueOf(199));
        duels.add(3, 2, BigInteger.valueOf(100));
        duels.add(3, 0, BigInteger.ONE);

        var twoToOne = Strength.RATIO.of(duels, 0, 1);

        assertThat(Strength.RATIO.of(duels, 1, 2)).isEqualTo(twoToOne);
        assertThat(Strength.RATIO.of(duels, 2, 3)).isLessThan(twoToOne);
        assertThat(Strength.RATIO.of(duels, 3, 0)).isGreaterThan(twoToOne);
        assertThat(Strength.RATIO.of(duels, 1, 0)).isZero();
    }
}
