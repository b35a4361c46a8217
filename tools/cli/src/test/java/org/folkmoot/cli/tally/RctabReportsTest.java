// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.assertAgrees;
import static org.folkmoot.cli.tally.Written.checked;

import org.folkmoot.cli.tally.TallyRow.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What reports of RCTab say in which order, and what they do not. */
class RctabReportsTest {
    private static final String NOTHING =
            "{'exhaustedChoices': 0, 'overvotes': 0, 'repeatedRankings': 0, 'skippedRankings': 0}";

    /** Below the minimum of 3 are Ash and Birch; Birch's ballots go to Cedar and Ash's to Dogwood. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'eliminated': 'Ash', 'transfers': {'Dogwood': 1}},"
                        + " {'eliminated': 'Birch', 'transfers': {'Cedar': 2}}  | ",
                "{'eliminated': 'Birch', 'transfers': {'Cedar': 2}},"
                        + " {'eliminated': 'Ash', 'transfers': {'Dogwood': 1}}  | ",
                "{'eliminated': 'Birch', 'transfers': {'Cedar': 2}},"
                        + " {'eliminated': 'Ash', 'transfers': {'Dogwood': 2}}  "
                        + "| rounds[0].tallyResults[1].transfers.Dogwood is 1, expected 2.",
                "{'eliminated': 'Birch', 'transfers': {'Cedar': 2}}             "
                        + "| rounds[0].tallyResults[1] is {\"eliminated\":\"Ash\",\"transfers\":{\"Dogwood\":1}},"
                        + " expected no more."
            })
    void whatHappensInOneRoundHasTheOrderOfTheReport(String results, String reason) {
        var first = "{'round': 1, 'inactiveBallots': " + NOTHING + ", 'tally': {'Ash': 1, 'Birch': 2, 'Cedar': 4,"
                + " 'Dogwood': 4}, 'tallyResults': [" + results + "], 'threshold': 6}";
        var second = "{'round': 2, 'inactiveBallots': " + NOTHING + ", 'tally': {'Cedar': 6, 'Dogwood': 5},"
                + " 'tallyResults': [{'elected': 'Cedar', 'transfers': {}}], 'threshold': 6}";

        var row = row("{'minimumVoteThreshold': 3}", "[]", "{'rounds': [" + first + "," + second + "]}");

        assertThat(row.reason()).isEqualTo(reason == null ? "" : reason);
    }

    /** Cedar and Dogwood reach the threshold in one round, so neither is the first winner; Birch comes later. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "['Cedar', 'Dogwood', 'Birch'] | AGREES",
                "['Dogwood', 'Cedar', 'Birch'] | AGREES",
                "['Birch', 'Cedar', 'Dogwood'] | DIFFERS",
                "['Dogwood', 'Cedar']          | DIFFERS"
            })
    void winnersOfOneRoundHaveTheOrderOfTheReport(String winners, State state) {
        var parameters = "{'winnerElectionMode': 'multiWinnerAllowMultipleWinnersPerRound', 'numberOfWinners': 3,"
                + " 'overvoteRule': 'exhaustImmediately'}";

        var row = row(parameters, "[]", "{'winners': " + winners + "}");

        assertThat(row.state()).isEqualTo(state);
    }

    /** Somebody who is excluded and stands on no ballot changes nothing, even where two are to remain. */
    @Test
    void whoIsExcludedNeedNoNumber() {
        var row = row("{'continueUntilTwoCandidatesRemain': true}", "['Elm', 'Cedar']", "{'winners': ['Dogwood']}");

        assertAgrees(row);
    }

    /** Of a ballot of three ranks a file leaves out those at the end that have no mark; also the whole of one without any. */
    @ParameterizedTest
    @CsvSource({"3, 3", "max, 3", "1, 3", "3,", "max,"})
    void aBlankRankIsAWriteInAlsoWhereTheFileLeavesItOut(String allowed, Integer onBallot) {
        var parameters = "{'overvoteRule': 'exhaustImmediately', 'treatBlankAsUndeclaredWriteIn': true,"
                + " 'maxRankingsAllowed': '" + allowed + "'"
                + (onBallot == null ? "" : ", 'maxRankingsOnBallot': " + onBallot) + "}";

        var row = checked(
                "ranked-cvr",
                "['Ash', 'Birch', 'Undeclared Write-ins']",
                "[[2, [1]], [1, []], [1, [0]]]",
                "{'method': 'irv', 'parameters': " + parameters + "}");

        assertThat(row.got().path("rounds").path(0).path("tally"))
                .hasToString("{\"Ash\":1,\"Birch\":2,\"Undeclared Write-ins\":1}");
    }

    private static TallyRow row(String parameters, String excluded, String expected) {
        var mode = parameters.replace("{", "{'overvoteRule': 'exhaustImmediately', ");
        return checked(
                "ranked-cvr",
                "['Ash','Birch','Cedar','Dogwood']",
                "[[1,[0,3]],[2,[1,2]],[4,[2]],[4,[3]]]",
                "{'method': 'irv', 'parameters': " + mode + ", 'excludedCandidates': " + excluded + ", 'expected': "
                        + expected + "}");
    }
}
