// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.json;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.folkmoot.cli.tally.TallyRow.State;
import org.folkmoot.cli.tally.formats.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Published examples and boundaries, counted from a case. */
class RecountsTest {
    @Test
    void oneCandidateIsElected() {
        var row = row("irv", "{'overvoteRule': 'exhaustImmediately'}", "ranked-cvr", "['A']", "[[3, [0]], [1, []]]");

        assertThat(row.got().path("winners")).isEqualTo(json("['A']"));
    }

    /** Ranked pairs as its article tells them: without a comparison of those left out, A is before B is before C. */
    @ParameterizedTest
    @CsvSource({
        "below-all-ranked, B",
        "last, B",
        "no preference, A",
        "no_preference, A",
        "not compared, A",
        "not-compared, A",
        "ignore, A",
        "ignored, A",
        "neither is preferred, A",
        "uncompared, A",
        "explicit, A",
        "candidates left out are not compared, A",
        "candidates left out are ranked last, B",
        "implicit ranking off, A"
    })
    void candidatesLeftOutAreLastOrNotCompared(String unranked, String winner) {
        var parameters = "{'sort': 'winning-votes', 'unranked': '" + unranked + "'}";

        var row = row("ranked-pairs", parameters, "ranked", "['A','B','C']", "[[68,[0,1]],[72,[1,2]],[52,[2,0]]]");

        assertThat(row.got().path("winners").path(0).asText()).isEqualTo(winner);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "noted", "above all", "unranked"})
    void whatIsNotKnownOfThemIsNotGuessed(String unranked) {
        var parameters = "{'sort': 'winning-votes', 'unranked': '" + unranked + "'}";

        var row = row("ranked-pairs", parameters, "ranked", "['A','B','C']", "[[68,[0,1]]]");

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
    }

    /** Of 12 votes for 2 seats, of which A has these; of the others everybody has one at most. */
    @ParameterizedTest
    @CsvSource({
        "droop, 4, false",
        "droop, 5, true",
        "droop, 6, true",
        "hagenbach-bischoff, 3, false",
        "hagenbach-bischoff, 4, false",
        "hagenbach-bischoff, 5, true",
        "imperiali, 2, false",
        "imperiali, 3, true",
        "imperiali, 4, true",
        "hare, 5, false",
        "hare, 6, true",
        "'', 4, false",
        "'', 5, true",
        "hare, 7, true",
        "Hare quota, 5, false",
        "Hare quota, 6, true",
        "Hare (valid/seats), 5, false",
        "Hare (valid/seats), 6, true",
        "Imperiali quota, 2, false",
        "Imperiali quota, 3, true",
        "'Droop quota (floor(valid/(seats+1))+1)', 4, false",
        "'Droop quota (floor(valid/(seats+1))+1)', 5, true",
        "4, 3, false",
        "4, 4, true",
        "4, 5, true",
        "'9/2', 4, false",
        "'9/2', 5, true"
    })
    void aQuotaIsReachedOrExceededAsItsNameSays(String quota, long votes, boolean elected) {
        var parameters = "{'quota': '" + quota + "'}";
        var ballots = new StringBuilder("[[" + votes + ",[0]]");
        for (var other = 1; other <= 12 - votes; other++) ballots.append(",[1,[" + other + "]]");
        var names = "['A','B','C','D','E','F','G','H','I','J','K']";

        var row = row("stv-gregory", parameters, "ranked", names, ballots + "]", 2);

        // Whoever is elected in the first stage is not shown in the next.
        var next = row.got().path("stages").path(1);
        assertThat(next.isEmpty()).isFalse();
        assertThat(next.has("A")).isEqualTo(!elected);
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
                                + " 'runoff': {'B': 3, 'C': 0, 'noPreference': 0}, 'winner': 'B',"
                                + " 'winners': ['B']}")
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

    @Test
    void marksThatRepeatACandidateOrSkipARankDoNotChangeTheOrder() {
        var ballots = "[[3, [null, 0, null, 0, 1]], [2, [1, 1, 'O', 0]]]";

        var row = row("schulze", "{}", "ranked-cvr", "['A','B','C']", ballots);

        assertThat(row.got().path("ranking")).isEqualTo(json("[['A'],['B'],['C']]"));
    }

    @Test
    void withoutABallotNobodyIsElectedAndDroopsQuotaIsOne() {
        var row = row("stv-scottish", "{}", "ranked", "['A','B']", "[]", 1);

        assertThat(row.got().path("quota").asInt()).isEqualTo(1);
        assertThat(row.got().path("elected")).isEmpty();
    }

    /** What makes no sense is one check that is not supported, and no end of the whole run. */
    @ParameterizedTest
    @CsvSource({
        "schulze, [], '[[1,[0]]]', The case has no candidates.",
        "schulze, '[''A'',''B'']', '[[1,[0,1,0]]]', This cannot be counted: The choice has more ranks than there are options.",
        "schulze, '[''A'',''B'']', '[[1]]', 'A group of ballots has a choice after its number: [1].'",
        "schulze, '[''A'',''B'']', '[[-1,[0]]]', 'A group of ballots begins with how many they are, not with -1.'"
    })
    void whatMakesNoSenseIsNotSupported(String method, String candidates, String ballots, String reason) {
        var row = row(method, "{}", "ranked", candidates, ballots);

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
        assertThat(row.reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "greedy, pb-greedy, '{}'",
        "greedy-no-skip, pb-greedy, '{\"onUnaffordable\":\"stop\"}'",
        "equalshares, pb-equal-shares, '{}'"
    })
    void aBudgetIsCountedByTheRuleOfItsFile(String rule, String method, String parameters) {
        var budget = new Profile.Budget(
                Map.of("rule", rule, "budget", "10"), Map.of("bench", "7"), List.of("bench"), Map.of());
        var profile =
                new Profile("Village", "pb-approval", List.of("bench"), Map.of("[0]", 1L), OptionalInt.empty(), budget);

        var check = new AskedCheck(null, null, Map.of()).check("village.pb", profile);

        assertThat(check.path("method").asText()).isEqualTo(method);
        assertThat(check.path("parameters").path("onUnaffordable").asText())
                .isEqualTo(json(parameters).path("onUnaffordable").asText());
        assertThat(check.path("expected").path("selected")).isEqualTo(json("['bench']"));
    }

    private static TallyRow row(
            String method, String parameters, String kind, String candidates, String ballots, long... seats) {
        var counted = "{'id': 'recount', 'ballotFormat': {'type': '" + kind + "'}, 'candidates': " + candidates
                + ", 'ballots': " + ballots + ", 'totalBallots': 192}";
        var seat = seats.length == 0 ? "" : ", 'seats': " + seats[0];
        var check = "{'method': '" + method + "', 'parameters': " + parameters + seat + "}";
        return TallyRow.of(new TallyCase(json(counted)), new TallyCheck(json(check)));
    }
}
