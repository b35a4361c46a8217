// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.folkmoot.cli.tally.TallyRow.State;
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

    @Test
    void nobodyOverridesTwice() {
        var events = "{'events': [['override','ann','for'],['override','ann','for']]}";

        var row = row("delegation-with-override", DELEGATED, events, "{'tallyAfterEach': []}");

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(row.reason()).isEqualTo("A voter may vote once and override once, and \"ann\" does it twice.");
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
                "[[0,7,0],[0,1,0]]   | exceeds-remaining-weight | 1 | 0",
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
