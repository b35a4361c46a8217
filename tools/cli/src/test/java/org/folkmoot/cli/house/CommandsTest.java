// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.folkmoot.cli.Folkmoot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandsTest {
    @TempDir
    Path data;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    @BeforeEach
    void nothingSaidYet() {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
    }

    @Test
    void theStatusOfNothingIsNotReady() {
        assertThat(run("status", "--data", data.toString())).isEqualTo(4);
        assertThat(out.toString()).contains("does not run on " + data);
    }

    @Test
    void theStatusOfNothingIsNotReadyForProgramsToo() {
        assertThat(run("status", "--data", data.toString(), "--json")).isEqualTo(4);
        assertThat(out.toString()).contains("\"ready\" : false").contains("\"processes\" : [ ]");
    }

    @Test
    void downOfNothingIsDone() {
        assertThat(run("down", "--data", data.toString())).isZero();
    }

    @Test
    void aWrongWordIsUsage() {
        assertThat(run("up", "--data", data.toString(), "--services", "theatre"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("identity, proposals, voting, treasury");
    }

    @Test
    void aMissingLogIsSaid() {
        assertThat(run("logs", "voting", "--data", data.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("voting.log");
    }

    @Test
    void logsShowsTheEnd() throws Exception {
        Files.createDirectories(data.resolve("logs"));
        Files.writeString(data.resolve("logs/voting.log"), "one\ntwo\nthree\n");

        assertThat(run("logs", "voting", "-n", "2", "--data", data.toString())).isZero();

        assertThat(out.toString().lines()).containsExactly("two", "three");
    }

    private int run(String... words) {
        return Folkmoot.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(words);
    }
}
