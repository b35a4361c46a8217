// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares counts of transferable votes for several seats with a corpus of published ones, stage by stage. */
class SeatsCasesTest {
    private static final int DECIMALS = 5;

    @TestFactory
    Stream<DynamicTest> agreesWithThePublishedCount() {
        return Corpus.checks(Map.of("stv-scottish", SeatsCasesTest::scottish, "stv-gregory", SeatsCasesTest::gregory));
    }

    private static void scottish(JsonNode file, JsonNode check) {
        var result = count(file, check, Optional.of((long) DECIMALS), false);

        var expected = check.path("expected");
        assertThat(result.winners()).isEqualTo(Published.texts(expected.path("elected")));
        assertThat(result.rounds().getFirst().threshold())
                .isEqualTo(units(expected.path("quota").decimalValue(), DECIMALS));
        assertThat(result.rounds()).hasSameSizeAs(expected.path("stages"));
        for (var round : result.rounds()) {
            var stage = expected.path("stages").get(round.number() - 1);
            stage.path("votes")
                    .properties()
                    .forEach(votes -> assertThat(round.tally().getOrDefault(votes.getKey(), BigInteger.ZERO))
                            .as("stage %s, %s", round.number(), votes.getKey())
                            .isEqualTo(units(votes.getValue().decimalValue(), DECIMALS)));
            assertThat(round.inactive())
                    .containsEntry(
                            "nonTransferable",
                            units(stage.path("nonTransferable").decimalValue(), DECIMALS));
        }
    }

    // The published stages show who is neither elected nor out, and one stage for each who is elected without surplus.
    private static void gregory(JsonNode file, JsonNode check) {
        var result = count(file, check, Optional.of(18L), true);

        var expected = check.path("expected");
        assertThat(result.winners()).containsExactlyInAnyOrderElementsOf(Published.texts(expected.path("winners")));
        var done = new ArrayList<String>();
        var shown = new ArrayList<Map<String, BigInteger>>();
        for (var round : result.rounds()) {
            var tally = new LinkedHashMap<>(round.tally());
            done.forEach(tally::remove);
            shown.add(tally);
            done.addAll(round.elected());
        }
        var published = expected.path("stages")
                .valueStream()
                .map(stage -> {
                    var votes = new LinkedHashMap<String, BigInteger>();
                    stage.properties()
                            .forEach(one -> votes.put(
                                    one.getKey(), scaled(one.getValue().asText())));
                    return (Map<String, BigInteger>) votes;
                })
                .toList();
        assertThat(published).containsAll(shown);
    }

    private static Result count(JsonNode file, JsonNode check, Optional<Long> decimals, boolean exact) {
        var question = new Question(file.path("title").asText(), Published.texts(file.path("candidates")));
        var settings = new SingleTransferableVote.Settings(
                check.path("seats").asLong(),
                Optional.empty(),
                decimals,
                Optional.of(exact),
                Optional.empty(),
                Optional.empty());
        var method = new SingleTransferableVote();
        var ballots = new ArrayList<Counted>();
        for (var group : file.path("ballots")) {
            List<List<Long>> ranks = group.get(1)
                    .valueStream()
                    .map(option -> List.of(option.asLong()))
                    .toList();
            method.check(ranks, question, settings);
            ballots.add(new Counted(ranks, group.get(0).asLong(), group.get(0).bigIntegerValue()));
        }
        return method.tally(ballots, question, settings);
    }

    private static BigInteger units(BigDecimal value, int decimals) {
        return value.movePointRight(decimals).toBigIntegerExact();
    }

    private static BigInteger scaled(String rational) {
        var parts = rational.split("/");
        return new Ratio(new BigInteger(parts[0]), new BigInteger(parts.length == 1 ? "1" : parts[1])).units(18);
    }
}
