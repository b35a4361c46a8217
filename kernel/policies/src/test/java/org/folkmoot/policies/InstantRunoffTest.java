// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.policies.Choices.among;
import static org.folkmoot.policies.Choices.ranked;
import static org.folkmoot.policies.Choices.runoff;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.folkmoot.policies.Choices.With;
import org.folkmoot.policies.InstantRunoff.Settings;
import org.folkmoot.policies.InstantRunoff.TieBreak;
import org.folkmoot.policy.Counted;
import org.folkmoot.policy.Question;
import org.folkmoot.policy.Round;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Small elections that can be counted on paper. */
class InstantRunoffTest {
    private static final Question ABC = among("A", "B", "C");

    @Test
    void moreThanHalfWinsAtOnce() {
        var result = runoff(Settings.defaults(), ABC, ranked(6, "0"), ranked(4, "1,2"), ranked(1, "2"));

        assertThat(result.winners()).containsExactly("A");
        assertThat(result.rounds()).hasSize(1);
        assertThat(result.rounds().getFirst().threshold()).isEqualTo(6);
        assertThat(result.words()).isEqualTo("A is elected with 6 of 11 in round 1.");
    }

    @ParameterizedTest
    @CsvSource({"5, 2", "6, 1"})
    void exactlyHalfIsNotEnough(long forA, int rounds) {
        var result = runoff(Settings.defaults(), ABC, ranked(forA, "0"), ranked(3, "1"), ranked(2, "2"));

        assertThat(result.rounds()).hasSize(rounds);
    }

    @Test
    void theWeakestGoesOutAndItsBallotsMoveOn() {
        var result = runoff(
                Settings.defaults(),
                ABC,
                ranked(4, "0"),
                ranked(3, "1,0"),
                ranked(1, "2,1"),
                ranked(1, "2"),
                ranked(2, ""));

        assertThat(result.winners()).containsExactly("A");
        assertThat(result.rounds())
                .containsExactly(
                        new Round(
                                1,
                                Choices.powers("A 4, B 3, C 2"),
                                BigInteger.valueOf(5),
                                Choices.powers(
                                        "exhaustedChoices 0, overvotes 0, repeatedRankings 0, skippedRankings 0"),
                                List.of(),
                                List.of("C"),
                                Map.of("C", Choices.powers("B 1, exhausted 1")),
                                ""),
                        new Round(
                                2,
                                Choices.powers("A 4, B 4"),
                                BigInteger.valueOf(5),
                                Choices.powers(
                                        "exhaustedChoices 1, overvotes 0, repeatedRankings 0, skippedRankings 0"),
                                List.of("A"),
                                List.of(),
                                Map.of(),
                                "Tied at 4: A, B. By the previous rounds, then the order of the options: A is elected."));
        assertThat(result.counts())
                .isEqualTo(Choices.powers("ballots 11, blank 2, continuing 8, exhausted 1, winner 4"));
    }

    @Test
    void whoTogetherCannotCatchUpGoOutTogether() {
        var question = among("A", "B", "C", "D", "E");
        var ballots =
                new Counted[] {ranked(10, "0"), ranked(9, "1"), ranked(3, "2,1"), ranked(2, "3,1"), ranked(3, "4,0")};

        var oneByOne = runoff(Settings.defaults(), question, ballots);
        var together = runoff(new With().batch(true).settings(), question, ballots);

        assertThat(oneByOne.rounds()).hasSize(4);
        assertThat(together.rounds()).hasSize(2);
        assertThat(together.rounds().getFirst().eliminated()).containsExactly("C", "D", "E");
        assertThat(together.winners()).isEqualTo(oneByOne.winners()).containsExactly("B");
    }

    @Test
    void whoCouldJustCatchUpTogetherGoOutOneByOne() {
        var question = among("A", "B", "C", "D");

        var result = runoff(
                new With().batch(true).settings(),
                question,
                ranked(6, "0"),
                ranked(5, "1"),
                ranked(3, "2,3"),
                ranked(2, "3"));

        assertThat(result.rounds().getFirst().eliminated()).containsExactly("D");
    }

    @Test
    void theCountCanGoOnUntilTwoRemain() {
        var result = runoff(
                new With().untilTwo(true).batch(true).settings(),
                ABC,
                ranked(6, "0"),
                ranked(3, "1"),
                ranked(1, "2,1"));

        assertThat(result.rounds().stream().map(Round::elected)).containsExactly(List.of("A"), List.of(), List.of());
        assertThat(result.rounds().stream().map(Round::eliminated)).containsExactly(List.of(), List.of("C"), List.of());
        assertThat(result.rounds().getLast().tally()).isEqualTo(Choices.powers("A 6, B 4"));
        assertThat(result.winners()).containsExactly("A");
    }

    @Test
    void writeInsGoOutFirstAndNeverWin() {
        var settings = new With().neverWins("C").settings();

        var result = runoff(settings, ABC, ranked(6, "2,1"), ranked(3, "0"), ranked(1, "1"));

        assertThat(result.rounds().getFirst().eliminated()).containsExactly("C");
        assertThat(result.winners()).containsExactly("B");
    }

    @Test
    void nobodyIsElectedByBallotsThatRankNobody() {
        var settings = new With().neverWins("C").settings();

        var result = runoff(settings, ABC, ranked(6, "2"), ranked(3, ""));

        assertThat(result.winners()).isEmpty();
        assertThat(result.counts())
                .isEqualTo(Choices.powers("ballots 9, blank 3, continuing 0, exhausted 6, winner 0"));
        assertThat(result.words()).isEqualTo("Nobody is elected: no ballot ranks an option that could be.");
    }

    @Test
    void theLastOptionLosesATieByOrder() {
        var settings = new With().tieBreak(TieBreak.ORDER).settings();

        var round = runoff(settings, ABC, ranked(2, "0"), ranked(2, "1"), ranked(2, "2"))
                .rounds()
                .getFirst();

        assertThat(round.eliminated()).containsExactly("C");
        assertThat(round.words()).isEqualTo("Tied at 2: A, B, C. By the order of the options: C goes out.");
    }

    @Test
    void whoHadFewerBeforeLosesATieByPreviousRounds() {
        var question = among("A", "B", "C", "D");
        var ballots = new Counted[] {ranked(5, "0"), ranked(2, "1"), ranked(3, "2"), ranked(1, "3,1")};

        var byHistory = runoff(Settings.defaults(), question, ballots);
        var byOrder = runoff(new With().tieBreak(TieBreak.ORDER).settings(), question, ballots);

        assertThat(byHistory.rounds().get(1).tally()).isEqualTo(Choices.powers("A 5, B 3, C 3"));
        assertThat(byHistory.rounds().get(1).eliminated()).containsExactly("B");
        assertThat(byOrder.rounds().get(1).eliminated()).containsExactly("C");
    }

    // printf '%s\0%s\0%s' 'drawn in public' 'Which one?' A | sha256sum  (and B, and C)
    @Test
    void theSmallestHashLosesATieByLot() {
        var settings = new With().lot("drawn in public").settings();

        var result = runoff(settings, ABC, ranked(2, "0"), ranked(2, "1"), ranked(2, "2"));

        assertThat(result.rounds().getFirst().eliminated()).containsExactly("B");
        assertThat(result.rounds().get(1).elected()).containsExactly("C");
    }

    @Test
    void powerCountsAndNotTheNumberOfBallots() {
        var heavy = new Counted(Choices.ranking("1"), 1, BigInteger.TWO.pow(200));

        var result = runoff(Settings.defaults(), ABC, ranked(99, "0"), heavy);

        assertThat(result.winners()).containsExactly("B");
        assertThat(result.ballots()).isEqualTo(100);
        assertThat(result.rounds().getFirst().threshold())
                .isEqualTo(BigInteger.TWO.pow(199).add(BigInteger.valueOf(50)));
    }
}
