// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.folkmoot.cli.Typed;
import org.folkmoot.cli.client.Api;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that decide answer programs by their schemas, and people who mistype with the place. */
class DecideCommandTest {
    private static final String RULES = "--constitution examples/decide/constitution.yaml ";

    @ParameterizedTest
    @CsvSource({
        "decision, decide --constitution examples/decide/constitution.yaml --tally examples/decide/pier.yaml --json",
        "decision, decide --constitution examples/decide/candidate.yaml --tally examples/decide/net.yaml --at P1D"
                + " --json",
        "calendar, calendar --constitution examples/decide/candidate.yaml --tally examples/decide/net.yaml --json",
        "backtest, constitution backtest examples/decide/candidate.yaml --json --against examples/decide/past.csv"
                + " examples/decide/past.jsonl",
    })
    void jsonIsWhatItsSchemaSays(String schema, String words) {
        var typed = Typed.run(words);

        assertThat(typed.code()).as(typed.err()).isZero();
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(DecideCommandTest.class.getResourceAsStream("/" + schema + ".schema.json"))
                        .validate(typed.out(), InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void jsonHasTheSumsOfEveryRule() throws IOException {
        var json = Api.JSON.readTree(Typed.run("decide " + RULES + "--tally examples/decide/pier.yaml --json")
                .out());

        assertThat(json.at("/rules/0")).isEqualTo(Api.JSON.readTree("""
            {
              "rule": "quorum",
              "passed": true,
              "count": [
                { "name": "for", "value": "21" },
                { "name": "against", "value": "20" },
                { "name": "abstain", "value": "0" }
              ],
              "of": [ { "name": "roll", "value": "101" } ],
              "operator": "atLeast",
              "fraction": "2/5",
              "boundary": "41",
              "rounding": "up",
              "tie": "passes",
              "words": "for + against + abstain is 41, at least 2/5 of roll (101), which is 41 rounded up: passes.",
              "margin": "It fails with 1 less in for or against or abstain."
            }
            """));
        assertThat(json.at("/margin/turns/0/words").asText()).isEqualTo("1 less in for");
        assertThat(json.at("/times/eta").asText()).isEqualTo("2026-01-09T12:00:00Z");
    }

    @Test
    void bothVerdictsAreASuccess(@TempDir Path folder) throws IOException {
        var lost = folder.resolve("lost.yaml");
        Files.writeString(lost, "roll: { power: 100 }\ncounts: { against: 60 }\n");

        var typed = Typed.run("decide " + RULES + "--tally " + lost);

        assertThat(typed.code()).isZero();
        assertThat(typed.out()).startsWith("policy everything: rejected\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "count: { for: 1 } | 2:1 error [unknown-key] /count: 'count' means nothing here; | Did you mean"
                        + " counts?",
                "counts: { fro: 1 } | 2:11 error [unknown-key] /counts/fro: | Did you mean for?",
                "counts: [ | 3:1 error [syntax] This is not YAML | syntax",
            })
    void whatIsWrongWithAFileIsToldWithItsPlace(String line, String place, String hint, @TempDir Path folder)
            throws IOException {
        var tally = folder.resolve("tally.yaml");
        Files.writeString(tally, "roll: { power: 100 }\n" + line + "\n");

        var typed = Typed.run("decide " + RULES + "--tally " + tally);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains(tally + ":" + place, hint);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--policy nothing --tally examples/decide/pier.yaml | There is no policy 'nothing'; there are"
                        + " everything.",
                "--tally examples/decide/none.yaml | There is no file examples/decide/none.yaml",
                "--tally examples/decide/pier.yaml --at soon | Neither an instant such as",
            })
    void wrongWordsAreExplained(String words, String said) {
        var typed = Typed.run("decide " + RULES + words);

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains(said);
    }

    @Test
    void allHundredAndFortyVerdictsAreDecisions() throws IOException {
        var json = Api.JSON.readTree(Typed.run("decide --constitution examples/decide/fourteen.yaml"
                        + " --tallies examples/decide/ten.yaml --json")
                .out());

        assertThat(IntStream.range(0, json.size())
                        .filter(i -> json.path(i).path("decided").asBoolean())
                        .count())
                .isEqualTo(140);
    }
}
