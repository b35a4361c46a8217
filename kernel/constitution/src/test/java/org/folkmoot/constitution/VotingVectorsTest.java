// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The worked examples of other systems, row by row, with installed methods and settings as a constitution has them. */
class VotingVectorsTest {
    private static final Question MOTION = new Question("Shall we?", List.of());

    @Test
    @DisplayName("G010 partial votes roll on within the weight")
    void g010() {
        var partial = Map.of("for", 2L, "abstain", 1L);
        var both = List.of(partial, Map.of("against", 1L, "abstain", 1L));

        var counts = count(units(), MOTION, one(both, 7)).counts();

        assertThat(counts).isEqualTo(powers("against 1, for 2, abstain 2, uncast 2"));
    }

    @Test
    @DisplayName("G011 a nominal vote after a partial one spends the remainder")
    void g011() {
        List<Object> both = List.of(Map.of("for", 2L, "abstain", 1L), "against");

        var counts = count(units(), MOTION, one(both, 7)).counts();

        assertThat(counts).isEqualTo(powers("against 4, for 2, abstain 1, uncast 0"));
    }

    private static Bound.Method<?> units() {
        return method("for-against-abstain", Map.of("split", "units"));
    }

    private static Bound.Method<?> method(String id, Map<String, Object> settings) {
        return Plugins.installed().method(new PluginCall(id, settings, "/ballot", "/ballot/method"));
    }

    private static Result count(Bound.Method<?> method, Question question, Counted... ballots) {
        method.checkQuestion(question);
        for (var group : ballots) {
            method.check(group.choice(), question);
            method.checkPower(group.choice(), group.each(), question);
        }
        return method.tally(List.of(ballots), question);
    }

    private static Counted one(Object choice, long power) {
        return new Counted(choice, 1, BigInteger.valueOf(power));
    }

    private static Map<String, BigInteger> powers(String written) {
        return Stream.of(written.split(", "))
                .map(power -> power.split(" "))
                .collect(java.util.stream.Collectors.toMap(power -> power[0], power -> new BigInteger(power[1])));
    }
}
