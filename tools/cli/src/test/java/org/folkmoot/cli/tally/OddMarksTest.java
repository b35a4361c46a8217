// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.counted;
import static org.folkmoot.cli.tally.Written.json;

import org.folkmoot.cli.tally.TallyRow.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no mark is never passed over, and an overvote is one whether its candidates were recorded or not. */
class OddMarksTest {
    private static final String RCTAB = "{'overvoteRule': 'exhaustImmediately'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "schulze | ranked     | [[2,['B']],[1,[0]]]",
                "irv     | ranked     | [[2,['B']],[1,[0]]]",
                "irv     | ranked     | [[2,[1.1]],[1,[0]]]",
                "irv     | ranked     | [[2,[-1]],[1,[0]]]",
                "irv     | ranked     | [[2,[2]],[1,[0]]]",
                "irv     | ranked     | [[2,[4294967297]],[1,[0]]]",
                "irv     | ranked     | [[2,[true]],[1,[0]]]",
                "irv     | ranked     | [[2,['O',1]],[1,[0]]]",
                "irv     | ranked     | [[2,[[null]]],[1,[0]]]",
                "irv     | ranked     | [[2,'B'],[1,[0]]]",
                "irv     | ranked     | [[2,{'B':1}],[1,[0]]]",
                "irv     | ranked-cvr | [[2,['o',1]],[1,[0]]]",
                "irv     | ranked-cvr | [[2,[['O']]],[1,[0]]]",
                "rctab   | ranked-cvr | [[3,[['B']]],[2,[1]]]",
                "rctab   | ranked-cvr | [[3,[1.5,0]]]",
                "rctab   | ranked-cvr | [[3,[2,0]]]",
                "rctab   | ranked     | [[3,['O',0]]]",
                "rctab   | ranked     | [[3,'B']]",
                "sequential-pav | approval | [[3,'B'],[1,[0]]]",
                "sequential-pav | approval | [[3,[4294967297]],[1,[0]]]"
            })
    void whatIsNoMarkIsNotSupported(String method, String kind, String ballots) {
        var rctab = method.equals("rctab");

        var row = counted(rctab ? "irv" : method, rctab ? RCTAB : "{}", kind, "['A','B']", ballots);

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(row.reason()).matches("A rank(ing)? is .*|A ballot approves .*");
    }

    @ParameterizedTest
    @CsvSource({"0, true", "1, true", "2, false"})
    void aCandidateIsNumberedBelowTheirNumber(int number, boolean supported) {
        var row = counted("irv", "{}", "ranked-cvr", "['A','B']", "[[2,[null,[" + number + "]]]]");

        assertThat(row.state()).isEqualTo(supported ? State.COUNTED : State.NOT_SUPPORTED);
    }

    /** Two ballots overvote and then rank A; one ranks B and then A. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "['O',0]        | [1,0]",
                "[[0,1],0]      | [1,0]",
                "[null,'O',0]   | [1,1,0]",
                "[null,[1,0],0] | [1,1,0]"
            })
    void anOvervoteEndsABallotWithItsNamesAndWithout(String overvoted, String other) {
        var row = counted("irv", "{}", "ranked-cvr", "['A','B']", "[[2," + overvoted + "],[1," + other + "]]");

        assertThat(row.got().path("winners")).isEqualTo(json("['B']"));
        assertThat(row.got().path("rounds")).hasToString("[{\"A\":0,\"B\":1}]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[0,'O',1]", "[0,[0,1],1]", "[0,[2,1],1]"})
    void nothingBehindAnOvervoteIsCounted(String ballot) {
        var ballots = "[[2," + ballot + "],[3,[1]],[4,[2]]]";

        var row = counted("irv", "{}", "ranked-cvr", "['A','B','C']", ballots);

        assertThat(row.got().path("rounds").path(1)).hasToString("{\"B\":3,\"C\":4}");
    }

    @Test
    void anOvervoteMayComeAfterAllCandidates() {
        var row = counted("irv", "{}", "ranked-cvr", "['A','B']", "[[2,[0,1,'O']],[1,[1,0,[0,1]]]]");

        assertThat(row.got().path("winners")).isEqualTo(json("['A']"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"['O',0]", "[[0,1],0]"})
    void anOvervoteInFirstPlaceIsNoVoteForOne(String overvoted) {
        var row = counted("plurality", "{}", "ranked-cvr", "['A','B']", "[[2," + overvoted + "],[1,[1,0]]]");

        assertThat(row.got().path("tally")).hasToString("{\"A\":0,\"B\":1}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "stv-scottish | {}                | ['O',0]",
                "stv-scottish | {}                | [0,'O']",
                "stv-scottish | {}                | [[0,1],0]",
                "stv-scottish | {}                | [0,[0,1]]",
                "stv-gregory  | {'quota':'droop'} | ['O',0]",
                "stv-gregory  | {'quota':'droop'} | [0,[0,1]]"
            })
    void whereBallotsMoveOnInPartsNoneIsOvervoted(String method, String parameters, String overvoted) {
        var row = counted(method, parameters, "ranked-cvr", "['A','B']", "[[2," + overvoted + "],[1,[1]]]");

        assertThat(row.reason()).isEqualTo("Only one candidate may be at a rank, and a ballot has an overvote.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"['O',1] | [[\"B\"],[\"A\"]]", "[[0,1]] | [[\"A\",\"B\"]]"})
    void anOrderKnowsOfAnOvervoteWhatWasRecorded(String ballot, String ranking) {
        var row = counted("schulze", "{}", "ranked-cvr", "['A','B']", "[[2," + ballot + "]]");

        assertThat(row.got().path("ranking")).hasToString(ranking);
    }

    @ParameterizedTest
    @CsvSource({"schulze", "copeland", "minimax", "irv", "stv-scottish", "borda", "plurality", "ranked-pairs"})
    void candidatesHaveDifferentNames(String method) {
        var row = counted(method, "{}", "ranked", "['A','A']", "[[2,[0]]]");

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(row.reason()).isEqualTo("Two candidates are called 'A'.");
    }

    @ParameterizedTest
    @CsvSource({"''", "approval", "increment"})
    void withoutABallotEqualSharesTiesAsOtherRulesDo(String completion) {
        var parameters = completion.isEmpty() ? "{}" : "{'completion': '" + completion + "'}";
        var others = counted("sequential-phragmen", "{}", "approval", "['A','B']", "[]");

        var row = counted("equal-shares-committee", parameters, "approval", "['A','B']", "[]");

        assertThat(others.got().path("committees")).isEqualTo(json("[['A'],['B']]"));
        assertThat(row.got().path("committees"))
                .isEqualTo(
                        completion.equals("increment")
                                ? json("[['A']]")
                                : others.got().path("committees"));
    }
}
