// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.folkmoot.cli.Typed;
import org.folkmoot.cli.csv.CsvLine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Past polls come as documents, as lines and as tables; what is wrong is told with its line. */
class PastPollsTest {
    private static final String COLUMNS = "id,policy,roll,for,against,abstain,outcome\n";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,everything,100,25,5,0,passed | polls: 1, passed: 1, rejected: 0, otherwise than they were: 0",
                "a,everything,100,24,5,0,passed | polls: 1, passed: 0, rejected: 1, otherwise than they were: 1",
                "a,everything,100,25,5,0, | polls: 1, passed: 1, rejected: 0, otherwise than they were: 0",
                "a,,100,25,5,0,rejected | polls: 1, passed: 1, rejected: 0, otherwise than they were: 1",
            })
    void aTableHasOnePollInALine(String line, String said) throws IOException {
        assertThat(backtest("past.csv", COLUMNS + line + "\n").out()).startsWith(said);
    }

    @Test
    void aCellMayStandInQuotes() {
        assertThat(CsvLine.cells("\"a, \"\"b\"\"\",everything, 7,"))
                .isEqualTo(List.of("a, \"b\"", "everything", "7", ""));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a,everything,100,25,5,passed | 6 cells, but the first line names 7 columns.",
                "a,everything,many,25,5,0,passed | [bad-value] /roll/power: 'many' is not a whole number from 0 on.",
                "a,everything,100,25,5,0,pased | [bad-value] /was: 'pased' is not one of passed, rejected. Did you"
                        + " mean passed?",
            })
    void whatIsWrongInATableIsToldWithItsLine(String line, String said) throws IOException {
        var typed = backtest("past.csv", COLUMNS + line + "\n");

        assertThat(typed.code()).isEqualTo(2);
        assertThat(typed.err()).contains("past.csv:2:", said);
    }

    @Test
    void linesOfJsonAreReadOneByOne() throws IOException {
        var line = "{\"name\":\"a\",\"roll\":{\"power\":100},\"counts\":{\"for\":25},\"was\":\"rejected\"}\n";

        assertThat(backtest("past.jsonl", line + "\n" + line).out())
                .startsWith("polls: 2, passed: 2, rejected: 0, otherwise than they were: 2");
    }

    @Test
    void aDocumentMayHaveManyPolls() {
        assertThat(Typed.run("constitution backtest examples/decide/candidate.yaml --against examples/decide/ten.yaml")
                        .out())
                .startsWith("polls: 10, ");
    }

    private Typed backtest(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, text);
        return Typed.run("constitution", "backtest", "examples/decide/candidate.yaml", "--against", file.toString());
    }
}
