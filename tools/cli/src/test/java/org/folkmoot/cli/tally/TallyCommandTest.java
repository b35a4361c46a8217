// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.cli.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TallyCommandTest {
    private static final String SUPPER = "examples/tally/supper.json";

    @TempDir
    Path folder;

    @Test
    void aDifferenceIsSaidInASentenceAndIsTheExitCode() {
        var typed = Typed.run("tally", SUPPER);

        assertThat(typed.code()).isEqualTo(1);
        assertThat(typed.out())
                .contains("tally.Salad is 2, expected 3.")
                .endsWith("2 of 3 checks agree in 1 case; 1 differ\n");
    }

    @Test
    void jsonIsOneListOverAllFiles() {
        var rows = Typed.run("tally", SUPPER, SUPPER, "--json").json();

        assertThat(rows.size()).isEqualTo(6);
        assertThat(rows.path(0).path("case").asText()).isEqualTo("supper");
        assertThat(rows.path(0).path("name").asText()).isEmpty();
        assertThat(rows.path(0).path("method").asText()).isEqualTo("irv");
        assertThat(rows.path(0).path("agrees").asBoolean()).isTrue();
        assertThat(rows.path(0).path("reason").asText()).isEmpty();
        assertThat(rows.path(0).path("got")).isEqualTo(rows.path(0).path("expected"));
        assertThat(rows.path(2).path("agrees").asBoolean()).isFalse();
        assertThat(rows.path(2).path("reason").asText()).isEqualTo("tally.Salad is 2, expected 3.");
    }

    @Test
    void theRoundsAreToldInWords() {
        assertThat(Typed.run("tally", SUPPER, "--rounds").out())
                .contains("Round 1, threshold 5: Soup 4, Stew 3, Salad 2")
                .contains("from Salad to Stew 2")
                .contains("Stew is elected with 5 of 9 in round 2.");
    }

    @Test
    void whatIsNotSupportedEndsWithThree() throws IOException {
        for (var check : new String[] {
            "{'method': 'guess', 'parameters': {}}",
            "{'method': 'schulze', 'parameters': {'strength': 'feeling'}}",
            "{'method': 'schulze', 'parameters': {'mood': 'good'}}",
            "{'method': 'irv', 'parameters': {'overvoteRule': 'ask'}}",
            "{'method': 'irv', 'parameters': {'overvoteRule': 'exhaustImmediately', 'tiebreakMode': 'random'}}",
            "{'method': 'irv', 'parameters': {'overvoteRule': 'exhaustImmediately', 'hareQuota': 'maybe'}}",
            "{'method': 'stv-scottish', 'seats': 1, 'parameters': {'transfer': 'by lot'}}",
            "{'method': 'star', 'seats': 1, 'parameters': {}}"
        }) {
            var file = folder.resolve("case.json");
            Files.writeString(file, CASE.formatted(check).replace('\'', '"'));

            var typed = Typed.run("tally", file.toString());

            assertThat(typed.code()).as(check).isEqualTo(3);
            assertThat(typed.out()).startsWith("not supported");
        }
    }

    private static final String CASE = """
            {'schema': 'dao-tally-case/1', 'id': 'case', 'ballotFormat': {'type': 'ranked'}, 'totalBallots': 2,
             'candidates': ['A', 'B'], 'ballots': [[2, [0, 1]]],
             'checks': [%s]}
            """;

    @Test
    void aFileThatIsNoCaseIsRefusedWithItsLine() throws IOException {
        var file = folder.resolve("broken.json");
        Files.writeString(file, "{\n  \"schema\": \n");

        var typed = Typed.run("tally", file.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("line 3: this is not JSON.");
        assertThat(Typed.run("tally", "nowhere.json").err()).contains("There is no file nowhere.json.");
        assertThat(Typed.run("tally", "examples/tally/board.blt").err()).contains("give --method");
    }

    @Test
    void aFileThatCannotBeReadTakesNoAnswerFromTheOthers() throws IOException {
        var broken = Files.writeString(folder.resolve("broken.json"), "{\n  \"schema\": \n");
        var typed = Typed.run("tally", broken.toString(), "examples/tally/village.pb");
        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.out())
                .contains("unreadable     broken.json", "line 3: this is not JSON.", "agrees")
                .endsWith("1 of 1 checks agree in 1 case; 1 cannot be read\n");

        var list = Typed.run("tally", "--json", broken.toString(), "examples/tally/village.pb", "nowhere.json");

        assertThat(list.code()).isEqualTo(2);
        var rows = new ObjectMapper().readTree(list.out());
        assertThat(rows.findValues("agrees")).extracting(JsonNode::asBoolean).containsExactly(false, true, false);
        assertThat(rows.findValues("supported")).extracting(JsonNode::asBoolean).containsExactly(false, true, false);
        assertThat(rows.path(2).path("reason").asText()).isEqualTo("There is no file nowhere.json.");
        assertThat(list.err()).isEmpty();
    }

    @Test
    void weightsOfAMatchingAreNoBallots() throws IOException {
        var file = Files.writeString(folder.resolve("kidneys.wmd"), "# NUMBER EDGES: 1\n1,2,0.5\n");

        var typed = Typed.run("tally", file.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("kidneys.wmd has the weights of a matching, and no ballots.");
    }

    @Test
    void aBudgetIsComparedWithWhatItsFileSaysWasFunded() {
        var typed = Typed.run("tally", "examples/tally/village.pb");

        assertThat(typed.code()).isZero();
        assertThat(typed.out()).startsWith("agrees").contains("pb-greedy").contains("\"swing\"");
    }

    @Test
    void ballotsOfATableAreCountedByTheMethodThatIsAskedFor() {
        var typed = Typed.run(
                "tally",
                "examples/tally/harbour-ess.csv",
                "--method",
                "irv",
                "--set",
                "overvoteRule=alwaysSkipToNextRank",
                "--json");

        assertThat(typed.code()).isZero();
        assertThat(typed.json().path(0).path("got").path("winners").path(0).asText())
                .isEqualTo("Anchor");
        assertThat(typed.json().path(0).path("expected").isNull()).isTrue();
    }
}
