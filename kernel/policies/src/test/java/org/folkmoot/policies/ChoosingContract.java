// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidQuestion;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;
import org.folkmoot.policy.testkit.VotingMethodContract;
import org.junit.jupiter.api.Test;

/** What holds for the methods that give each option a score from what ballots say about it alone. */
abstract class ChoosingContract<S extends Record> extends VotingMethodContract<S> {
    static final Question FOUR = Choices.among("A", "B", "C", "D");

    static final List<Object> NO_MAPS = List.of(
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

    static <S extends Record> Result count(VotingMethod<S> method, S settings, Counted... ballots) {
        for (var group : ballots) {
            method.check(group.choice(), FOUR, settings);
        }
        return method.tally(List.of(ballots), FOUR, settings);
    }

    static LongStream some(Random random) {
        return random.longs(0, 4).distinct().limit(1 + random.nextInt(4));
    }

    static Map<String, Object> weights(LongStream options, Random random, int most) {
        var weights = new HashMap<String, Object>();
        options.forEach(option -> weights.put(Long.toString(option), 1L + random.nextInt(most - 1)));
        return weights;
    }

    static Counted one(Object choice, long power) {
        return new Counted(choice, 1, big(power));
    }

    static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
