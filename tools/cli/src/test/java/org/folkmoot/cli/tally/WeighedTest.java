// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.tally.TallyRow.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ballots whose weights are parts of a vote: 1 1/2, 1/2, 2 and 1/4 are 4 1/4 votes. */
class WeighedTest {
    private static final String BALLOTS = "1.5 1 2 0\n0.5 1 0\n2 2 3 0\n0.25 3 0\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "plurality       | tally  | {\"A\":\"2\",\"B\":\"2\",\"C\":\"1/4\"}",
                "pairwise-matrix | matrix | [[\"0\",\"2\",\"2\"],[\"2\",\"0\",\"7/2\"],[\"9/4\",\"1/4\",\"0\"]]",
                "borda           | scores | {\"A\":\"67/8\",\"B\":\"81/8\",\"C\":\"7\"}",
                "irv             | rounds | [{\"A\":\"2\",\"B\":\"2\",\"C\":\"1/4\"},{\"A\":\"2\",\"B\":\"2\"}]"
            })
    void votesAreShownInParts(String method, String part, String shown) throws IOException {
        assertThat(row(BALLOTS, method, Map.of()).got().path(part)).hasToString(shown);
    }

    /** Of 4 1/4 votes for 2 seats Droop asks for 2, Hagenbach and Bischoff for more than 17/12; A has 7/4 and B 3/2. */
    @ParameterizedTest
    @CsvSource({"droop, true", "hagenbach-bischoff, false", "7/4, true", "3/2, false", "2, true", "imperiali, false"})
    void aQuotaIsInVotes(String quota, boolean transfers) throws IOException {
        var ballots = "1.75 1 2 0\n1.5 2 0\n1 3 0\n";

        var row = row(ballots, "stv-gregory", Map.of("quota", quota));

        assertThat(row.state()).isEqualTo(State.COUNTED);
        assertThat(row.got().path("stages").path(0).path("A").asText()).isEqualTo("7/4");
        // Where both reach the quota at once there is no other stage.
        assertThat(row.got().path("stages").size() > 1).isEqualTo(transfers);
    }

    @ParameterizedTest
    @CsvSource({"stv-scottish, ''", "irv, exhaustImmediately", "stv-wigm, exhaustImmediately", "debian-cssd, ''"})
    void whatRoundsToWholeVotesDoesNotCountThem(String method, String overvotes) throws IOException {
        var row = row(BALLOTS, method, overvotes.isEmpty() ? Map.of() : Map.of("overvoteRule", overvotes));

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(row.reason()).startsWith("Some ballots weigh parts of a vote");
    }

    @Test
    void wholeWeightsAreBallots() throws IOException {
        var row = row("2.0 1 2 0\n1 2 0\n", "stv-scottish", Map.of());

        assertThat(row.got().path("quota").asInt()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"0.0000001", "0", "-1", "1e3", "1.5.2", "1000000000000"})
    void aWeightIsANumberThatCanBeCounted(String weight) {
        assertThatThrownBy(() -> row("0.000001 2 0\n" + weight + " 1 0\n", "plurality", Map.of()))
                .isInstanceOf(Usage.class)
                .hasMessageContaining("ballots.blt, line 3");
    }

    /** Each weight is less than a trillion votes, and in the smallest unit they are together at most as a long can be. */
    @ParameterizedTest
    @CsvSource({"8, true", "9, true", "10, false"})
    void theOrderOfLinesIsAllTheSame(int lines, boolean counted) throws IOException {
        var large = "999999999999 1 0\n".repeat(lines);
        var small = "0.000001 2 0\n";

        for (var ballots : List.of(large + small, small + large)) {
            if (counted) {
                assertThat(row(ballots, "plurality", Map.of()).got().path("winners"))
                        .hasToString("[\"A\"]");
            } else {
                assertThatThrownBy(() -> row(ballots, "plurality", Map.of()))
                        .isInstanceOf(Usage.class)
                        .hasMessageContaining("there are too many ballots together");
            }
        }
    }

    /** Of 4 1/4 votes 2 prefer A to B and 2 B to A; a ratio is the same in every unit. */
    @ParameterizedTest
    @CsvSource({"winning-votes, 7/2", "margins, 13/4", "ratio, 14"})
    void aPathIsInVotesAndARatioIsNot(String strength, String path) throws IOException {
        var row = row(BALLOTS, "schulze-path-strengths", Map.of("strength", strength));

        assertThat(row.reason()).isEmpty();
        assertThat(row.got().path("strengths").path("B").path("C").asText()).isEqualTo(path);
    }

    private TallyRow row(String ballots, String method, Map<String, String> set) throws IOException {
        var file = folder.resolve("ballots.blt");
        Files.writeString(file, "3 2\n" + ballots + "0\n\"A\"\n\"B\"\n\"C\"\n\"Weights\"\n");
        var read = CaseFiles.read(file, new AskedCheck(method, null, set), new BallotWords(), _ -> {})
                .getFirst();
        return TallyRow.of(read, new TallyCheck(read.checks().get(0)));
    }
}
