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
import org.junit.jupiter.params.provider.CsvSource;

/** Files that were cut off or written otherwise are refused, and never counted as far as they go. */
class DamagedFilesTest {
    private static final Words WORDS =
            new Words("overvote", List.of("undervote", "skipped"), "|", "UWI", List.of(), "");

    private static final String ORDERS = "# NUMBER ALTERNATIVES: %s\n# NUMBER VOTERS: %s\n# NUMBER UNIQUE ORDERS: %s\n"
            + "# ALTERNATIVE NAME 1: A\n# ALTERNATIVE NAME 2: B\n5: 1,2\n2: 2,1\n";

    private static final String BUDGET = "META\nkey;value\nnum_projects;%s\nnum_votes;%s\nPROJECTS\nproject_id;cost\n"
            + "a;1\nb;1\nVOTES\nvoter_id;vote;vote_strength\n1;a;4\n2;b;1\n3;a;1\n";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id,precinct,rank1 / A / 1,n,A                   | line 2: the row ends before the column 'rank1'",
                "id,precinct,rank1 / 1,n,A / A                   | line 3: the row ends before the column 'rank1'",
                "id,precinct,rank1 / 1,n,A / 2,n                 | line 3: the row ends before the column 'rank1'",
                "count,rank1,rank2 / 1,A,B / 2;B                 | line 3: the row ends before the column 'rank1'",
                "rank2,id,rank1 / B,1,A / A,1                    | line 3: the row ends before the column 'rank1'",
            })
    void aRowThatEndsBeforeItsRanksIsNoBallot(String rows, String reason) {
        assertThatThrownBy(() -> csv(rows)).isInstanceOf(BadFile.class).hasMessageContaining(reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {"A|", "|A", "A||B", "|"})
    void aMarkHasAName(String cell) {
        assertThatThrownBy(() -> csv("rank1 / B / " + cell))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("line 3: a mark has no name");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '/',
            value = {
                "id,rank1,rank2 / 1,Doe, Jane,B       / line 2: the row has more cells than there are columns",
                "id,name,rank1 / 1,Doe, Jane,B       / line 2: the row has more cells than there are columns",
                "id,rank1,rank2 / 1,,                 / line 3: no ballot names anybody, so there are no candidates"
            })
    void aRowHasNoMoreCellsThanColumns(String head, String row, String reason) {
        assertThatThrownBy(() -> csv(head.strip() + " / " + row.strip()))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(reason);
    }

    @Test
    void whatSpreadsheetsLeaveBehindIsNoBallot() throws IOException {
        assertThat(csv("id,count,rank1,rank2,, / a,2,A,B,,, / b,0,C,,, / c,3,,,, / ,,,,, / ,,,,,")
                        .ballots())
                .isEqualTo(Map.of("[0,1]", 2L, "[]", 3L));
        assertThat(csv("rank1,rank2 / A,B / ,").ballots()).isEqualTo(Map.of("[0,1]", 1L, "[]", 1L));
    }

    @Test
    void oneOfSeveralContestsIsNamed() throws IOException {
        var file = file(
                "a.csv",
                "id,Mayor Choice 1 of 2 City,Mayor Choice 2 of 2 City,Council Choice 1 of 2 City,Council Choice 2 of 2 City\n"
                        + "1,Ann,undervote,Xi,Yo\n2,Bo,Ann,overvote,\n");

        assertThat(CsvBallots.read(file, of("mayor"), _ -> {}).candidates()).containsExactly("Ann", "Bo");
        assertThat(CsvBallots.read(file, of("Council"), _ -> {}).ballots())
                .isEqualTo(Map.of("[0,1]", 1L, "[\"O\"]", 1L));
        assertThatThrownBy(() -> CsvBallots.read(file, of(""), _ -> {}))
                .hasMessageContaining("line 1: two columns are rank 1: give a file of one contest, or a text that");
        assertThatThrownBy(() -> CsvBallots.read(file, of("Judge"), _ -> {}))
                .hasMessageContaining("there are no columns rank1, rank2 … in a row of 'Judge'");
    }

    private static Words of(String contest) {
        return new Words("overvote", List.of("undervote"), "|", "UWI", List.of(), contest);
    }

    @Test
    void aRowMayEndAfterItsFirstRank() throws IOException {
        assertThat(csv("id,rank1,rank2 / 1,A,B / 2,B / 3,").ballots())
                .isEqualTo(Map.of("[0,1]", 1L, "[1]", 1L, "[]", 1L));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 7, 2, ''",
        "2, 8, 2, '8 voters, not 7'",
        "2, 6, 2, '6 voters, not 7'",
        "2, 7, 3, '3 unique orders, not 2'",
        "2, 7, 1, '1 unique orders, not 2'",
        "3, 7, 2, '3 alternatives, not 2'",
        "1, 7, 2, '1 alternatives, not 2'"
    })
    void ordersAreAsManyAsTheFileSays(String alternatives, String voters, String orders, String reason)
            throws IOException {
        var file = file("a.soi", ORDERS.formatted(alternatives, voters, orders));

        refusedOrRead(reason, () -> PrefLib.read(file, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "'7,7,2', ''",
        "'10,10,2', '10 voters, not 7'",
        "'7,8,2', '8 votes, not 7'",
        "'7,7,3', '3 unique orders, not 2'",
        "'7,7', 'a line of sums is'"
    })
    void ordersOfTheOldFormAreAsManyAsItsSumsSay(String sums, String reason) throws IOException {
        var file = file("a.toi", "2\n1,A\n2,B\n" + sums + "\n5,1,2\n2,2,1\n");

        refusedOrRead(reason, () -> PrefLib.read(file, List.of()));
    }

    @ParameterizedTest
    @CsvSource({"1, '1 categories, not 2'", "2, ''", "3, '3 categories, not 2'"})
    void categoriesAreAsManyAsTheFileSays(String categories, String reason) throws IOException {
        var file = file(
                "a.cat",
                "# NUMBER CATEGORIES: " + categories + "\n# CATEGORY NAME 1: Yes\n# CATEGORY NAME 2: No\n"
                        + "# ALTERNATIVE NAME 1: A\n3: {1},{}\n");

        refusedOrRead(reason, () -> PrefLib.read(file, List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "2, 3, ''",
        "2, 2, '2 votes, not 3'",
        "2, 4, '4 votes, not 3'",
        "3, 3, '3 projects, not 2'",
        "1, 3, '1 projects, not 2'",
        "2, many, 'num_votes is a whole number'"
    })
    void aBudgetHasAsManyVotesAndProjectsAsTheFileSays(String projects, String votes, String reason)
            throws IOException {
        var file = file("a.pb", BUDGET.formatted(projects, votes));

        refusedOrRead(reason, () -> Pabulib.read(file));
    }

    private interface Reading {
        Profile read() throws IOException;
    }

    private static void refusedOrRead(String reason, Reading reading) throws IOException {
        if (reason.isEmpty()) {
            assertThat(reading.read().ballots()).hasSizeGreaterThan(0);
        } else {
            assertThatThrownBy(reading::read).isInstanceOf(BadFile.class).hasMessageContaining(reason);
        }
    }

    private Profile csv(String rows) throws IOException {
        return CsvBallots.read(file("a.csv", rows.replace(" / ", "\n") + "\n"), WORDS, _ -> {});
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
