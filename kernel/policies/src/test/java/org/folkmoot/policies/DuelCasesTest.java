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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.VotingMethod;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Compares the methods that count rankings by duels or places with a corpus of published counts. */
class DuelCasesTest {
    private static final Optional<TieRule> ALL = Optional.of(TieRule.ALL);

    @TestFactory
    Stream<DynamicTest> agreesWithThePublishedCount() {
        return Corpus.checks(Map.ofEntries(
                Map.entry("pairwise-matrix", DuelCasesTest::matrix),
                Map.entry("condorcet-from-matrix", DuelCasesTest::condorcet),
                Map.entry("schulze", DuelCasesTest::schulze),
                Map.entry("schulze-path-strengths", DuelCasesTest::paths),
                Map.entry("ranked-pairs", DuelCasesTest::rankedPairs),
                Map.entry("minimax", DuelCasesTest::minimax),
                Map.entry("copeland", DuelCasesTest::copeland),
                Map.entry("borda", DuelCasesTest::borda),
                Map.entry("plurality", DuelCasesTest::plurality),
                Map.entry("debian-cssd", DuelCasesTest::debian)));
    }

    private static void matrix(JsonNode file, JsonNode check) {
        var duels = duels(file);
        var expected = check.path("expected").path("matrix");
        for (var one = 0; one < duels.options(); one++) {
            for (var other = 0; other < duels.options(); other++) {
                assertThat(duels.prefer(one, other))
                        .isEqualTo(expected.get(one).get(other).bigIntegerValue());
            }
        }
        condorcet(file, check);
    }

    private static void condorcet(JsonNode file, JsonNode check) {
        var settings = new Condorcet.Settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        var smithSet = new Condorcet()
                .ranking(duels(file), BigInteger.ONE, question(file), settings)
                .getFirst();

        assertThat(named(smithSet, file))
                .containsExactlyInAnyOrderElementsOf(
                        Published.texts(check.path("expected").path("smithSet")));
        assertThat(smithSet.size() == 1 ? named(smithSet, file) : List.of())
                .isEqualTo(Stream.of(check.path("expected").path("condorcetWinner"))
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .toList());
    }

    private static void schulze(JsonNode file, JsonNode check) {
        var none = Optional.<Boolean>empty();
        var settings = new Schulze.Settings(
                Optional.of(strength(check, "strength")),
                Optional.empty(),
                none,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ALL,
                Optional.empty());
        compare(new Schulze(), settings, file, check);
    }

    private static void paths(JsonNode file, JsonNode check) {
        var paths = Schulze.paths(duels(file), strength(check, "strength"));
        var names = Published.texts(file.path("candidates"));
        check.path("expected")
                .path("strengths")
                .properties()
                .forEach(row -> row.getValue()
                        .properties()
                        .forEach(cell -> assertThat(paths[names.indexOf(row.getKey())][names.indexOf(cell.getKey())])
                                .isEqualTo(cell.getValue().bigIntegerValue())));
    }

    private static void rankedPairs(JsonNode file, JsonNode check) {
        var settings = new RankedPairs.Settings(
                Optional.of(strength(check, "sort")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                ALL,
                Optional.empty());
        compare(new RankedPairs(), settings, file, check);
    }

    private static void minimax(JsonNode file, JsonNode check) {
        var variant = check.path("parameters").path("variant").asText();
        var settings = new Minimax.Settings(
                Optional.of(Minimax.Variant.valueOf(Corpus.constant(variant))),
                Optional.empty(),
                Optional.empty(),
                ALL,
                Optional.empty());
        compare(new Minimax(), settings, file, check);
    }

    private static void copeland(JsonNode file, JsonNode check) {
        var settings = new Copeland.Settings(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), ALL, Optional.empty());
        compare(new Copeland(), settings, file, check);
    }

    private static void borda(JsonNode file, JsonNode check) {
        var settings = new Borda.Settings(
                Optional.of(Borda.Blank.MEAN), Optional.empty(), Optional.empty(), ALL, Optional.empty());
        var scores = count(new Borda(), settings, file).rounds().getFirst().tally();
        var expected = new LinkedHashMap<String, BigInteger>();
        check.path("expected")
                .path("scores")
                .properties()
                .forEach(score ->
                        expected.put(score.getKey(), tenths(score.getValue().asText())));

        assertThat(scores).isEqualTo(expected);
    }

    private static void plurality(JsonNode file, JsonNode check) {
        var settings = new SingleChoice.Settings(Optional.empty(), ALL, Optional.empty());
        var ballots = new ArrayList<Counted>();
        for (var group : file.path("ballots")) {
            var first = group.get(1).get(0);
            if (first != null && first.isInt()) {
                ballots.add(new Counted(
                        first.asLong(), group.get(0).asLong(), group.get(0).bigIntegerValue()));
            }
        }
        var result = new SingleChoice().tally(ballots, question(file), settings);

        assertThat(result.winners())
                .containsExactlyInAnyOrderElementsOf(
                        Published.texts(check.path("expected").path("winners")));
        check.path("expected")
                .path("tally")
                .properties()
                .forEach(tally -> assertThat(result.rounds().getFirst().tally())
                        .containsEntry(tally.getKey(), tally.getValue().bigIntegerValue()));
    }

    private static void debian(JsonNode file, JsonNode check) {
        var expected = check.path("expected");
        var quorum = expected.path("quorum").isMissingNode()
                ? Optional.<Long>empty()
                : Optional.of(expected.path("quorum").decimalValue().longValue() + 1);
        var settings = new Schulze.Settings(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(check.path("parameters").path("defaultOption").asText()),
                Optional.empty(),
                quorum,
                ALL,
                Optional.empty());
        var method = new Schulze();
        method.checkQuestion(question(file), settings);
        var ranking = method.ranking(duels(file), BigInteger.ONE, question(file), settings);

        var kept = ranking.stream().flatMap(List::stream).toList();
        assertThat(named(
                        IntStream.range(0, file.path("candidates").size())
                                .boxed()
                                .filter(option -> !kept.contains(option))
                                .toList(),
                        file))
                .containsExactlyInAnyOrderElementsOf(Published.texts(expected.path("dropped")));
        assertThat(count(method, settings, file).winners())
                .containsExactlyInAnyOrderElementsOf(Published.texts(expected.path("winners")));
    }

    private static <S extends Record> void compare(DuelMethod<S> method, S settings, JsonNode file, JsonNode check) {
        var expected = check.path("expected");
        var ranking = method.ranking(duels(file), power(file), question(file), settings);
        assertThat(named(ranking.getFirst(), file))
                .containsExactlyInAnyOrderElementsOf(Published.texts(expected.path("winners")));
        if (expected.has("ranking")) {
            assertThat(ranking.stream()
                            .map(tier -> named(tier, file).stream().sorted().toList()))
                    .containsExactlyElementsOf(expected.path("ranking")
                            .valueStream()
                            .map(tier -> Published.texts(tier).stream().sorted().toList())
                            .toList());
        }
        if (file.has("ballots")) {
            assertThat(count(method, settings, file).winners())
                    .containsExactlyInAnyOrderElementsOf(Published.texts(expected.path("winners")));
        }
    }

    private static <S extends Record> Result count(VotingMethod<S> method, S settings, JsonNode file) {
        var ballots = ballots(file);
        ballots.forEach(group -> method.check(group.choice(), question(file), settings));
        return method.tally(ballots, question(file), settings);
    }

    private static List<Counted> ballots(JsonNode file) {
        var ballots = new ArrayList<Counted>();
        for (var group : file.path("ballots")) {
            List<Object> ranks = group.get(1)
                    .valueStream()
                    .map(tier -> tier.isArray() ? tier.valueStream() : Stream.of(tier))
                    .map(tier -> tier.map(JsonNode::asLong).toList())
                    .map(Object.class::cast)
                    .toList();
            ballots.add(new Counted(ranks, group.get(0).asLong(), group.get(0).bigIntegerValue()));
        }
        return ballots;
    }

    private static Duels duels(JsonNode file) {
        var duels = new Duels(file.path("candidates").size());
        for (var one = 0; one < file.path("matrix").size(); one++) {
            for (var other = 0; other < duels.options(); other++) {
                duels.add(one, other, file.path("matrix").get(one).get(other).bigIntegerValue());
            }
        }
        ballots(file)
                .forEach(group ->
                        duels.add(RankedBallot.of(group.choice(), question(file)), group.power(), Unranked.LAST));
        return duels;
    }

    private static BigInteger power(JsonNode file) {
        return file.path("totalBallots").bigIntegerValue();
    }

    private static Strength strength(JsonNode check, String name) {
        return check.path("parameters").path(name).asText().startsWith("margins")
                ? Strength.MARGINS
                : Strength.WINNING_VOTES;
    }

    private static BigInteger tenths(String rational) {
        var parts = rational.split("/");
        return new BigDecimal(parts[0])
                .multiply(BigDecimal.TEN)
                .divide(new BigDecimal(parts.length == 1 ? "1" : parts[1]))
                .toBigIntegerExact();
    }

    private static List<String> named(List<Integer> options, JsonNode file) {
        return options.stream()
                .map(option -> file.path("candidates").get(option).asText())
                .toList();
    }

    private static Question question(JsonNode file) {
        return new Question(file.path("title").asText(), Published.texts(file.path("candidates")));
    }
}
