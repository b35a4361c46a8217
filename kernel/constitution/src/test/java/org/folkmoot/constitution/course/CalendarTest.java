// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.constitution.course.Polls.APPROVAL;
import static org.folkmoot.constitution.course.Polls.QUORUM;
import static org.folkmoot.constitution.course.Polls.TIMING;
import static org.folkmoot.constitution.course.Polls.counts;
import static org.folkmoot.constitution.course.Polls.judge;
import static org.folkmoot.constitution.course.Polls.tally;

import java.time.Instant;
import java.util.List;
import org.folkmoot.constitution.Outcome;
import org.junit.jupiter.api.Test;

/** A calendar names every instant at which something can happen, and whether it is certain. */
class CalendarTest {
    private static final Instant SUBMITTED = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void aSimplePollHasFiveInstants() {
        assertThat(said(Calendar.of(judge(QUORUM, APPROVAL, TIMING), SUBMITTED)))
                .containsExactly(
                        "2026-01-01T00:00:00Z submitted certain",
                        "2026-01-02T00:00:00Z opens certain",
                        "2026-01-07T00:00:00Z deadline certain",
                        "2026-01-09T00:00:00Z eta",
                        "2026-01-23T00:00:00Z expiry");
    }

    @Test
    void lateBallotsMakeADeadlineASpan() {
        var late = "timing: { delay: P0D, period: P5D, timelock: P1D, expires: P2D, grace: PT1S,"
                + " late: { on: reached, rule: quorum, within: P1D, extend: P1D, upTo: P3D } }";

        assertThat(said(Calendar.of(judge(QUORUM, APPROVAL, late), SUBMITTED)))
                .containsExactly(
                        "2026-01-01T00:00:00Z submitted certain",
                        "2026-01-01T00:00:00Z opens certain",
                        "2026-01-05T00:00:00Z late",
                        "2026-01-06T00:00:00Z deadline",
                        "2026-01-06T00:00:01Z closes",
                        "2026-01-07T00:00:01Z eta",
                        "2026-01-09T00:00:00Z deadline",
                        "2026-01-09T00:00:01Z closes",
                        "2026-01-09T00:00:01Z expiry",
                        "2026-01-10T00:00:01Z eta",
                        "2026-01-12T00:00:01Z expiry");
    }

    @Test
    void anEarlyDecisionBringsTheEtaForward() {
        var early = "early: [ { passes: reached, after: P1D } ]";

        assertThat(said(Calendar.of(judge(QUORUM, APPROVAL, early, TIMING), SUBMITTED)))
                .containsExactly(
                        "2026-01-01T00:00:00Z submitted certain",
                        "2026-01-02T00:00:00Z opens certain",
                        "2026-01-03T00:00:00Z early",
                        "2026-01-05T00:00:00Z eta",
                        "2026-01-07T00:00:00Z deadline",
                        "2026-01-09T00:00:00Z eta",
                        "2026-01-19T00:00:00Z expiry",
                        "2026-01-23T00:00:00Z expiry");
    }

    /** Ten days are 34 ticks of seven hours and two hours more: whatever falls between two of them waits for the next. */
    @Test
    void whatWaitsForAClockHappensOnItsTicks() {
        var ticking = "timing: { delay: P1D, period: P10D, tick: PT7H, timelock: P1D, expires: P1D }";
        var cooling = "timing: { delay: P1D, period: P10D, tick: PT7H, coolOff: { lasts: P1D, only: [against] },"
                + " timelock: P1D, expires: P1D }";

        assertThat(said(Calendar.of(judge(QUORUM, APPROVAL, ticking), SUBMITTED)))
                .contains(
                        "2026-01-12T00:00:00Z deadline certain",
                        "2026-01-12T05:00:00Z closes certain",
                        "2026-01-13T05:00:00Z eta");
        assertThat(said(Calendar.of(judge(QUORUM, APPROVAL, cooling), SUBMITTED)))
                .contains(
                        "2026-01-12T05:00:00Z closes certain",
                        "2026-01-13T09:00:00Z cooled-off certain",
                        "2026-01-14T09:00:00Z eta");
    }

    /** A ballot counts until the tick, and by the end of the longest course everything is decided. */
    @Test
    void theCalendarNamesTheTickAtWhichItIsDecided() {
        var judge = judge(
                QUORUM,
                APPROVAL,
                "timing: { delay: P1D, period: P10D, tick: PT7H, coolOff: { lasts: P1D, only: [against] },"
                        + " timelock: P1D, expires: P1D }");
        var tally = tally(judge, "casts: [ { at: 2026-01-12T03:00:00Z, " + counts(60, 0, 0) + " } ]");

        var standing = Course.at(judge, tally.history(), Course.end(judge.policy(), tally.history()));

        assertThat(standing.decidedAt()).contains(Instant.parse("2026-01-13T09:00:00Z"));
        assertThat(standing.decision().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void confirmationAndCoolOffHaveTheirEnds() {
        var confirm = "timing: { delay: P0D, period: P5D, confirm: P1D, timelock: P0D, expires: P1D }";
        var cool = "timing: { delay: P0D, period: P5D, coolOff: { lasts: P2D, only: [against] },"
                + " timelock: P0D, expires: P1D }";

        assertThat(said(Calendar.of(judge(QUORUM, APPROVAL, confirm), SUBMITTED)))
                .contains(
                        "2026-01-02T00:00:00Z confirmed", "2026-01-06T00:00:00Z deadline", "2026-01-07T00:00:00Z eta");
        assertThat(said(Calendar.of(judge(QUORUM, APPROVAL, cool), SUBMITTED)))
                .contains("2026-01-06T00:00:00Z deadline certain", "2026-01-08T00:00:00Z cooled-off certain");
    }

    @Test
    void theNextStageOpensWhenTheOneBeforeIsDecided() {
        var judge = judge("""
                stages:
                  - name: screening
                    body: people
                    ballot: { method: for-against-abstain, revote: first }
                    approval: { count: [for], of: [for, against], moreThan: 1/2 }
                    early: [ { fails: irreversible, after: P1D } ]
                    timing: { delay: P0D, period: P3D }
                    passes: vote
                  - name: vote
                    body: people
                    ballot: { method: for-against-abstain, revote: first }
                    approval: { count: [for], of: [for, against], moreThan: 1/2 }
                    timing: { delay: P1D, period: P5D, timelock: P2D, expires: P14D }
                """);

        assertThat(said(Calendar.of(judge, SUBMITTED)))
                .contains(
                        "2026-01-02T00:00:00Z early",
                        "2026-01-04T00:00:00Z deadline",
                        "2026-01-03T00:00:00Z opens",
                        "2026-01-05T00:00:00Z opens",
                        "2026-01-12T00:00:00Z eta");
    }

    @Test
    void curvesAreCrossedToTheMillisecond() {
        var judge = judge(
                "approval: { count: [for], of: [for, against],"
                        + " atLeast: { curve: linear, begin: 1, end: 1/2, until: 1, over: elapsed } }",
                TIMING);
        var tally = tally(judge, counts(75, 25, 0));

        // three quarters are enough when half of five days are over
        assertThat(said(Calendar.of(judge, tally.history()))).contains("2026-01-04T12:00:00Z rule");
        assertThat(said(Calendar.of(judge, tally(judge, counts(76, 24, 0)).history())))
                .contains("2026-01-04T09:36:00Z rule");
        assertThat(said(Calendar.of(judge, tally(judge, counts(2, 1, 0)).history())))
                .contains("2026-01-05T08:00:00Z rule");
    }

    @Test
    void whatIsForeseenIsWhatTheCourseDoes() {
        var judge = judge(QUORUM, APPROVAL, TIMING);
        var calendar = Calendar.of(judge, tally(judge, counts(50, 0, 0)).history());

        assertThat(calendar.entries())
                .filteredOn(entry -> entry.kind() == Calendar.Kind.FORESEEN)
                .extracting(Calendar.Entry::at)
                .containsExactly(
                        Instant.parse("2026-01-07T00:00:00Z"),
                        Instant.parse("2026-01-09T00:00:00Z"),
                        Instant.parse("2026-01-23T00:00:00Z"));
    }

    private static List<String> said(Calendar calendar) {
        return calendar.entries().stream()
                .map(entry -> entry.at() + " "
                        + entry.kind().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')
                        + (entry.certain() ? " certain" : ""))
                .toList();
    }
}
