// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;
import org.folkmoot.policy.testkit.VotingMethodContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The methods that give each option a score from what ballots say about it alone. */
class ChoosingMethodsTest {
    private static final Question FOUR = Choices.among("A", "B", "C", "D");
    private static final List<Object> NO_MAPS = List.of(
            "0",
            0L,
            true,
            List.of(),
            List.of(0L),
            Map.of("4", 1L),
            Map.of("-1", 1L),
            Map.of("00", 1L),
            Map.of("A", 1L),
            Map.of("0", -1L),
            Map.of("0", "1.5"),
            Map.of("0", List.of()));

    abstract static class Choosing<S extends Record> extends VotingMethodContract<S> {
        @Override
        protected Question question() {
            return FOUR;
        }

        @Test
        void refusesAQuestionWithoutAChoice() {
            for (var options : List.of(List.<String>of(), List.of("A"), List.of("A", "A"))) {
                assertThatThrownBy(() -> plugin().checkQuestion(
                                        new Question("Which one?", options),
                                        settings().getFirst()))
                        .isInstanceOf(InvalidQuestion.class);
            }
        }
    }

    @Nested
    class SingleChoices extends Choosing<SingleChoice.Settings> {
        @Override
        protected SingleChoice plugin() {
            return new SingleChoice();
        }

        @Override
        protected List<SingleChoice.Settings> settings() {
            return List.of(
                    with(1, TieRule.ORDER, ""),
                    with(2, TieRule.LOT, "seed"),
                    with(2, TieRule.ALL, ""),
                    with(3, TieRule.NOBODY, ""));
        }

        private SingleChoice.Settings with(long seats, TieRule tie, String seed) {
            return new SingleChoice.Settings(
                    Optional.of(seats), Optional.of(tie), Optional.of(seed).filter(text -> !text.isEmpty()));
        }

        @Override
        protected Object choice(Random random, SingleChoice.Settings settings) {
            return (long) random.nextInt(4);
        }

        @Override
        protected List<Object> invalidChoices() {
            return List.of("A", "0", -1L, 4L, (1L << 32) + 1, List.of(0L), Map.of("0", 1L), true);
        }

        @Test
        void aTieIsDecidedAsThePolicySays() {
            var ballots = new Counted[] {one(3L, 5), one(2L, 7), one(0L, 5), one(1L, 5)};

            assertThat(count(plugin(), with(2, TieRule.ORDER, ""), ballots).winners())
                    .containsExactly("C", "A");
            assertThat(count(plugin(), with(2, TieRule.ALL, ""), ballots).winners())
                    .containsExactly("C", "A", "B", "D");
            assertThat(count(plugin(), with(2, TieRule.NOBODY, ""), ballots).winners())
                    .containsExactly("C");
            assertThat(count(plugin(), with(2, TieRule.LOT, "x"), ballots).winners())
                    .containsExactly("C", "B");
            assertThat(count(plugin(), with(4, TieRule.NOBODY, ""), ballots).winners())
                    .containsExactly("C", "A", "B", "D");
        }

        @Test
        void whoHasNothingNeverWins() {
            var result = count(plugin(), with(3, TieRule.ORDER, ""), one(2L, 7), one(0L, 0));

            assertThat(result.winners()).containsExactly("C");
            assertThat(result.counts()).isEqualTo(Choices.powers("ballots 7, blank 0, total 7, winner 7"));
            assertThat(result.words()).isEqualTo("The winner is C with 7.");
        }
    }

    @Nested
    class Approvals extends Choosing<Approval.Settings> {
        @Override
        protected Approval plugin() {
            return new Approval();
        }

        @Override
        protected List<Approval.Settings> settings() {
            return List.of(with(4, 1), with(2, 2));
        }

        private Approval.Settings with(long most, long seats) {
            return new Approval.Settings(Optional.of(most), Optional.of(seats), Optional.empty(), Optional.empty());
        }

        @Override
        protected Object choice(Random random, Approval.Settings settings) {
            return some(random).limit(settings.most().orElseThrow()).boxed().toList();
        }

        @Override
        protected List<Object> invalidChoices() {
            return List.of(
                    "A",
                    0L,
                    Map.of("0", 1L),
                    List.of("0"),
                    List.of(4L),
                    List.of(-1L),
                    List.of(1L, 1L),
                    List.of(List.of(0L)));
        }

        @Test
        void anEmptyListIsBlank() {
            var result = count(plugin(), with(4, 1), one(List.of(), 3), one(List.of(0L, 2L), 2), one(List.of(2L), 1));

            assertThat(result.counts()).isEqualTo(Choices.powers("ballots 6, blank 3, total 5, winner 3"));
            assertThat(result.winners()).containsExactly("C");
        }

        @Test
        void noMoreThanThePolicyAllows() {
            plugin().check(List.of(0L, 1L), FOUR, with(2, 1));

            assertThatThrownBy(() -> plugin().check(List.of(0L, 1L, 2L), FOUR, with(2, 1)))
                    .hasMessage("The choice names 3 options; at most 2 may be.");
        }
    }

    @Nested
    class Scores extends Choosing<Score.Settings> {
        @Override
        protected Score plugin() {
            return new Score();
        }

        @Override
        protected List<Score.Settings> settings() {
            return List.of(
                    new Score.Settings(
                            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
                    new Score.Settings(
                            Optional.of(10L), Optional.of(10L), Optional.of(2L), Optional.empty(), Optional.empty()));
        }

        @Override
        protected Object choice(Random random, Score.Settings settings) {
            return weights(some(random).limit(2), random, 6);
        }

        @Override
        protected List<Object> invalidChoices() {
            return Stream.concat(NO_MAPS.stream(), Stream.of(Map.of("0", 11L), Map.of("0", "1")))
                    .toList();
        }

        @Test
        void addsScoresTimesPower() {
            var result =
                    count(plugin(), settings().getFirst(), one(Map.of("0", 5L, "1", 4L), 2), one(Map.of("1", 3L), 1));

            assertThat(result.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 10, B 11, C 0, D 0"));
            assertThat(result.winners()).containsExactly("B");
        }

        @Test
        void aBudgetBoundsWhatIsHandedOut() {
            var dots = settings().getLast();
            plugin().check(Map.of("0", 6L, "1", 4L), FOUR, dots);

            assertThatThrownBy(() -> plugin().check(Map.of("0", 7L, "1", 4L), FOUR, dots))
                    .hasMessage("The scores add up to 11; at most 10 may be given.");
        }
    }

    @Nested
    class Weighting extends Choosing<Weighted.Settings> {
        @Override
        protected Weighted plugin() {
            return new Weighted();
        }

        @Override
        protected List<Weighted.Settings> settings() {
            return List.of(with(0), with(18));
        }

        private Weighted.Settings with(long decimals) {
            return new Weighted.Settings(Optional.of(decimals), Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        protected Object choice(Random random, Weighted.Settings settings) {
            return weights(some(random), random, 20);
        }

        @Override
        protected List<Object> invalidChoices() {
            return Stream.concat(NO_MAPS.stream(), Stream.of(Map.of(), Map.of("0", 0L), Map.of("0", 10_001L)))
                    .toList();
        }

        @Test
        void allThePowerIsSharedOut() {
            var thirds = Map.of("0", 1L, "1", 1L, "2", 1L);

            var whole = count(plugin(), with(0), one(thirds, 100));
            var exact = count(plugin(), with(2), one(thirds, 100));

            assertThat(whole.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 34, B 33, C 33, D 0"));
            assertThat(exact.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 3334, B 3333, C 3333, D 0"));
            assertThat(exact.words()).isEqualTo("The winner is A with 33.34.");
        }
    }

    @Nested
    class Quadratics extends Choosing<Quadratic.Settings> {
        @Override
        protected Quadratic plugin() {
            return new Quadratic();
        }

        @Override
        protected List<Quadratic.Settings> settings() {
            return List.of(with(18), with(0));
        }

        private Quadratic.Settings with(long decimals) {
            return new Quadratic.Settings(Optional.of(decimals), Optional.empty(), Optional.empty(), Optional.empty());
        }

        @Override
        protected Object choice(Random random, Quadratic.Settings settings) {
            return weights(some(random), random, 20);
        }

        @Override
        protected List<Object> invalidChoices() {
            return Stream.concat(NO_MAPS.stream(), Stream.of(Map.of(), Map.of("0", 0L)))
                    .toList();
        }

        @Test
        void manyWithLittleOutweighOneWithMuch() {
            var ballots = new Counted[] {one(Map.of("0", 1L), 100), new Counted(Map.of("1", 1L), 20, big(20))};

            var result = count(plugin(), with(0), ballots);

            // 100 against 20² = 400, so a fifth and four fifths of 120
            assertThat(result.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 24, B 96, C 0, D 0"));
        }

        @Test
        void aGroupOfUnequalBallotsCannotBeCounted() {
            var uneven = new Counted(Map.of("0", 1L), 2, big(5));

            assertThatThrownBy(() -> count(plugin(), with(0), uneven))
                    .hasMessage("2 ballots with power 5 have not the same power each");
        }
    }

    static <S extends Record> Result count(VotingMethod<S> method, S settings, Counted... ballots) {
        for (var group : ballots) {
            method.check(group.choice(), FOUR, settings);
        }
        return method.tally(List.of(ballots), FOUR, settings);
    }

    private static LongStream some(Random random) {
        return random.longs(0, 4).distinct().limit(1 + random.nextInt(4));
    }

    private static Map<String, Object> weights(LongStream options, Random random, int most) {
        var weights = new HashMap<String, Object>();
        options.forEach(option -> weights.put(Long.toString(option), 1L + random.nextInt(most - 1)));
        return weights;
    }

    static Counted one(Object choice, long power) {
        return new Counted(choice, 1, big(power));
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
