// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares the methods that count scores and single options with a corpus of published counts. */
class ScoreCasesTest {
    private static final Optional<String> NO_SEED = Optional.empty();
    private static final Optional<Long> EXACT = Optional.of(18L);

    @TestFactory
    Stream<DynamicTest> agreesWithThePublishedCount() {
        return Corpus.checks(Map.of(
                "star", ScoreCasesTest::star,
                "rrv", ScoreCasesTest::reweighted,
                "single-choice", ScoreCasesTest::single,
                "approval", ScoreCasesTest::approval,
                "weighted", ScoreCasesTest::weighted,
                "quadratic-snapshot", ScoreCasesTest::quadratic,
                "copeland-snapshot", ScoreCasesTest::copeland,
                "irv-snapshot", ScoreCasesTest::runoff));
    }

    private static void star(JsonNode file, JsonNode check) {
        var expected = check.path("expected");
        var settings = new Star.Settings(
                Optional.of(file.path("ballotFormat").path("maxScore").asLong()),
                Optional.of(check.path("seats").asLong()),
                Optional.of(TieRule.NOBODY),
                NO_SEED);

        var result = count(new Star(), settings, file, scored(file));

        // An option without any score cannot win and is not shown.
        expected.path("scores")
                .properties()
                .forEach(score -> assertThat(
                                result.rounds().getFirst().tally().getOrDefault(score.getKey(), BigInteger.ZERO))
                        .isEqualTo(score.getValue().bigIntegerValue()));
        if (expected.has("runoff")) {
            var runoff = new LinkedHashMap<>(result.rounds().get(1).tally());
            runoff.putAll(result.rounds().get(1).inactive());
            assertThat(runoff).isEqualTo(Published.powers(expected.path("runoff")));
        }
        assertThat(result.winners()).isEqualTo(Published.texts(expected.path("winners")));
        if (expected.has("tie")) {
            assertThat(result.rounds().getLast().words())
                    .isEqualTo("Tied: " + String.join(", ", Published.texts(expected.path("tie")))
                            + ". None of them wins.");
        }
    }

    private static void reweighted(JsonNode file, JsonNode check) {
        var settings = new ReweightedRange.Settings(
                Optional.of(file.path("ballotFormat").path("maxScore").asLong()),
                Optional.of(check.path("seats").asLong()),
                EXACT,
                Optional.empty(),
                NO_SEED);

        var result = count(new ReweightedRange(), settings, file, scored(file));

        assertThat(result.winners())
                .isEqualTo(Published.texts(check.path("expected").path("winners")));
        var rounds = check.path("expected").path("rounds");
        for (var round : result.rounds()) {
            rounds.get(round.number() - 1)
                    .properties()
                    .forEach(score -> assertThat(round.tally())
                            .containsEntry(
                                    score.getKey(), scaled(score.getValue().asText())));
        }
    }

    private static void single(JsonNode file, JsonNode check) {
        var settings = new SingleChoice.Settings(Optional.empty(), Optional.empty(), NO_SEED);
        var result = count(new SingleChoice(), settings, file, votes(file, choice -> choice.asLong() - 1));

        assertThat(tally(result).stream().map(BigInteger::toString))
                .isEqualTo(Published.texts(check.path("expected").path("scores")));
    }

    private static void approval(JsonNode file, JsonNode check) {
        var settings = new Approval.Settings(Optional.empty(), Optional.empty(), Optional.empty(), NO_SEED);
        var result = count(new Approval(), settings, file, votes(file, ScoreCasesTest::options));

        assertThat(tally(result).stream().map(BigInteger::toString))
                .isEqualTo(Published.texts(check.path("expected").path("scores")));
        assertThat(result.counts())
                .containsEntry(
                        "ballots", check.path("expected").path("scoresTotal").bigIntegerValue());
    }

    private static void weighted(JsonNode file, JsonNode check) {
        var settings = new Weighted.Settings(EXACT, Optional.empty(), Optional.empty(), NO_SEED);
        compare(count(new Weighted(), settings, file, votes(file, ScoreCasesTest::weights)), check);
    }

    private static void quadratic(JsonNode file, JsonNode check) {
        var settings = new Quadratic.Settings(EXACT, Optional.empty(), Optional.empty(), NO_SEED);
        compare(count(new Quadratic(), settings, file, votes(file, ScoreCasesTest::weights)), check);
    }

    // One strategy after the other; half units of power become whole ones when all is doubled.
    private static void copeland(JsonNode file, JsonNode check) {
        var settings = new Copeland.Settings(
                Optional.empty(),
                Optional.of(true),
                Optional.of(Copeland.Scale.POWER),
                EXACT,
                Optional.empty(),
                NO_SEED);
        var expected = check.path("expected").path("scoresByStrategy");
        for (var strategy = 0;
                strategy < (expected.isMissingNode() ? 0 : expected.get(0).size());
                strategy++) {
            var ballots = new ArrayList<Counted>();
            for (var vote : file.path("ballots")) {
                var doubled = vote.get(3).get(strategy).decimalValue().multiply(BigDecimal.TWO);
                ballots.add(new Counted(ranks(vote.get(1)), 1, doubled.toBigIntegerExact()));
            }
            var tally = tally(count(new Copeland(), settings, file, ballots));
            for (var option = 0; option < tally.size(); option++) {
                var half = new BigDecimal(tally.get(option), 18).divide(BigDecimal.TWO);
                assertClose(half, expected.get(option).get(strategy));
            }
        }
        if (check.path("expected").has("scores")) {
            var complete = votes(file, ScoreCasesTest::ranks).stream()
                    .filter(vote -> ((List<?>) vote.choice()).size()
                            == file.path("candidates").size())
                    .toList();
            compare(count(new Copeland(), settings, file, complete), check);
        }
    }

    private static void runoff(JsonNode file, JsonNode check) {
        var settings = new Choices.With()
                .complete(true)
                .tieBreak(InstantRunoff.TieBreak.REVERSE_ORDER)
                .settings();
        var rounds = count(new InstantRunoff(), settings, file, votes(file, ScoreCasesTest::ranks))
                .rounds();

        if (check.path("expected").has("finalRound")) {
            assertThat(rounds.getLast().tally())
                    .isEqualTo(Published.powers(check.path("expected").path("finalRound")));
        } else {
            assertThat(rounds.stream().map(org.folkmoot.policy.Round::tally))
                    .containsExactlyElementsOf(check.path("expected")
                            .path("rounds")
                            .valueStream()
                            .map(Published::powers)
                            .toList());
        }
    }

    private interface Reading {
        Object of(JsonNode choice);
    }

    private static List<Counted> votes(JsonNode file, Reading reading) {
        return file.path("ballots")
                .valueStream()
                .map(vote -> new Counted(
                        reading.of(vote.get(1)),
                        vote.get(0).asLong(),
                        vote.get(0).bigIntegerValue().multiply(vote.get(2).bigIntegerValue())))
                .toList();
    }

    private static List<Counted> scored(JsonNode file) {
        var ballots = new ArrayList<Counted>();
        for (var group : file.path("ballots")) {
            var scores = new LinkedHashMap<String, Object>();
            group.get(1).forEach(score -> scores.put(Integer.toString(scores.size()), score.asLong()));
            ballots.add(new Counted(scores, group.get(0).asLong(), group.get(0).bigIntegerValue()));
        }
        return ballots;
    }

    private static Object options(JsonNode choice) {
        return choice.valueStream().map(option -> option.asLong() - 1).toList();
    }

    private static Object ranks(JsonNode choice) {
        return choice.valueStream().map(option -> List.of(option.asLong() - 1)).toList();
    }

    // Weights such as 0.2 and 0.8 are written as 2 and 8.
    private static Object weights(JsonNode choice) {
        var times = choice.valueStream().allMatch(JsonNode::isInt) ? BigDecimal.ONE : BigDecimal.TEN;
        var weights = new LinkedHashMap<String, Object>();
        choice.properties()
                .forEach(weight -> weights.put(
                        Integer.toString(Integer.parseInt(weight.getKey()) - 1),
                        weight.getValue().decimalValue().multiply(times).longValueExact()));
        return weights;
    }

    private static <S extends Record> Result count(
            VotingMethod<S> method, S settings, JsonNode file, List<Counted> ballots) {
        var question = new Question(file.path("title").asText(), Published.texts(file.path("candidates")));
        ballots.forEach(group -> method.check(group.choice(), question, settings));
        return method.tally(ballots, question, settings);
    }

    private static List<BigInteger> tally(Result result) {
        return List.copyOf(result.rounds().getFirst().tally().values());
    }

    private static void compare(Result result, JsonNode check) {
        var expected = check.path("expected").path("scores");
        var tally = tally(result);
        assertThat(tally).hasSameSizeAs(expected);
        for (var option = 0; option < tally.size(); option++) {
            assertClose(new BigDecimal(tally.get(option), 18), expected.get(option));
        }
    }

    private static void assertClose(BigDecimal score, JsonNode expected) {
        assertThat(score.subtract(expected.decimalValue()).abs()).isLessThanOrEqualTo(new BigDecimal("1e-9"));
    }

    private static BigInteger scaled(String rational) {
        var parts = rational.split("/");
        return new BigDecimal(parts[0])
                .multiply(BigDecimal.TEN.pow(18))
                .divide(new BigDecimal(parts.length == 1 ? "1" : parts[1]), 0, RoundingMode.DOWN)
                .toBigIntegerExact();
    }
}
