// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.tally.formats.CsvBallots.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between the columns of a table is told by its header. */
class SeparatorsTest {
    private static final Words WORDS =
            new Words("overvote", List.of("undervote", "skipped"), "|", "UWI", List.of(), "");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id;rank1;rank2;count\n1;A;B;2\n2;B;;1\n",
                "id\trank1\trank2\tcount\n1\tA\tB\t2\n2\tB\t\t1\n",
                "id,rank1,rank2,count\n1,A,B,2\n2,B,,1\n",
                "\uFEFFid;rank1;rank2;count\r\n1;A;B;2\r\n2;B;;1\r\n",
                "\uFEFF\"id\";\"rank1\";\"rank2\";\"count\"\r\n1;\"A\";B;2\r\n2;B;\"\";1",
                "sep=;\nid;rank1;rank2;count\n1;A;B;2\n2;B;;1\n",
                "sep=,\nid;x,rank1,rank2,count\n1,A,B,2\n2,B,,1\n",
                "sep=|\nid|rank1|rank2|count\n1|A|B|2\n2|B||1\n",
                "\trank1\trank2\tcount\n\tA\tB\t2\n\tB\t\t1\n"
            })
    void aTableHasTheSeparatorOfItsHeader(String table) throws IOException {
        var read = csv(table);

        assertThat(read.candidates()).containsExactly("A", "B");
        assertThat(read.ballots()).isEqualTo(Map.of("[0,1]", 2L, "[1]", 1L));
    }

    @Test
    void aTabGoesBeforeASemicolonAndThatBeforeAComma() throws IOException {
        var tabs = csv("Mayor, 1st Choice; city\tMayor, 2nd Choice; city\nRoe, A; B\tDoe\n");
        var semicolons = csv("Mayor, 1st Choice;Mayor, 2nd Choice\nRoe, A;Doe\n");

        assertThat(tabs.candidates()).containsExactly("Doe", "Roe, A; B");
        assertThat(semicolons.candidates()).containsExactly("Doe", "Roe, A");
    }

    @Test
    void aSeparatorThatGivesNoRanksIsNone() throws IOException {
        var commas = csv("Mayor; rank1,Mayor; rank2,notes; or\tnone\nRoe; A,Doe,x\ty\n");
        var semicolons = csv("\"Mayor\n1st Choice\";rank\t2;x,y\nRoe, A;Doe\n");

        assertThat(commas.candidates()).containsExactly("Doe", "Roe; A");
        assertThat(semicolons.candidates()).containsExactly("Doe", "Roe, A");
    }

    @Test
    void separatorsInQuotesSeparateNothing() throws IOException {
        var commas = csv("\"Mayor; city 1st Choice\",\"Mayor\tcity 2nd Choice\"\n\"Roe, A\",\"Doe \"\"Jo\"\"\"\n");
        var semicolons = csv("\"1st Choice\ta\";\"2nd Choice\"\n\"Roe; A\nsenior\";Doe\n");

        assertThat(commas.candidates()).containsExactly("Doe \"Jo\"", "Roe, A");
        assertThat(semicolons.candidates()).containsExactly("Doe", "Roe; A\nsenior");
    }

    @Test
    void aQuoteInANameHoldsNothingTogether() throws IOException {
        var read = csv("rank1,rank2\nJo \"Ann\" Roe,5\" Pipe\nB,Jo \"Ann\" Roe\n");

        assertThat(read.candidates()).containsExactly("5\" Pipe", "B", "Jo \"Ann\" Roe");
        assertThat(read.ballots()).isEqualTo(Map.of("[2,0]", 1L, "[1,2]", 1L));
    }

    @Test
    void aRowOfSeparatorsIsABallotAndABlankLineIsNone() throws IOException {
        assertThat(csv("rank1\trank2\n\t\n\n  \nA\t\n").ballots()).isEqualTo(Map.of("[]", 1L, "[0]", 1L));
        assertThat(csv("rank1;rank2\n;\n \t\nA;\n").ballots()).isEqualTo(Map.of("[]", 1L, "[0]", 1L));
    }

    @Test
    void aHeaderOfOneColumnNeedsNoSeparator() throws IOException {
        assertThat(csv("rank1\nA\n\"B; C\"\n\"D, the first\"\n").candidates())
                .containsExactly("A", "B; C", "D, the first");
        assertThatThrownBy(() -> csv("rank1\nA\nD, the first\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("line 3: the row has more cells than there are columns");
    }

    @Test
    void aTableWithoutRanksIsRefused() {
        assertThatThrownBy(() -> csv("id;choice;other, too\n1;A;B\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(
                        "line 1: there are no columns rank1, rank2 … in a row, but id, choice, other, too");
        assertThatThrownBy(() -> csv("1st Choice;2nd Choice;Mayor 1st Choice\nA;B;C\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("line 1: two columns are rank 1: give a file of one contest");
        assertThatThrownBy(() -> csv("id;rank1;rank2\n1;A;B\n2\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("line 3: the row ends before the column 'rank1'");
        assertThatThrownBy(() -> csv("rank1;rank2\nA;B\n\"C;D\nE;F\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("line 3: a quote that begins here does not end");
        assertThatThrownBy(() -> csv("sep=;\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("the file has no header");
    }

    private Profile csv(String text) throws IOException {
        return CsvBallots.read(Files.writeString(folder.resolve("a.csv"), text), WORDS, _ -> {});
    }
}
