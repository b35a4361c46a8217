// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.folkmoot.policies.Copeland.Scale;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;
import org.folkmoot.policy.testkit.VotingMethodContract;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The methods that compare options two by two. */
class DuelMethodsTest {
    private static final Question FIVE = Choices.among("A", "B", "C", "D", "E");

    abstract static class Duelling<S extends Record> extends VotingMethodContract<S> {
        @Override
        protected Question question() {
            return FIVE;
        }

        @Override
        protected Object choice(Random random, S settings) {
            var options = new ArrayList<>(LongStream.range(0, 5).boxed().toList());
            Collections.shuffle(options, random);
            return options.stream().map(List::of).toList();
        }

        @Override
        protected List<Object> invalidChoices() {
            return List.of(
                    "overvote",
                    1L,
                    Map.of(),
                    List.of(1L),
                    List.of("overvote"),
                    List.of(List.of("1")),
                    List.of(List.of(-1L)),
                    List.of(List.of(5L)),
                    List.of(List.of(1L, 1L)),
                    List.of(List.of(1L), List.of(1L)),
                    List.of(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(1L)));
        }

        @Test
        void electsWhoBeatsEveryOther() {
            var ballots = new Counted[] {ranked(4, "ABC"), ranked(3, "CBA"), ranked(2, "BCA")};

            assertThat(count(plugin(), settings().getFirst(), ballots).winners())
                    .containsExactly("B");
        }
    }

    @Nested
    class Copelands extends Duelling<Copeland.Settings> {
        @Override
        protected Copeland plugin() {
            return new Copeland();
        }

        @Override
        protected List<Copeland.Settings> settings() {
            return List.of(with(false, Scale.POINTS), with(true, Scale.POWER), with(false, Scale.POWER));
        }

        private Copeland.Settings with(boolean complete, Scale scale) {
            return new Copeland.Settings(
                    Optional.of(Unranked.LAST),
                    Optional.of(complete),
                    Optional.of(scale),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
        }

        @Test
        void twoForADuelWonAndOneForATie() {
            var result = count(plugin(), with(false, Scale.POINTS), ranked(1, "ABCDE"), ranked(1, "BACDE"));

            assertThat(result.rounds().getFirst().tally()).isEqualTo(Choices.powers("A 7, B 7, C 4, D 2, E 0"));
            assertThat(result.rounds().getFirst().words())
                    .isEqualTo("Ranking: A = B, C, D, E. Tied: A, B. By the order of the options.");
            assertThat(result.counts()).isEqualTo(Choices.powers("ballots 2, blank 0, total 2, winner 1"));
            assertThat(result.words()).isEqualTo("A wins; 1 of 2 prefer A to B.");
        }

        @Test
        void mayAskForCompleteRankings() {
            assertThatThrownBy(() -> plugin().check(ranked(1, "AB").choice(), FIVE, with(true, Scale.POINTS)))
                    .isInstanceOf(InvalidChoice.class)
                    .hasMessage("The choice must rank every option, each at a rank of its own.");
        }
    }

    static <S extends Record> Result count(VotingMethod<S> method, S settings, Counted... ballots) {
        for (var group : ballots) {
            method.check(group.choice(), FIVE, settings);
        }
        return method.tally(List.of(ballots), FIVE, settings);
    }

    static Counted ranked(long power, String options) {
        var ranks =
                options.chars().mapToObj(option -> List.of((long) option - 'A')).toList();
        return new Counted(ranks, power, BigInteger.valueOf(power));
    }
}
