// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.policies.InstantRunoff.OvervoteRule;
import org.folkmoot.policies.InstantRunoff.TieBreak;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.folkmoot.policy.Round;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Counts every single-winner case of a corpus of published counts, if it lies beside the repository. */
class TabulationCasesTest {
    /** What these ask for is not a result: RCTab can be told to stop before there is one. */
    private static final Set<String> UNSUPPORTED = Set.of("rctab-stop-tabulation-early-test");

    @TestFactory
    Stream<DynamicTest> agreesWithThePublishedCount() throws IOException {
        var folder = Published.cases();
        if (folder.isEmpty()) {
            var missing = "no folder shared/cases/tabulation beside the repository: nothing to compare";
            return Stream.of(dynamicTest("cases", () -> abort(missing)));
        }
        List<Path> files;
        try (var listed = Files.list(folder.get())) {
            files = listed.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        return files.stream().map(Published::read).flatMap(TabulationCasesTest::checks);
    }

    private static Stream<DynamicTest> checks(JsonNode file) {
        var id = file.path("id").asText();
        return file.path("checks")
                .valueStream()
                .filter(check -> isSingleWinner(check) && !UNSUPPORTED.contains(id))
                .map(check -> dynamicTest(id, () -> new Case(file, check).compare()));
    }

    // The first pass of a sequential count is a single-winner count that goes on until two remain.
    private static boolean isSingleWinner(JsonNode check) {
        return Set.of("irv", "sequential-irv").contains(check.path("method").asText());
    }

    private record Case(JsonNode file, JsonNode parameters, JsonNode expected, JsonNode rounds, List<String> options) {
        Case(JsonNode file, JsonNode check) {
            this(
                    file,
                    check.path("parameters"),
                    check.path("expected"),
                    check.path("expected").path("rounds").isArray()
                            ? check.path("expected").path("rounds")
                            : check.path("expected").path("passes").path(0),
                    optionsAsTiesFell(file, check));
        }

        void compare() {
            var result = count();

            assertThat(result.winners())
                    .isSubsetOf(Published.texts(expected.path("winners")))
                    .hasSize(1);
            if (parameters.has("overvoteRule")) {
                assertThat(result.rounds()).hasSameSizeAs(rounds);
                result.rounds().forEach(round -> compareDetailed(round, rounds.get(round.number() - 1)));
            } else {
                compareTallies(result);
            }
        }

        private Result count() {
            var method = new InstantRunoff();
            var question = new Question(file.path("title").asText(), options);
            var settings = settings();
            var candidates = Published.texts(file.path("candidates"));
            var ballots = new ArrayList<Counted>();
            for (var group : file.path("ballots")) {
                var count = group.get(0).asLong();
                List<Object> choice = group.get(1)
                        .valueStream()
                        .map(rank -> rank(rank, candidates))
                        .toList();
                method.check(choice, question, settings);
                ballots.add(new Counted(choice, count, BigInteger.valueOf(count)));
            }
            return method.tally(ballots, question, settings);
        }

        private Object rank(JsonNode rank, List<String> candidates) {
            if (rank.isTextual()) {
                return InstantRunoff.OVERVOTE;
            }
            var marks = rank.isArray() ? rank.valueStream() : Stream.of(rank).filter(JsonNode::isInt);
            return marks.map(mark -> (long) options.indexOf(candidates.get(mark.asInt())))
                    .toList();
        }

        private InstantRunoff.Settings settings() {
            var with = new Choices.With().neverWins("Undeclared Write-ins");
            if (!parameters.has("overvoteRule")) {
                return with.untilTwo(parameters.path("stop").asText().startsWith("two"))
                        .settings();
            }
            var most = parameters.path("maxRankingsAllowed").asText();
            if (!most.equals("max")) {
                with.maxRankings(Long.parseLong(most));
            }
            return with.overvoteRule(overvoteRule())
                    .maxSkipped(parameters.path("maxSkippedRanksAllowed").asLong())
                    .exhaustOnDuplicate(
                            parameters.path("exhaustOnDuplicateCandidate").asBoolean())
                    .batch(parameters.path("batchElimination").asBoolean())
                    .untilTwo(
                            parameters.path("continueUntilTwoCandidatesRemain").asBoolean())
                    .tieBreak(
                            parameters.path("tiebreakMode").asText().startsWith("previousRoundCounts")
                                    ? TieBreak.PREVIOUS_ROUNDS
                                    : TieBreak.ORDER)
                    .settings();
        }

        private OvervoteRule overvoteRule() {
            var name = parameters.path("overvoteRule").asText();
            return OvervoteRule.valueOf(name.replaceAll("([A-Z])", "_$1").toUpperCase(Locale.ROOT));
        }

        private void compareDetailed(Round round, JsonNode published) {
            var results = published.path("tallyResults");
            assertThat(round.tally()).isEqualTo(Published.powers(published.path("tally")));
            if (recomputesThreshold()) {
                assertThat(round.threshold())
                        .isEqualTo(published.path("threshold").asText());
            }
            assertThat(round.inactive()).isEqualTo(Published.powers(published.path("inactiveBallots")));
            assertThat(round.elected()).isEqualTo(named(results, "elected"));
            assertThat(round.eliminated()).containsExactlyInAnyOrderElementsOf(named(results, "eliminated"));
            for (var outcome : results) {
                if (outcome.has("eliminated")) {
                    assertThat(round.transfers().get(outcome.path("eliminated").asText()))
                            .isEqualTo(Published.powers(outcome.path("transfers")));
                }
            }
        }

        // A sequential count keeps the threshold of its first round.
        private boolean recomputesThreshold() {
            return parameters.path("numberOfWinners").asInt() == 1;
        }

        private void compareTallies(Result result) {
            // Where the count goes on after somebody is elected, the round of the election is shown twice.
            var shown = result.rounds().stream()
                    .filter(round -> round.elected().isEmpty()
                            || round.number() == result.rounds().size())
                    .toList();
            assertThat(shown).hasSameSizeAs(rounds);
            for (var i = 0; i < shown.size(); i++) {
                var published = rounds.get(i);
                assertThat(shown.get(i).tally())
                        .isEqualTo(Published.powers(published.has("tally") ? published.path("tally") : published));
                if (published.has("eliminated")) {
                    assertThat(shown.get(i).eliminated())
                            .containsExactly(published.path("eliminated").asText());
                }
            }
        }

        private static List<String> named(JsonNode results, String outcome) {
            return results.valueStream()
                    .filter(result -> result.has(outcome))
                    .map(result -> result.path(outcome).asText())
                    .toList();
        }

        /**
         * The options in the order of the file; but where the published count drew lots, those who went out are moved
         * to the end in the order in which they did, so that a tie, and nothing else, falls as it was published.
         */
        private static List<String> optionsAsTiesFell(JsonNode file, JsonNode check) {
            var options = new ArrayList<>(Published.texts(file.path("candidates")));
            var mode = check.path("parameters").path("tiebreakMode").asText().toLowerCase(Locale.ROOT);
            if (mode.endsWith("random")) {
                var out = new ArrayList<String>();
                check.path("expected")
                        .path("rounds")
                        .forEach(round -> out.addAll(named(round.path("tallyResults"), "eliminated")));
                options.removeAll(out);
                options.addAll(out.reversed());
            }
            return options;
        }
    }
}
