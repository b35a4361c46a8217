// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.assertAgrees;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Votes in parts, and votes beside those of delegates, as the tests of OpenZeppelin's governors tell them. */
class MotionRecountsTest {
    private static final String DELEGATED = "{'balances': {'ann': 10, 'bob': 7, 'cem': 5, 'dee': 2},"
            + " 'delegations': {'ann': 'bob', 'bob': 'bob', 'cem': 'ann', 'dee': 'bob'}}";

    /** A vote carries what was delegated to the voter and an override the voter's own balance; neither is the other. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[['vote','bob','for'],['override','ann','against']] | [[0,19,0],[10,9,0]]",
                "[['override','ann','against'],['vote','bob','for']] | [[10,0,0],[10,9,0]]",
                "[['vote','ann','for'],['override','ann','against']] | [[0,5,0],[10,5,0]]",
                "[['vote','bob','for'],['override','bob','abstain']] | [[0,19,0],[0,12,7]]",
                "[['vote','dee','for'],['override','cem','for']]     | [[0,0,0],[0,5,0]]"
            })
    void overridesAndVotesStandBesideEachOther(String events, String tallies) {
        var row = row("delegation-with-override", DELEGATED, "{'events': " + events + "}", "{'tallyAfterEach': []}");

        assertThat(row.got().path("tallyAfterEach")).hasToString(tallies);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[['override','ann','for'],['override','ann','for']] | [[0,10,0]] | already-overridden-vote",
                "[['vote','bob','for'],['vote','bob','against']]     | [[0,19,0]] | already-cast-vote",
                "[['vote','bob','for'],['vote','bob','against']]     | [[0,19,0]] | GovernorAlreadyCastVote",
                "[['vote','bob','perhaps']]                          | []         | invalid-vote-type",
                "[['vote','bob','for'],['vote','bob','perhaps']]     | [[0,19,0]] | invalid-vote-type",
                "[['vote','bob','perhaps'],['vote','bob','for']]     | []         | invalid-vote-type"
            })
    void whatIsRefusedEndsTheRows(String events, String tallies, String error) {
        var expected = "{'tallyAfterEach': " + tallies + ", 'error': '" + error + "'}";

        var row = row("delegation-with-override", DELEGATED, "{'events': " + events + "}", expected);

        assertAgrees(row);
    }

    @Test
    void whatIsNeitherVoteNorOverrideIsNotSupported() {
        var row = row("delegation-with-override", DELEGATED, "{'events': [['look','ann']]}", "{'tallyAfterEach': []}");

        assertThat(row.reason()).isEqualTo("An event is a vote or an override, not \"look\".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[0,2,1],[1,0,1]]      | [1,2,2] | 5",
                "[[1,2,1],'against']    | [4,2,1] | 7",
                "[{'support': 'for'}]   | [0,7,0] | 7",
                "[[0,0,0]]              | [0,0,0] | 0",
                "[[0,7,0]]              | [0,7,0] | 7"
            })
    void aSideAloneGetsWhatIsLeft(String votes, String tally, String used) {
        var row =
                row("fractional-votes", "{'weight': 7}", "{'votes': " + votes + "}", "{'tally': [], 'usedWeight': 0}");

        assertThat(row.got().path("tally")).hasToString(tally);
        assertThat(row.got().path("usedWeight")).hasToString(used);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[[0,8,0]]           | exceeds-remaining-weight | 8 | 7",
                "[[0,7,0],[0,1,0]]   | already-cast-vote        | 1 | 0",
                "[[0,7,0],[0,0,0]]   | no-remaining-weight      | 0 | 0",
                "['for','perhaps']   | already-cast-vote        | 0 | 0",
                "['for',[0,1,0]]     | already-cast-vote        | 1 | 0",
                "[[0,6,0],[1,1,0]]   | exceeds-remaining-weight | 2 | 1",
                "[[0,40000000000000000000,0]] | exceeds-remaining-weight | 40000000000000000000 | 7"
            })
    void nobodyGivesOutMoreThanIsLeft(String votes, String error, String requested, String remaining) {
        var expected = "{'error': '" + error + "', 'requested': 0, 'remaining': 9}";

        var row = row("fractional-votes", "{'weight': 7}", "{'votes': " + votes + "}", expected);

        assertThat(row.got().path("error").asText()).isEqualTo(error);
        assertThat(row.got().path("requested")).hasToString(requested);
        assertThat(row.got().path("remaining")).hasToString(remaining);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | [[0,0,0]]               | [0,0,0] | 0 | already-cast-vote",
                "0 | ['for']                 | [0,0,0] | 0 | GovernorAlreadyCastVote",
                "1 | ['for']                 | [0,1,0] | 1 | ",
                "7 | [[0,2,1],[1,2]]         | [0,2,1] | 3 | invalid-vote-params",
                "7 | [[0,2,1],[1,2,0,0]]     | [0,2,1] | 3 | invalid-vote-params",
                "7 | [[0,2,1],'perhaps']     | [0,2,1] | 3 | invalid-vote-type",
                "7 | [{'support': 'maybe'}]  | [0,0,0] | 0 | GovernorInvalidVoteType",
                "7 | [[0,2,1],[0,5,0]]       | [0,2,1] | 3 | exceeds-remaining-weight"
            })
    void whatIsRefusedLeavesWhatWasCastBefore(long weight, String votes, String tally, long used, String error) {
        var refused = error == null ? "" : ", 'error': '" + error + "'";
        var expected = "{'tally': " + tally + ", 'usedWeight': " + used + refused + "}";

        var row = row("fractional-votes", "{'weight': " + weight + "}", "{'votes': " + votes + "}", expected);

        assertAgrees(row);
    }

    /** Amounts may be written as text, as programs do that read no longer numbers; what is no amount is never 0. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'10000000000000000000' | succeeded | ",
                "10000000000000000000   | succeeded | ",
                "'0'                    | defeated  | ",
                "'ten'                  |           | An amount is a whole number from 0, not \"ten\".",
                "''                     |           | An amount is a whole number from 0, not \"\".",
                "-1                     |           | An amount is a whole number from 0, not -1.",
                "1.5                    |           | An amount is a whole number from 0, not 1.5.",
                "null                   |           | An amount is a whole number from 0, not null."
            },
            quoteCharacter = '`')
    void amountsMayBeText(String weight, String state, String reason) {
        var rule = "{'quorum': '8000000000000000000', 'quorumCounts': ['for'], 'pass': 'for > against',"
                + " 'votingClosed': true}";
        var votes = "{'votes': [{'support': 'for', 'weight': " + weight + "}]}";

        var row = row("governor-bravo", rule, votes, "{'state': '" + state + "'}");

        assertThat(row.reason()).isEqualTo(reason == null ? "" : reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "fractional-votes | {'weight': '7'} | {'votes': [['0','2',1]]} | {'tally': [0,2,1]}",
                "delegation-with-override | {'balances': {'ann': '10'}, 'delegations': {'ann': 'bob'}} "
                        + "| {'events': [['vote','bob','for']]} | {'tallyAfterEach': [[0,10,0]]}",
                "lazy-consensus | {'minVetoRatioPpm': '100000'} | {'supply': '10', 'vetoes': ['1']} | {'vetoReached': true}",
                "conviction-lock-tally | {} | {'votes': {'1': {'type': 'standard', 'side': 'aye', 'balance': '20000000000000000000',"
                        + " 'conviction': 1}}, 'delegations': []} | {'ayes': '20000000000000000000'}",
                "conviction-lock-tally | {} | {'votes': {'1': {'type': 'split', 'aye': '20000000000000000000', 'nay': '10'}},"
                        + " 'delegations': []} | {'ayes': '2000000000000000000', 'nays': 1}"
            },
            quoteCharacter = '`')
    void amountsMayBeTextInEveryMethod(String method, String parameters, String input, String expected) {
        var row = row(method, parameters, input, expected);

        assertAgrees(row);
    }

    /** Votes of tokens with eighteen decimals are longer than a machine's number. */
    @ParameterizedTest
    @CsvSource({"39999999999999999999, defeated", "40000000000000000000, succeeded", "40000000000000000001, succeeded"})
    void aQuorumMayBeLong(String votes, String state) {
        var rule = "{'quorum': 40000000000000000000, 'quorumCounts': ['for'], 'pass': 'for > against',"
                + " 'votingClosed': true}";

        var row = row(
                "governor-bravo", rule, "{'votes': [{'support': 'for', 'weight': " + votes + "}]}", "{'state': ''}");

        assertThat(row.got().path("state").asText()).isEqualTo(state);
    }

    private static TallyRow row(String method, String parameters, String input, String expected) {
        var check = "{'method': '" + method + "', 'parameters': " + parameters + ", 'input': " + input
                + ", 'expected': " + expected + "}";
        try {
            var counted = CaseFiles.JSON.readTree("{\"id\": \"motion\", \"ballotFormat\": {\"type\": \"scenario\"}}");
            return TallyRow.of(
                    new TallyCase(counted), new TallyCheck(CaseFiles.JSON.readTree(check.replace('\'', '"'))));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
