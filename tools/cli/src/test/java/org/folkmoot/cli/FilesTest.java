// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a file that is none, or that is not what was expected. */
class FilesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "constitution check FILE",
                "constitution diff FILE FILE",
                "decide --constitution FILE --tally FILE",
                "constitution backtest examples/decide/constitution.yaml --against FILE",
                "draw panel FILE",
                "act verify FILE"
            })
    void aFolderIsNoFile(String words) {
        var typed = Typed.run(words.replace("FILE", folder.toString()));

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains(folder + " is a folder").doesNotContain("\tat ");
    }

    @Test
    void aDrawThatCannotBeReadIsNamed() throws IOException {
        var draw = Files.writeString(folder.resolve("draw.json"), "no draw");

        var typed = Typed.run("draw", "panel", draw.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains(draw + ":1:1");
    }

    @Test
    void aTableWithoutALineIsNoPastPoll() throws IOException {
        var polls = Files.writeString(folder.resolve("polls.csv"), "");

        var typed = Typed.run(
                "constitution", "backtest", "examples/decide/constitution.yaml", "--against", polls.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains(polls + " is empty");
    }

    @Test
    void whatIsTooDeepIsNotCalledSomethingElse() throws IOException {
        var deep = Files.writeString(folder.resolve("deep.json"), "[".repeat(2_000) + "]".repeat(2_000));

        var typed = Typed.run("tally", deep.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("nesting depth").doesNotContain("not JSON");
    }

    @Test
    void withoutASuiteNothingIsReady() {
        var typed = Typed.run("poll", "show", "a0".repeat(32), "--data", folder.toString());

        assertThat(typed.code()).isEqualTo(4);
        assertThat(typed.err()).startsWith("Nothing runs on " + folder);
    }

    @Test
    void logsThatAreThereAreNamed() throws IOException {
        Files.createDirectory(folder.resolve("logs"));
        Files.writeString(folder.resolve("logs").resolve("voting.log"), "a line\n");
        Files.writeString(folder.resolve("logs").resolve("kafka.log"), "a line\n");

        var typed = Typed.run("logs", "nosuch", "--data", folder.toString());

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("There is no log").contains("[kafka, voting]");
    }
}
