// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.cli.house.Home;
import org.folkmoot.cli.tally.formats.CsvBallots.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormatsTest {
    private static final Words WORDS =
            new Words("overvote", List.of("undervote", "skipped"), "|", "UWI", List.of(), "");

    @TempDir
    Path folder;

    @Test
    void readsATableWithACountOfEachBallot() throws IOException {
        var read = CsvBallots.read(example("garden.csv"), WORDS, _ -> {});

        assertThat(read.candidates()).containsExactly("Hedge", "Orchard", "Pond");
        assertThat(read.ballots())
                .isEqualTo(Map.of(
                        "[1,2,0]", 4L, "[2,1]", 3L, "[0,2,1]", 2L, "[[0,2],1]", 1L, "[null,0]", 1L, "[\"O\",2]", 1L));
    }

    @Test
    void readsTheSpreadsheetOfOneContest() throws IOException {
        var read = CsvBallots.read(example("harbour-ess.csv"), WORDS, _ -> {});

        assertThat(read.candidates()).containsExactly("Anchor", "Buoy", "Cleat", "Undeclared Write-ins");
        assertThat(read.ballots())
                .containsEntry("[1,null,0]", 1L)
                .containsEntry("[3,2]", 1L)
                .containsEntry("[]", 1L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1st Choice,2nd Choice",
                "rank1,rank2",
                "MAYOR Choice 1 of 2 Citywide (026916),MAYOR Choice 2 of 2 Citywide (226916)"
            })
    void aRankThatWasSkippedIsNoCandidate(String header) throws IOException {
        var read = csv(header + "\nskipped,A\nSkipped,B\nA,undervote\n", WORDS);

        assertThat(read.candidates()).containsExactly("A", "B");
        assertThat(read.ballots()).isEqualTo(Map.of("[null,0]", 1L, "[null,1]", 1L, "[0]", 1L));
    }

    @Test
    void keepsEqualBallotsOfALongTableAsOne() throws IOException {
        var file = folder.resolve("long.csv");
        try (var out = Files.newBufferedWriter(file)) {
            out.write("rank1,rank2\n");
            for (var row = 0; row < 1_000_000; row++) {
                out.write(row % 2 == 0 ? "A,B\n" : "B,\n");
            }
        }
        var told = new ArrayList<Long>();

        var read = CsvBallots.read(file, WORDS, told::add);

        assertThat(read.ballots()).isEqualTo(Map.of("[0,1]", 500_000L, "[1]", 500_000L));
        assertThat(told).containsExactly(1_000_000L);
    }

    @Test
    void aTableIsRefusedWithTheLine() {
        assertThatThrownBy(() -> csv("name,age\nA,3\n", WORDS))
                .hasMessageContaining("line 1: there are no columns rank1");
        assertThatThrownBy(() -> csv("rank1,rank3\nA,B\n", WORDS)).hasMessageContaining("line 1");
        assertThatThrownBy(() -> csv("rank1,count\nA,2\nB,two\n", WORDS))
                .hasMessageContaining("line 3: a count is a whole number, not 'two'");
        assertThatThrownBy(() -> csv("rank1\nA\nC\n", new Words("", List.of(), "", "", List.of("A", "B"), "")))
                .hasMessageContaining("line 3: 'C' is not among the candidates");
        assertThatThrownBy(() -> csv("", WORDS)).isInstanceOf(BadFile.class);
    }

    @Test
    void readsOrdersInTheNewFormAndTheOld() throws IOException {
        var levels = PrefLib.read(example("colours.toi"), List.of());
        var old = PrefLib.read(example("colours-old.soi"), List.of());

        assertThat(levels.title()).isEqualTo("The colour of the boat house");
        assertThat(levels.candidates()).containsExactly("Red", "Green", "Blue", "White");
        assertThat(levels.ballots()).isEqualTo(Map.of("[0,[1,2]]", 5L, "[1,2,0,3]", 4L, "[2,1]", 3L));
        assertThat(old.ballots()).isEqualTo(Map.of("[0,1,2]", 5L, "[1,2,0,3]", 4L, "[2,1]", 3L));
    }

    @Test
    void ordersAreRefusedWithTheLine() {
        assertThatThrownBy(() -> PrefLib.read(file("# ALTERNATIVE NAME 1: A\n5: 1,1\n"), List.of()))
                .hasMessageContaining("line 2: alternative 1 stands there twice");
        assertThatThrownBy(() -> PrefLib.read(file("# ALTERNATIVE NAME 1: A\n\n5: 2\n"), List.of()))
                .hasMessageContaining("line 3: there is no alternative 2");
        assertThatThrownBy(() -> PrefLib.read(file("# ALTERNATIVE NAME 1: A\n5: {1\n"), List.of()))
                .hasMessageContaining("line 2");
    }

    @Test
    void categoriesAreRanksOrSomeOfThemApprove() throws IOException {
        var ranks = PrefLib.read(example("supper.cat"), List.of());
        var approved = PrefLib.read(example("supper.cat"), List.of("Yes", "Maybe"));

        assertThat(ranks.kind()).isEqualTo("ranked");
        assertThat(ranks.ballots()).isEqualTo(Map.of("[[0,1],2]", 4L, "[2,[0,1]]", 3L, "[1]", 2L));
        assertThat(approved.kind()).isEqualTo("approval");
        assertThat(approved.ballots()).isEqualTo(Map.of("[0,1,2]", 4L, "[2]", 3L, "[1]", 2L));
    }

    @Test
    void categoriesAreRefusedWithTheLine() {
        var two = "# CATEGORY NAME 1: Yes\n# CATEGORY NAME 2: No\n# ALTERNATIVE NAME 1: A\n";
        assertThatThrownBy(() -> PrefLib.read(file(two + "1: 1\n"), List.of()))
                .hasMessageContaining("line 4: there are 2 categories, not 1");
        assertThatThrownBy(() -> PrefLib.read(file(two + "1: 1,{},{}\n"), List.of()))
                .hasMessageContaining("line 4: there are 2 categories, not 3");
        assertThatThrownBy(() -> PrefLib.read(file(two + "1: 1,{}\n"), List.of("Perhaps")))
                .hasMessageContaining("the categories are [Yes, No], not [Perhaps]");
    }

    @Test
    void readsBallotsForSeatsWithoutWhoHasWithdrawn() throws IOException {
        var read = BltBallots.read(example("board.blt"));

        assertThat(read.title()).isEqualTo("The board of the rowing club");
        assertThat(read.seats()).hasValue(2);
        assertThat(read.candidates()).containsExactly("Ash", "Birch", "Cedar");
        assertThat(read.ballots()).isEqualTo(Map.of("[0,1]", 5L, "[1,2]", 4L, "[2,1]", 3L, "[0,2]", 2L, "[2]", 1L));
    }

    @Test
    void whatStandsBehindASharpIsARemarkUnlessItIsQuoted() throws IOException {
        var read =
                BltBallots.read(file("\uFEFF  2 1  # two for one seat\r\n -2\r\n3 2 1 0 # a ballot\r\n0 # no more\r\n"
                        + "  \"Ash #1\"  # one\r\n\"Birch\" # was \"Beech\"\r\n\"The board\"  # title"));

        assertThat(read.candidates()).containsExactly("Ash #1");
        assertThat(read.title()).isEqualTo("The board");
        assertThat(read.ballots()).isEqualTo(Map.of("[0]", 3L));
    }

    @Test
    void ballotsForSeatsAreRefusedWithTheLine() {
        assertThatThrownBy(() -> BltBallots.read(file("2 1\n3 1 2\n1 2 0\n0\n\"A\"\n\"B\"\n")))
                .hasMessageContaining("line 2: a ballot ends with 0, as that of line 3 does, unless none does");
        assertThatThrownBy(() -> BltBallots.read(file("2 1\n3 1 3 0\n")))
                .hasMessageContaining("there is no candidate 3");
        assertThatThrownBy(() -> BltBallots.read(file("2 1\n3 1 0\n0\n\"A\"\n")))
                .hasMessageContaining("candidate 2 has no name");
    }

    @Test
    void readsABudgetWithWhatWasPublished() throws IOException {
        var read = Pabulib.read(example("village.pb"));

        assertThat(read.kind()).isEqualTo("pb-approval");
        assertThat(read.candidates()).containsExactly("bench", "lamps", "bridge", "swing");
        assertThat(read.ballots()).containsEntry("[0,1]", 4L).containsEntry("[0,2]", 2L);
        assertThat(read.budget().costs()).containsEntry("lamps", "600");
        assertThat(read.budget().selected()).containsExactly("bench", "lamps", "swing");
        assertThat(read.budget().scores()).containsEntry("swing", "3");
    }

    @Test
    void aBudgetIsRefusedWithTheLine() {
        assertThatThrownBy(() -> Pabulib.read(file("PROJECTS\nproject_id;cost\na;many\n")))
                .hasMessageContaining("line 3: a cost is a number, not 'many'");
        assertThatThrownBy(() -> Pabulib.read(file("PROJECTS\nproject_id;cost\na;1\nVOTES\nvoter_id;vote\n1;b\n")))
                .hasMessageContaining("line 6: there is no project 'b'");
        assertThatThrownBy(() -> Pabulib.read(file("NOTES\n"))).hasMessageContaining("line 1: a section is");
    }

    @Test
    void aVoteMayCountForSeveral() throws IOException {
        var projects = "PROJECTS\nproject_id;cost\na;1\nVOTES\n";

        var read = Pabulib.read(file(projects + "voter_id;vote;vote_strength\n1;a;3\n2;a;\n3;a;1\n"));

        assertThat(read.ballots()).isEqualTo(Map.of("[0]", 5L));
        assertThatThrownBy(() -> Pabulib.read(file(projects + "voter_id;vote;vote_strength\n1;a;0.5\n")))
                .hasMessageContaining("line 6: vote_strength is a whole number, not '0.5'");
        assertThatThrownBy(() -> Pabulib.read(file(projects + "voter_id;vote;vote_strength\n1;a;0\n")))
                .hasMessageContaining("line 6: a ballot is there from 1 to");
        assertThatThrownBy(() -> Pabulib.read(file(projects + "voter_id;vote;points;vote_strength\n1;a;2;2\n")))
                .hasMessageContaining("line 6: vote_strength multiplies approvals, and not points");
    }

    private Profile csv(String text, Words words) throws IOException {
        return CsvBallots.read(file(text), words, _ -> {});
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("file"), text);
    }

    private static Path example(String name) {
        return Home.find().resolve("examples/tally").resolve(name);
    }
}
