// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.policies.Choices.among;
import static org.folkmoot.policies.Choices.ranked;
import static org.folkmoot.policies.Choices.runoff;

import java.math.BigInteger;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.policies.Choices.With;
import org.folkmoot.policies.InstantRunoff.OvervoteRule;
import org.folkmoot.policies.InstantRunoff.Settings;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a ballot whose ranks are not one option each. */
class RankingTest {
    private static final Question ABC = among("A", "B", "C");

    @Test
    void anOvervoteEndsTheBallotWherePolicySaysSo() {
        var end = new With().overvoteRule(OvervoteRule.EXHAUST_IMMEDIATELY).settings();
        var skip =
                new With().overvoteRule(OvervoteRule.ALWAYS_SKIP_TO_NEXT_RANK).settings();
        var single = new With()
                .overvoteRule(OvervoteRule.EXHAUST_IF_MULTIPLE_CONTINUING)
                .settings();

        assertThat(firstRound(end, "0+1,2")).isEqualTo("overvotes");
        assertThat(firstRound(end, "overvote,2")).isEqualTo("overvotes");
        assertThat(firstRound(skip, "0+1,2")).isEqualTo("C");
        assertThat(firstRound(skip, "overvote,2")).isEqualTo("C");
        assertThat(firstRound(skip, "2+1")).isEqualTo("exhaustedChoices");
        assertThat(firstRound(single, "0+1,2")).isEqualTo("overvotes");
    }

    @Test
    void anOvervoteCanCountOnceOneOfItsOptionsIsLeft() {
        var settings = new With()
                .overvoteRule(OvervoteRule.EXHAUST_IF_MULTIPLE_CONTINUING)
                .settings();

        var result = runoff(settings, ABC, ranked(4, "0"), ranked(4, "1"), ranked(1, "2,1+2,0"));

        assertThat(result.rounds().getFirst().transfers()).isEqualTo(Map.of("C", Choices.powers("B 1")));
        assertThat(result.winners()).containsExactly("B");
    }

    @Test
    void skippedRanksArePassedOverUpToTheLimit() {
        assertThat(firstRound(Settings.defaults(), ",,2")).isEqualTo("C");
        assertThat(firstRound(new With().maxSkipped(2).settings(), ",,2")).isEqualTo("C");
        assertThat(firstRound(new With().maxSkipped(1).settings(), ",,2")).isEqualTo("skippedRankings");
        assertThat(firstRound(new With().maxSkipped(0).settings(), "1,,")).isEqualTo("B");
    }

    @Test
    void aRepeatedOptionEndsTheBallotOnlyWherePolicySaysSo() {
        var question = among("A", "B", "C", "D");
        var ballots = Stream.of(ranked(5, "0"), ranked(4, "1"), ranked(2, "2"), ranked(1, "3,3,1"));

        var groups = ballots.toArray(Counted[]::new);
        var goesOn = runoff(Settings.defaults(), question, groups);
        var ends = runoff(new With().exhaustOnDuplicate(true).settings(), question, groups);

        assertThat(goesOn.rounds().getFirst().transfers()).isEqualTo(Map.of("D", Choices.powers("B 1")));
        assertThat(ends.rounds().getFirst().transfers()).isEqualTo(Map.of("D", Choices.powers("exhausted 1")));
        assertThat(ends.rounds().get(1).inactive()).containsEntry("repeatedRankings", BigInteger.ONE);
    }

    /** So it is in RCTab, whose reports would not be met otherwise. */
    @ParameterizedTest
    @CsvSource({"'overvote,2', C", "'overvote,overvote,2', repeatedRankings", "'0+1,0+1,2', repeatedRankings"})
    void aSecondRankOfMarksThatWereNotRecordedRepeatsTheFirst(String ranks, String where) {
        var rules = new With().overvoteRule(OvervoteRule.ALWAYS_SKIP_TO_NEXT_RANK);

        assertThat(firstRound(rules.settings(), ranks)).isEqualTo("C");
        assertThat(firstRound(rules.exhaustOnDuplicate(true).settings(), ranks)).isEqualTo(where);
    }

    /** Where one ballot is in the first round: an option, or the reason why it does not count. */
    private static String firstRound(Settings settings, String ranks) {
        Result result = runoff(settings, ABC, ranked(1, ranks));
        var round = result.rounds().getFirst();
        return Stream.concat(round.tally().entrySet().stream(), round.inactive().entrySet().stream())
                .filter(entry -> entry.getValue().signum() > 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining());
    }
}
