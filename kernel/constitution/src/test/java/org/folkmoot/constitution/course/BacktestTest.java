// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.constitution.course.Polls.APPROVAL;
import static org.folkmoot.constitution.course.Polls.QUORUM;
import static org.folkmoot.constitution.course.Polls.TIMING;
import static org.folkmoot.constitution.course.Polls.counts;
import static org.folkmoot.constitution.course.Polls.judge;
import static org.folkmoot.constitution.course.Polls.tally;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.policy.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A backtest says what other rules would have made of past polls. */
class BacktestTest {
    private static final Judge CANDIDATE = judge(QUORUM, APPROVAL, TIMING);
    private static final Judge PRESENT = judge("approval: { count: [for], of: roll, atLeast: 1/4 }", TIMING);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // the quorum of 40 at -1, 0, +1
                "39, 0, 0 | PASSED | true | quorum",
                "40, 0, 0 | PASSED | false | ''",
                "41, 0, 0 | PASSED | false | ''",
                "39, 0, 0 | REJECTED | false | quorum",
                // the majority at -1, 0, +1
                "30, 31, 0 | PASSED | true | approval",
                "30, 30, 0 | PASSED | true | approval",
                "31, 30, 0 | REJECTED | true | ''",
                "10, 20, 0 | PASSED | true | quorum;approval",
            })
    void flipsNameTheRulesThatStopThem(String poll, Outcome was, boolean flips, String stopped) {
        var replay = replay(poll, "was: " + was.name().toLowerCase(Locale.ROOT));

        assertThat(replay.flips()).isEqualTo(flips);
        assertThat(String.join(";", replay.stopped())).isEqualTo(stopped);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0, 39, 0 | false",
                "0, 40, 0 | true",
                "0, 41, 0 | true",
                "20, 10, 9 | false",
                "20, 10, 10 | true",
                "0, 0, 0 | false",
            })
    void unreachableIsWhatNoOtherVoteOfTheSameVotersCouldPass(String poll, boolean reachable) {
        assertThat(replay(poll).reachable()).isEqualTo(reachable);
    }

    @Test
    void percentilesAreOfTheNearestRank() {
        var backtest = new Backtest();
        IntStream.rangeClosed(1, 9).forEach(i -> backtest.add(replay(i * 10 + ", 0, 0")));

        assertThat(backtest.report().turnout())
                .isEqualTo(Map.of(
                        0, Fraction.of(10, 100),
                        10, Fraction.of(10, 100),
                        25, Fraction.of(30, 100),
                        50, Fraction.of(50, 100),
                        75, Fraction.of(70, 100),
                        90, Fraction.of(90, 100),
                        100, Fraction.of(90, 100)));
    }

    @Test
    void withoutPollsThereAreNoPercentiles() {
        assertThat(new Backtest().report().turnout()).isEmpty();
    }

    @Test
    void pivotalIsWhoAloneCouldHaveTurnedIt() {
        var replay = Replay.of(
                CANDIDATE,
                tally(
                        CANDIDATE,
                        ballots(Map.of("ash", "for 12", "birch", "for 18", "elm", "against 11", "fir", "against 3"))));

        // 44 are cast: without ash, birch or elm they are less than 40; without fir they are 41, and 30 to 11 passes
        assertThat(replay.now()).isEqualTo(Outcome.PASSED);
        assertThat(replay.pivotal()).containsExactly("ash", "birch", "elm");
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, true", "11, true"})
    void whoGoesOverTurnsItWhereATieFails(int own, boolean pivotal) {
        var judge = judge(APPROVAL, TIMING);
        var poll =
                tally(judge, ballots(Map.of("ash", "for " + own, "birch", "for " + (30 - own), "elm", "against 10")));

        assertThat(Replay.of(judge, poll).pivotal().contains("ash")).isEqualTo(pivotal);
    }

    @Test
    void besideThePresentRulesItSaysWhoBecomesPivotal() {
        var poll = tally(PRESENT, ballots(Map.of("ash", "for 12", "birch", "for 18", "elm", "against 11")));
        var backtest = new Backtest();

        backtest.add(Replay.of(CANDIDATE, poll), Replay.of(PRESENT, poll));

        // at present 25 of 100 must be for it: ash and birch are needed; now the quorum needs elm, too
        assertThat(backtest.report().pivotal()).isEqualTo(Map.of("ash", 1L, "birch", 1L, "elm", 1L));
        assertThat(backtest.report().becoming()).isEqualTo(Map.of("elm", 1L));
        assertThat(backtest.report().unknown()).isZero();
    }

    @Test
    void thePresentRulesSayWhatStoppedAPollThatWouldPassNow() {
        var poll = tally(CANDIDATE, counts(24, 10, 6));
        var backtest = new Backtest();

        backtest.add(Replay.of(CANDIDATE, poll), Replay.of(PRESENT, poll));

        assertThat(backtest.report().flips())
                .containsExactly(new Backtest.Flip("", "law", Outcome.REJECTED, Outcome.PASSED, List.of("approval")));
    }

    @Test
    void everythingIsCounted() {
        var backtest = new Backtest();
        backtest.add(replay("50, 0, 0", "was: passed"));
        backtest.add(replay("39, 0, 0", "was: passed"));
        backtest.add(replay("39, 0, 0"));
        backtest.skip();

        var report = backtest.report();

        assertThat(List.of(report.polls(), report.passed(), report.unknown(), report.skipped()))
                .containsExactly(3L, 1L, 1L, 1L);
        assertThat(report.flips()).hasSize(1);
        assertThat(report.unreachable()).hasSize(2);
    }

    private static Replay replay(String poll, String... more) {
        var counts = poll.split(", ");
        return Replay.of(
                CANDIDATE,
                tally(
                        CANDIDATE,
                        counts(Long.parseLong(counts[0]), Long.parseLong(counts[1]), Long.parseLong(counts[2])),
                        String.join("\n", more)));
    }

    private static String ballots(Map<String, String> byVoter) {
        return "ballots:\n"
                + byVoter.entrySet().stream()
                        .map(entry -> {
                            var said = entry.getValue().split(" ");
                            return "  - { voter: " + entry.getKey() + ", choice: " + said[0] + ", power: " + said[1]
                                    + ", count: " + said[1] + " }";
                        })
                        .collect(Collectors.joining("\n"));
    }
}
