// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.polls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.polls.PrefLibBallots.Kind;
import org.folkmoot.cli.tally.formats.PrefLib;
import org.folkmoot.cli.tally.formats.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrefLibBallotsTest {
    @TempDir
    Path folder;

    @Test
    void approvalsAreReadBackAsTheyWere() throws IOException {
        var read = back(Kind.CAT, "cat", List.of("Approved"), "[0, 2]", "[2, 0]", "[1]", "[]", "[0, 1, 2]");

        assertThat(read.title()).isEqualTo("Lunch");
        assertThat(read.kind()).isEqualTo("approval");
        assertThat(read.candidates()).containsExactly("Soup", "Bread", "Fish, fried");
        assertThat(read.ballots()).isEqualTo(Map.of("[0,2]", 12L, "[1]", 3L, "[]", 2L, "[0,1,2]", 9L));
    }

    @Test
    void rankingsAreReadBackAsTheyWere() throws IOException {
        var read = back(Kind.TOI, "toi", List.of(), "[[2],[0,1]]", "[[2],[],[0,1]]", "[[1]]");

        assertThat(read.kind()).isEqualTo("ranked");
        assertThat(read.ballots()).isEqualTo(Map.of("[2,[0,1]]", 25L, "[1]", 5L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[0],[1],[2]]          | 1,2,3   | 0",
                "[[0],[0],[1]]          | 1,2     | 1",
                "[[0,1],[1,2]]          | {1,2},3 | 1",
                "[[],[0]]               | 1       | 1",
                "[[0],\"overvote\",[2]] | 1,3     | 1",
                "[\"overvote\"]         | ''      | 1",
                "[]                     | ''      | 0"
            })
    void ofARankingTheOrderIsKeptAndWhatIsLostIsCounted(String choice, String order, long simplified)
            throws IOException {
        var ballots = new PrefLibBallots(Kind.TOI, Api.read("{\"options\": [\"A\", \"B\", \"C\"]}"));

        ballots.add(Api.read(choice), BigInteger.TWO);

        var written = new ByteArrayOutputStream();
        ballots.print(new PrintStream(written, true, StandardCharsets.UTF_8));
        assertThat(written.toString(StandardCharsets.UTF_8).lines().toList().getLast())
                .isEqualTo("2: " + order);
        assertThat(ballots.simplified()).isEqualTo(simplified);
        var file = Files.write(folder.resolve("b.toi"), written.toByteArray());
        assertThat(PrefLib.read(file, List.of()).ballots()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "TOI | [0, 2]       | The ballots of this poll are approvals: write them with --format preflib-cat.",
                "CAT | [[0],[2]]    | PrefLib has no place in approvals for a mark that is no option: [0]",
                "CAT | [3]          | PrefLib has no place in approvals for a mark that is no option: 3",
                "CAT | {\"0\": 2}   | PrefLib keeps approvals, and the ballots of this poll are none.",
                "TOI | \"for\"      | PrefLib keeps rankings, and the ballots of this poll are none."
            })
    void whatHasNoPlaceThereIsRefused(Kind kind, String choice, String reason) {
        var ballots = new PrefLibBallots(kind, Api.read("{\"options\": [\"A\", \"B\", \"C\"]}"));

        assertThatThrownBy(() -> ballots.add(Api.read(choice.replace('\'', '"')), BigInteger.ONE))
                .isInstanceOf(Usage.class)
                .hasMessage(reason);
    }

    /** Each ballot has as much power as its text has characters. */
    private Profile back(Kind kind, String ending, List<String> approving, String... choices) throws IOException {
        var ballots = new PrefLibBallots(
                kind, Api.read("{\"question\": \"Lunch\", \"options\": [\"Soup\", \"Bread\", \"Fish, fried\"]}"));
        for (var choice : choices) ballots.add(Api.read(choice), BigInteger.valueOf(choice.length()));
        var written = new ByteArrayOutputStream();
        ballots.print(new PrintStream(written, true, StandardCharsets.UTF_8));
        var file = Files.write(folder.resolve("lunch." + ending), written.toByteArray());
        return PrefLib.read(file, approving);
    }
}
