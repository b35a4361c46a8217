// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.folkmoot.cli.Typed;
import org.folkmoot.cli.client.ExitCodes;
import org.folkmoot.cli.house.Home;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrawCommandTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void copy() throws IOException {
        var examples = Home.find().resolve("examples").resolve("draw");
        file = folder.resolve("panel.yaml");
        Files.copy(examples.resolve("panel.yaml"), file);
        Files.copy(examples.resolve("pool.csv"), folder.resolve("pool.csv"));
    }

    @Test
    void thePageShowsThePanelOfTheExample() throws IOException {
        var page = Files.readString(Home.find().resolve("docs").resolve("sortition.md"));
        var drawn = Typed.run("draw panel examples/draw/panel.yaml");

        assertThat(drawn.code()).isZero();
        assertThat(page).contains("```\n" + drawn.out().strip() + "\n```");
        assertThat(Typed.run("draw panel examples/draw/panel.yaml --json")
                        .json()
                        .path("panel"))
                .hasSize(6);
    }

    @Test
    void whoCommitsRevealsTheSameLater() throws IOException {
        rewrite("(?s)commitments:.*", "");
        var committed = draw("commit", "--as", "ann").out().strip();
        var secret = folder.resolve("panel.yaml.ann.secret");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
                .isEqualTo("rw-------");
        assertThat(draw("commit", "--as", "ann").err()).contains("is there already");
        assertThat(draw("reveal", "--as", "ann").err()).contains("The draw has no commitment of ann");

        add("commitments: { " + quoted(committed) + " }\n");
        assertThat(draw("panel").err()).contains("not revealed: ann");
        var revealed = draw("reveal", "--as", "ann").out().strip();
        add("reveals: { " + quoted(revealed) + " }\n");

        assertThat(draw("panel").out()).contains("made by ann");
        rewrite("seats: 6", "seats: 4");
        assertThat(draw("reveal", "--as", "ann").err()).contains("were changed");
    }

    @Test
    void nobodyCommitsToADrawThatCannotBeMade() throws IOException {
        rewrite("(?s)commitments:.*", "");
        rewrite("seats: 6", "seats: 600");

        var typed = draw("commit", "--as", "ann");

        assertThat(typed.code()).isEqualTo(ExitCodes.USAGE);
        assertThat(typed.err()).startsWith("Nothing can be drawn: A panel of 600");
        assertThat(folder.resolve("panel.yaml.ann.secret")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "seats: 6 | seats: 5 | revealed what they had not committed to",
                "spring 2026 | spring 2027 | revealed what they had not committed to",
                "north: \\[2, 2] | north: [1, 2] | revealed what they had not committed to",
                "(?s)(reveals:.*)  cleo: \"[0-9a-f]*\" | $1 | not revealed: cleo",
                "north: \\[2, 2] | north: [2] | A quota is [from, to].",
                "seats: 6 | seats: 0 | A whole number from 1",
                "seats: 6 | places: 6 | is missing",
                "pool.csv | nowhere.csv | nowhere.csv",
                "anna: \"c3 | anna: \"zz | 32 bytes in lower-case hex are expected.",
            })
    void nobodyChangesADrawBehindItsCommitments(String what, String to, String said) throws IOException {
        rewrite(what, to);

        var drawn = draw("panel");

        assertThat(drawn.code()).isNotZero();
        assertThat(drawn.out() + drawn.err()).contains(said);
    }

    @Test
    void aPoolThatWasChangedDrawsNobody() throws IOException {
        var pool = folder.resolve("pool.csv");
        Files.writeString(pool, Files.readString(pool).replace("p12,harbour,young", "p12,harbour,old"));

        assertThat(draw("panel").err()).contains("revealed what they had not committed to");
        Files.writeString(pool, "name,age\nx,1\n");
        assertThat(draw("panel").code()).isEqualTo(ExitCodes.USAGE);
    }

    private Typed draw(String... words) {
        var all = new String[words.length + 2];
        all[0] = "draw";
        all[1] = words[0];
        all[2] = file.toString();
        System.arraycopy(words, 1, all, 3, words.length - 1);
        return Typed.run(all);
    }

    private void rewrite(String what, String to) throws IOException {
        Files.writeString(file, Files.readString(file).replaceFirst(what, to));
    }

    private void add(String text) throws IOException {
        Files.writeString(file, Files.readString(file) + text);
    }

    private static String quoted(String line) {
        return line.replaceFirst(": (.*)", ": \"$1\"");
    }
}
