// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policies.ForAgainstAbstain.Split;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.InvalidChoice;
import org.folkmoot.policy.Question;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares votes on motions that are split, or cast with conviction, with a corpus of published ones. */
class MotionCasesTest {
    private static final Question MOTION = new Question("Shall we?", List.of());

    @TestFactory
    Stream<DynamicTest> agreesWithThePublishedTally() {
        return Corpus.checks(Map.of(
                "fractional-votes", MotionCasesTest::fractional, "conviction-lock-tally", MotionCasesTest::conviction));
    }

    private static void fractional(JsonNode file, JsonNode check) {
        var method = new ForAgainstAbstain();
        var settings = new ForAgainstAbstain.Settings(Optional.empty(), Optional.of(Split.UNITS));
        var weight = check.path("parameters").path("weight").bigIntegerValue();
        List<Object> casts = new ArrayList<>();
        for (var vote : check.path("input").path("votes")) {
            var units = new LinkedHashMap<String, Object>();
            units.put("against", vote.get(0).asLong());
            units.put("for", vote.get(1).asLong());
            units.put("abstain", vote.get(2).asLong());
            casts.add(units);
        }
        method.check(casts, MOTION, settings);

        if (check.path("expected").has("error")) {
            assertThatThrownBy(() -> method.checkPower(casts, weight, MOTION, settings))
                    .isInstanceOf(InvalidChoice.class);
            return;
        }
        method.checkPower(casts, weight, MOTION, settings);
        var counts = method.tally(List.of(new Counted(casts, 1, weight)), MOTION, settings)
                .counts();
        assertThat(Stream.of("against", "for", "abstain").map(counts::get).map(String::valueOf))
                .containsExactlyElementsOf(
                        Published.texts(check.path("expected").path("tally")));
        assertThat(weight.subtract(counts.getOrDefault("uncast", BigInteger.ZERO)))
                .isEqualTo(check.path("expected").path("usedWeight").bigIntegerValue());
    }

    private static void conviction(JsonNode file, JsonNode check) {
        if (check.path("expected").has("steps")) {
            steps(check);
        } else {
            delegated(check);
        }
    }

    // One vote after the other; a new one of a voter replaces the old one.
    private static void steps(JsonNode check) {
        var ballots = new LinkedHashMap<String, Object>();
        for (var step : check.path("expected").path("steps")) {
            var voter = step.path("voter").asText();
            if (step.path("vote").isTextual()) {
                ballots.remove(voter);
            } else {
                ballots.put(voter, choice(step.path("vote"), step.path("vote")));
            }
            compare(
                    ballots.entrySet().stream()
                            .map(ballot -> new Counted(ballot.getValue(), 1, balance(check, ballot.getKey())))
                            .toList(),
                    step.path("tallyAfter"));
        }
    }

    // Whoever delegates votes as the delegate does, with the balance and the conviction of the delegation.
    private static void delegated(JsonNode check) {
        var ballots = new ArrayList<Counted>();
        var votes = check.path("input").path("votes");
        votes.forEach(vote -> ballots.add(
                new Counted(choice(vote, vote), 1, vote.path("balance").bigIntegerValue())));
        for (var one : check.path("input").path("delegations")) {
            ballots.add(new Counted(
                    choice(votes.path(one.path("to").asText()), one),
                    1,
                    one.path("balance").bigIntegerValue()));
        }
        compare(ballots, check.path("expected"));
    }

    private static void compare(List<Counted> ballots, JsonNode tally) {
        var method = new Conviction();
        var settings = Conviction.Settings.defaults();
        ballots.forEach(ballot -> {
            method.check(ballot.choice(), MOTION, settings);
            method.checkPower(ballot.choice(), ballot.power(), MOTION, settings);
        });
        var counts = method.tally(ballots, MOTION, settings).counts();
        assertThat(Stream.of("for", "against", "support").map(counts::get).map(String::valueOf))
                .containsExactlyElementsOf(Stream.of("ayes", "nays", "support")
                        .map(name -> tally.path(name).asText())
                        .toList());
    }

    private static BigInteger balance(JsonNode check, String voter) {
        return check.path("input").path("balances").path(voter).bigIntegerValue();
    }

    private static Object choice(JsonNode vote, JsonNode terms) {
        return Map.of(
                "vote",
                vote.path("side").asText().equals("aye") ? "for" : "against",
                "conviction",
                terms.path("conviction").asLong(),
                "units",
                terms.path("balance").asLong());
    }
}
