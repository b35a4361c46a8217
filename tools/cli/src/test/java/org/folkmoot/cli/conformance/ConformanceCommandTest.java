// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.cli.Folkmoot;
import org.folkmoot.cli.client.Api;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of examples is for people and for programs, and its exit code says whether all of it holds. */
class ConformanceCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @BeforeEach
    void writeAPreset() throws IOException {
        Files.writeString(folder.resolve("motion.yaml"), """
                folkmoot: 1
                name: Motion
                admission: { model: open }
                bodies: { all: { who: "true", power: equal } }
                policies:
                  - name: motion
                    applies: "true"
                    body: all
                    ballot: { method: for-against-abstain, revote: last }
                    approval: { count: [for], of: [for, against], moreThan: 1/2 }
                    timing: { delay: PT0S, period: P1D, timelock: PT0S, expires: P1D }
                """);
        Files.writeString(folder.resolve("examples.json"), """
                [{"id": "G1", "group": "Motion", "expected": "passed ; rejected"}]
                """);
    }

    @Test
    void aTableThatHoldsEndsWithItsSums() throws IOException {
        cases("rejected");

        assertThat(run()).isZero();

        assertThat(out.toString())
                .contains("G1 ")
                .contains("Motion ")
                .contains("2 of 2")
                .contains(
                        "1 of 1 published examples reproduced whole; 2 of 2 single cases, 0 deliberately not, 0 failed.");
    }

    @Test
    void aCaseThatFailsIsToldAndIsTheExitCode() throws IOException {
        cases("passed");

        assertThat(run("--json")).isEqualTo(1);

        var row = Api.read(out.toString()).path("published").path(0);
        assertThat(row.path("reproduced").asInt()).isEqualTo(1);
        assertThat(row.path("cases").asInt()).isEqualTo(2);
        assertThat(row.path("differences").path(0).path("found").asText())
                .isEqualTo("outcome is rejected, expected passed");
    }

    @Test
    void anExampleThatIsLeftOutIsTheExitCodeToo() throws IOException {
        cases("rejected");
        Files.writeString(folder.resolve("examples.json"), """
                [{"id": "G1", "group": "Motion", "expected": "passed"}, {"id": "G2", "group": "Motion", "expected": "x"}]
                """);

        assertThat(run()).isEqualTo(1);

        assertThat(out.toString()).contains("MISSING G2 has 0 of 1 cases");
    }

    @Test
    void aFolderThatIsNotThereIsAMistakeOfWhoTypedIt() {
        assertThat(run("--presets", folder.resolve("nowhere").toString())).isEqualTo(2);

        assertThat(err.toString()).contains("There is no folder");
    }

    private void cases(String tie) throws IOException {
        Files.createDirectories(folder.resolve("conformance"));
        Files.writeString(folder.resolve("conformance/motion.yaml"), """
                system: Motion
                preset: motion
                rows:
                  - row: G1
                    policy: motion
                    tally: { roll: { power: 10 } }
                    cases:
                      - { case: a majority, tally: { counts: { for: 2, against: 1 } }, expect: { outcome: passed } }
                      - { case: a tie, tally: { counts: { for: 2, against: 2 } }, expect: { outcome: %s } }
                """.formatted(tie));
    }

    private int run(String... more) {
        var words = new java.util.ArrayList<>(java.util.List.of(
                "conformance", "--examples", folder.resolve("examples.json").toString()));
        if (!java.util.List.of(more).contains("--presets")) {
            words.addAll(java.util.List.of("--presets", folder.toString()));
        }
        words.addAll(java.util.List.of(more));
        return Folkmoot.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words.toArray(String[]::new));
    }
}
