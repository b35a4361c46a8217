// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.assertAgrees;
import static org.folkmoot.cli.tally.Written.checked;
import static org.folkmoot.cli.tally.Written.counted;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Votes that Snapshot drops carry power to the total, and none to a choice. */
class SnapshotVotesTest {
    /** One vote gives A and B the same, and the other is what the row says: both have a power of 8. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weighted           | {'1': 1}          | [12,4]",
                "weighted           | {'1': 1, '2': 0}  | [12,4]",
                "weighted           | {'1': 0, '2': 0}  | [4,4]",
                "weighted           | {}                | [4,4]",
                "weighted           | {'1': 2, '2': -1} | [4,4]",
                "weighted           | {'3': 1}          | [4,4]",
                "weighted           | [1]               | [4,4]",
                "quadratic-snapshot | {'1': 0, '2': 0}  | [4,4]",
                "quadratic-snapshot | {}                | [4,4]"
            })
    void onlyWhatValidVotesCarryIsSharedOut(String method, String choice, String scores) {
        var ballots = "[[1,{'1':1,'2':1},8,[8]],[1," + choice + ",8,[8]]]";

        var row = counted(method, "{}", "snapshot-votes", "['A','B']", ballots);

        assertThat(row.reason()).isEmpty();
        assertThat(row.got().path("scores")).hasToString(scores);
        assertThat(row.got().path("scoresTotal").asInt()).isEqualTo(16);
    }

    /** Where nobody voted, each strategy gave nothing to each choice. */
    @ParameterizedTest
    @CsvSource({"single-choice", "approval", "weighted", "quadratic-snapshot", "copeland-snapshot", "irv-snapshot"})
    void withoutAVoteEachStrategyGaveNothing(String method) {
        var row = checked(
                "snapshot-votes",
                "['A','B']",
                "[]",
                "{'method': '" + method
                        + "', 'parameters': {}, 'expected': {'scores': [0, 0], 'scoresByStrategy': [[0, 0], [0, 0]]}}");

        assertAgrees(row);
    }

    /** Of a power of 8 the first strategy has 2 and the second 6; a vote that gives nothing to anything has 8 more. */
    @ParameterizedTest
    @CsvSource({"weighted", "quadratic-snapshot"})
    void theStrategiesShareThePowerOfValidVotes(String method) {
        var ballots = "[[1,{'1':1,'2':0},8,[2,6]],[1,{'2':0},8,[2,6]]]";

        var row = counted(method, "{}", "snapshot-votes", "['A','B']", ballots);

        assertThat(row.got().path("scoresByStrategy")).hasToString("[[2,6],[0,0]]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"[2,1] | [3,5] | 8", "[2] | [3,0] | 8", "[2,2] | [3,0] | 8", "[0,1] | [3,0] | 8", "[] | [3,0] | 8"
            })
    void aRankingThatIsNotCompleteIsPartOfTheTotalOnly(String choice, String scores, int total) {
        var ballots = "[[1,[1,2],3,[3]],[1," + choice + ",5,[5]]]";

        var row = counted("irv-snapshot", "{}", "snapshot-votes", "['A','B']", ballots);

        assertThat(row.got().path("scores")).hasToString(scores);
        assertThat(row.got().path("scoresTotal").asInt()).isEqualTo(total);
        assertThat(row.got().path("validVotes").asInt()).isEqualTo(scores.endsWith("5]") ? 2 : 1);
    }
}
