// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.folkmoot.cli.tally.TallyRow.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published examples and boundaries, counted from a case. */
class RecountsTest {
    @Test
    void oneCandidateIsElected() {
        var row = row("irv", "{'overvoteRule': 'exhaustImmediately'}", "ranked-cvr", "['A']", "[[3, [0]], [1, []]]");

        assertThat(row.got().path("winners")).isEqualTo(json("['A']"));
    }

    /** Ranked pairs as its article tells them: without a comparison of those left out, A is before B is before C. */
    @ParameterizedTest
    @CsvSource({"below-all-ranked, B", "no preference, A"})
    void candidatesLeftOutAreLastOrNotCompared(String unranked, String winner) {
        var parameters = "{'sort': 'winning-votes', 'unranked': '" + unranked + "'}";

        var row = row("ranked-pairs", parameters, "ranked", "['A','B','C']", "[[68,[0,1]],[72,[1,2]],[52,[2,0]]]");

        assertThat(row.got().path("winners").path(0).asText()).isEqualTo(winner);
    }

    @ParameterizedTest
    @CsvSource({"25, A", "'100/3', A", "droop, A", "imperiali, A", "hare, A"})
    void aQuotaIsANumberOrHasAName(String quota, String first) {
        var parameters = "{'quota': '" + quota + "'}";

        var row = row("stv-gregory", parameters, "ranked", "['A','B','C']", "[[65,[0,1]],[15,[1]],[20,[2]]]", 2);

        assertThat(row.state()).isEqualTo(State.COUNTED);
        assertThat(row.got().path("winners").path(0).asText()).isEqualTo(first);
    }

    @Test
    void aQuotaOfNothingIsNone() {
        var row = row("stv-gregory", "{'quota': '0'}", "ranked", "['A','B']", "[[1,[0]]]", 1);

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
    }

    @Test
    void whereNobodyIsGivenAnythingAllAreTied() {
        var row = row("star", "{}", "scores", "['A','B','C']", "[[5,[0,0,0]]]", 1);

        assertThat(row.got().path("scores")).hasToString("{\"A\":0,\"B\":0,\"C\":0}");
        assertThat(row.got().path("tie")).isEqualTo(json("['A','B','C']"));
    }

    @Test
    void eachSeatHasItsScoresAndItsRunoff() {
        var row = row("bloc-star", "{}", "scores", "['A','B','C']", "[[2,[5,4,0]],[1,[0,5,1]]]", 2);

        assertThat(row.got().path("winners")).isEqualTo(json("['A','B']"));
        assertThat(row.got().path("rounds").path(1))
                .hasToString(json("{'scores': {'B': 13, 'C': 1},"
                                + " 'runoff': {'B': 3, 'C': 0, 'noPreference': 0}, 'winner': 'B'}")
                        .toString());
    }

    /** A percentage that the decimals of the count cannot hold is rounded down: 15 % of 10 votes are 1. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1.5"})
    void aPercentageHasTheDecimalsOfTheCount(int decimals, String threshold) {
        var parameters = "{'winnerElectionMode': 'bottomsUpUsingPercentageThreshold', 'numberOfWinners': '0',"
                + " 'multiSeatBottomsUpPercentageThreshold': '15', 'decimalPlacesForVoteArithmetic': " + decimals + "}";

        var row = row("bottoms-up-threshold", parameters, "ranked-cvr", "['A','B']", "[[6,[0]],[4,[1]]]", 0);

        assertThat(row.got().path("rounds").path(0).path("threshold").asText()).isEqualTo(threshold);
    }

    @ParameterizedTest
    @CsvSource({
        "39, 0, false, active",
        "40, 0, false, succeeded",
        "40, 40, false, active",
        "40, 40, true, defeated",
        "9, 0, true, defeated",
        "10, 0, true, succeeded"
    })
    void aSuperQuorumEndsAPollEarly(long inFavor, long opposed, boolean closed, String state) {
        var parameters = "{'quorum': 10, 'superQuorum': 40, 'quorumCounts': ['for', 'abstain'],"
                + " 'pass': 'for > against', 'votingClosed': " + closed + "}";
        var check = "{'method': 'governor-bravo', 'parameters': " + parameters
                + ", 'input': {'votes': [{'support': 'for', 'weight': " + inFavor
                + "}, {'support': 'against', 'weight': " + opposed + "}]}}";

        var row = TallyRow.of(new TallyCase(json("{'id': 'motion'}")), new TallyCheck(json(check)));

        assertThat(row.got().path("state").asText()).isEqualTo(state);
    }

    private static TallyRow row(
            String method, String parameters, String kind, String candidates, String ballots, long... seats) {
        var counted = "{'id': 'recount', 'ballotFormat': {'type': '" + kind + "'}, 'candidates': " + candidates
                + ", 'ballots': " + ballots + ", 'totalBallots': 192}";
        var seat = seats.length == 0 ? "" : ", 'seats': " + seats[0];
        var check = "{'method': '" + method + "', 'parameters': " + parameters + seat + "}";
        return TallyRow.of(new TallyCase(json(counted)), new TallyCheck(json(check)));
    }

    private static JsonNode json(String written) {
        try {
            return CaseFiles.JSON.readTree(written.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
