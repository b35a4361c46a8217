// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.folkmoot.cli.Typed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of pabulib as cities and programs write them. */
class PabulibFormsTest {
    private static final String PROJECTS = "PROJECTS\nproject_id;cost\na;100\nb;60\nc;50\nVOTES\n";

    @TempDir
    Path folder;

    @Test
    void fieldsMayBeQuotedMissingOrNone() throws IOException {
        var read = pb(
                "meta;;\nkey;value;\ndescription;\"A village; its\n square\";\nbudget;100,5;\ncomment;#1: none;\n;;\n"
                        + "Projects;;\nproject_id;cost;name;category;target;selected\n"
                        + "a;50,25;\"The \"\"big\"\" bench; red\";\"parks,paths\";adults;1\n\nb;20;5\" pipe;None;;0\n;;;;;\n"
                        + "votes;;\nVoter_id;Vote;age\n1;\"a,b\";40-59\n2;a;None\n3;None;\n4;\n");

        assertThat(read.title()).isEqualTo("A village; its\n square");
        assertThat(read.budget().costs()).isEqualTo(Map.of("a", "50.25", "b", "20"));
        assertThat(read.budget().selected()).containsExactly("a");
        assertThat(read.ballots()).isEqualTo(Map.of("[0,1]", 1L, "[0]", 1L, "[]", 2L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Approval   | voter_id;vote/1;a,b/2;b          | {\"a\":1,\"b\":2,\"c\":0}",
                "choose-1   | voter_id;vote/1;a/2;b            | {\"a\":1,\"b\":1,\"c\":0}",
                "cumulative | voter_id;vote;points/1;a,c;3,2   | {\"a\":3,\"b\":0,\"c\":2}",
                "scoring    | voter_id;vote;points/1;a,c;3,0   | {\"a\":3,\"b\":0,\"c\":0}",
                "ordinal    | voter_id;vote/1;b,a/2;c          | {\"a\":2,\"b\":3,\"c\":3}",
                "ordinal    | voter_id;vote;points/1;b,a;5,1/2;; | {\"a\":1,\"b\":5,\"c\":0}",
                "cumulative | voter_id;vote;points/1;a,c;2.5,0.25/2;a;1.5 | {\"a\":4,\"b\":0,\"c\":0.25}",
                "scoring    | voter_id;vote;points/1;a,c;3,-2.5/2;a;-1/3;b; | {\"a\":2,\"b\":1,\"c\":-2.5}"
            })
    void everyKindOfVoteHasItsPoints(String kind, String votes, String scores) throws IOException {
        var file = Files.writeString(
                folder.resolve("a.pb"),
                "META\nkey;value\nvote_type;" + kind + "\n" + PROJECTS + votes.replace('/', '\n') + "\n");

        assertThat(Typed.run("tally " + file + " --method pb-scores").out())
                .contains("The points of each project: " + scores);
    }

    @Test
    void whatIsNotScoredHasTheUsualScore() throws IOException {
        var votes = PROJECTS + "voter_id;vote;points\n1;a;5\n2;;\n";

        assertThat(pb("META\nkey;value\nvote_type;scoring\ndefault_score;2\n" + votes)
                        .ballots())
                .isEqualTo(Map.of("[[0,5],[1,2],[2,2]]", 1L, "[[0,2],[1,2],[2,2]]", 1L));
        assertThat(pb("META\nkey;value\nvote_type;scoring\ndefault_score;0\n" + votes)
                        .ballots())
                .isEqualTo(Map.of("[[0,5]]", 1L, "[]", 1L));
    }

    @Test
    void pointsBelowZeroAndWithDecimalsAreSummedUp() throws IOException {
        var votes = "META\nkey;value\nbudget;115\nrule;%s\nvote_type;scoring\nmin_points;-3\n%s"
                + PROJECTS.replace("cost", "cost;selected")
                        .replace("100", "100;0")
                        .replace("60", "60;1")
                        .replace("50", "50;1")
                + "voter_id;vote;points\n1;a,b;3,-2.5\n2;a,b;-3.5,3\n3;c;-0.75\n";

        assertThat(tally(votes.formatted("greedy", ""))).contains("agrees", "[\"b\",\"c\"]");
        assertThat(tally(votes.formatted("greedy-threshold", "min_project_score_threshold;0\n")))
                .contains("differs", "[\"b\"]");
        assertThat(tally(votes.formatted("greedy", "").replace("3,-2.5", "66.666667,33.333333")))
                .contains(
                        "not supported",
                        "points, counted from the lowest that any gives, and at most 1.000000 can be counted");
        assertThat(tally(votes.formatted("equalshares", "")))
                .contains("not supported", "A ballot gives points below 0, and the rule of equal shares does not say");
        assertThat(tally(votes.formatted("equalshares", "").replace("-", ""))).contains("differs", "[\"b\"]");
    }

    private String tally(String text) throws IOException {
        return Typed.run("tally " + Files.writeString(folder.resolve("a.pb"), text))
                .out();
    }

    @Test
    void rankedVotesAllHavePointsOrNoneHas() {
        assertThatThrownBy(() -> pb("META\nkey;value\nvote_type;ordinal\n" + PROJECTS
                        + "voter_id;vote;points\n1;a;2\n2;;\n3;b,a;\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining("line 13: either all ranked votes say what each rank is worth, or none does");
    }

    @Test
    void rankedProjectsMayAllBeRankedUnlessTheFileSaysHowMany() throws IOException {
        var votes = PROJECTS + "voter_id;vote\n1;b,a\n";

        assertThat(pb("META\nkey;value\nvote_type;ordinal\nscoring_fn;Borda\n" + votes)
                        .budget()
                        .meta())
                .containsEntry("max_length", "3");
        assertThat(pb("META\nkey;value\nvote_type;ordinal\nmax_length;2\n" + votes)
                        .budget()
                        .meta())
                .containsEntry("max_length", "2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "META/key;value/scoring_fn;Dowdall      | line 3: points for ranks are those of Borda, not 'Dowdall'",
                "META/description;A village             | line 2: the header of the section has no column 'key'",
                "PROJECTS/id;cost                       | line 2: the header of the section has no column 'project_id'",
                "ALL/voter_id;votes/1;a                 | line 7: the header of the section has no column 'vote'",
                "ALL/voter_id;vote/1;a,b,a              | line 8: project 'a' stands there twice",
                "ALL/voter_id;vote;points/1;a,a;1,2     | line 8: project 'a' stands there twice",
                "ALL/voter_id;vote;points/1;a;1,5       | line 8: there are 1 projects and 2 numbers of points",
                "ALL/voter_id;vote;points/1;a;many      | line 8: points are a number with at most 6 decimals, not 'many'",
                "ALL/voter_id;vote;points/1;a,b;1       | line 8: there are 2 projects and 1 numbers of points",
                "META/key;value/description;\"A village | line 3: a quote that begins here does not end"
            })
    void aLineIsRefusedWithItsNumber(String rows, String reason) {
        assertThatThrownBy(() -> pb(rows.replace("ALL/", PROJECTS).replace('/', '\n') + "\n"))
                .isInstanceOf(BadFile.class)
                .hasMessageContaining(reason);
    }

    private Profile pb(String text) throws IOException {
        return Pabulib.read(Files.writeString(folder.resolve("a.pb"), text));
    }
}
