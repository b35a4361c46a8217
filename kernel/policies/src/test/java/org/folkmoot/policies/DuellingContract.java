// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;
import org.folkmoot.policy.testkit.VotingMethodContract;
import org.junit.jupiter.api.Test;

/** What holds for the methods that count rankings. */
abstract class DuellingContract<S extends Record> extends VotingMethodContract<S> {
    static final Question FIVE = Choices.among("A", "B", "C", "D", "E");

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

        assertThat(count(plugin(), settings().getFirst(), ballots).winners()).containsExactly("B");
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
