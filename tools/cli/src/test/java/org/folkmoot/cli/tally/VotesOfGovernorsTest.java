// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.assertAgrees;
import static org.folkmoot.cli.tally.Written.json;

import org.folkmoot.cli.tally.TallyRow.State;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contracts number the sides of a motion 0, 1 and 2, and so may cases. */
class VotesOfGovernorsTest {
    /** A weight of 7 gives out 1, 2 and 1, and then what the row says. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'against'                                     | [4,2,1] | ",
                "'Against'                                     | [4,2,1] | ",
                "0                                             | [4,2,1] | ",
                "1                                             | [1,5,1] | ",
                "2                                             | [1,2,4] | ",
                "3                                             | [1,2,1] | invalid-vote-type",
                "-1                                            | [1,2,1] | invalid-vote-type",
                "{'support': 128}                              | [1,2,1] | GovernorInvalidVoteType",
                "{'support': 0}                                | [4,2,1] | ",
                "{'support': 0, 'params': []}                  | [4,2,1] | ",
                "{'support': 0, 'params': [0,1,0]}             | [1,2,1] | invalid-vote-params",
                "{'support': 'fractional', 'params': [0,1,0]}  | [1,3,1] | ",
                "{'support': 255, 'params': [0,3,0]}           | [1,5,1] | ",
                "{'support': 255, 'params': [0,4,0]}           | [1,2,1] | exceeds-remaining-weight",
                "{'support': 255, 'params': [0,1]}             | [1,2,1] | invalid-vote-params",
                "{'support': 255}                              | [1,2,1] | invalid-vote-params",
                "{'abstain': 1, 'for': 2}                      | [1,4,2] | "
            },
            quoteCharacter = '`')
    void aVoteIsASideByNameOrNumberOrParts(String vote, String tally, String error) {
        var refused = error == null ? "" : ", 'error': '" + error + "'";

        var row = row(
                "fractional-votes",
                "{'weight': 7}",
                "{'votes': [[1,2,1]," + vote + "]}",
                "{'tally': " + tally + refused + "}");

        assertAgrees(row);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{}", "{'nominal': 'against'}", "{'for': 1, 'perhaps': 1}"})
    void whatIsNoVoteIsNotSupported(String vote) {
        var row = row("fractional-votes", "{'weight': 7}", "{'votes': [" + vote + "]}", "{'tally': []}");

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(row.reason()).startsWith("A vote is a side, or amounts against, for and abstain, not {");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[['vote','bob',1],['override','ann',0]]                     | [[0,10,0],[10,0,0]] | ",
                "[['override','ann',2]]                                      | [[0,0,10]]          | ",
                "[['override','ann',3]]                                      | []                  | invalid-vote-type",
                "[['override','ann',0],['override','ann',2]]                 | [[10,0,0]]          "
                        + "| GovernorAlreadyCastVoteOverride"
            })
    void sidesOfOverridesHaveNumbersToo(String events, String tallies, String error) {
        var refused = error == null ? "" : ", 'error': '" + error + "'";

        var row = row(
                "delegation-with-override",
                "{'balances': {'ann': 10}, 'delegations': {'ann': 'bob'}}",
                "{'events': " + events + "}",
                "{'tallyAfterEach': " + tallies + refused + "}");

        assertAgrees(row);
    }

    /** A vote that is not said to be open is over; 10 votes are the quorum. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "9  |                        | defeated",
                "10 |                        | succeeded",
                "10 | , 'votingClosed': true | succeeded",
                "10 | , 'votingClosed': false | active"
            },
            quoteCharacter = '`')
    void aVoteIsOverUnlessItIsSaidToBeOpen(int inFavor, String closed, String state) {
        var row = row(
                "governor-bravo",
                "{'quorum': 10, 'quorumCounts': ['for', 'abstain']" + (closed == null ? "" : closed) + "}",
                "{'votes': [{'support': 1, 'weight': " + inFavor + "}]}",
                "{'state': '" + state + "'}");

        assertAgrees(row);
    }

    /** 35 votes are in favor and 5 abstain; what ends the poll early counts those in favor unless something else is said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                            | 35 | succeeded",
                "                                            | 36 | active",
                ", 'superQuorumCounts': ['for']              | 36 | active",
                ", 'superQuorumCounts': ['for', 'abstain']   | 40 | succeeded",
                ", 'superQuorumCounts': ['for', 'abstain']   | 41 | active"
            },
            quoteCharacter = '`')
    void aSuperQuorumCountsTheSidesThatItNames(String counts, int superQuorum, String state) {
        var row = row(
                "governor-bravo",
                "{'quorum': 10, 'quorumCounts': ['for'], 'votingClosed': false, 'superQuorum': " + superQuorum
                        + (counts == null ? "" : counts) + "}",
                "{'votes': [{'support': 'for', 'weight': 35}, {'support': 'abstain', 'weight': 5}]}",
                "{'state': '" + state + "'}");

        assertAgrees(row);
    }

    private static TallyRow row(String method, String parameters, String input, String expected) {
        var check = "{'method': '" + method + "', 'parameters': " + parameters + ", 'input': " + input
                + ", 'expected': " + expected + "}";
        return TallyRow.of(new TallyCase(json("{'id': 'motion'}")), new TallyCheck(json(check)));
    }
}
