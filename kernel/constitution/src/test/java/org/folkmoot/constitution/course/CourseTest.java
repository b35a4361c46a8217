// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.constitution.Plugins;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A proposal stands where its ballots and the clock have brought it, to the millisecond. */
class CourseTest {
    private static final Instant SUBMITTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Plugins PLUGINS = Plugins.installed();
    private static final String PLAIN_TIMING = "delay: PT10S, period: PT100S, timelock: PT20S, expires: PT30S";

    private final List<Cast> casts = new ArrayList<>();
    private final List<String> rules = new ArrayList<>(List.of(
            "quorum: { count: [for, against, abstain], of: roll, atLeast: 1/10 }",
            "approval: { count: [for], of: [for, against], moreThan: 1/2 }"));
    private String timing = PLAIN_TIMING;
    private String ballot = "{ method: for-against-abstain, revote: first }";

    private Judge judge() {
        var text = """
                folkmoot: 1
                name: Trial
                admission: { model: open }
                bodies:
                  all: { who: "true", power: equal }
                  council: { who: "'elder' in member.roles", power: equal }
                policies:
                  - name: trial
                    applies: "true"
                    body: all
                    ballot: %s
                    %s
                    timing: { %s }
                """.formatted(ballot, String.join("\n    ", rules), timing);
        return Judge.of(Constitution.read(text.getBytes(UTF_8)).policies().getFirst(), PLUGINS);
    }

    private static Instant second(long seconds) {
        return SUBMITTED.plusSeconds(seconds);
    }

    private void cast(long second, long inFavor, long against) {
        cast(second, "all", inFavor, against);
    }

    private void cast(long second, String chamber, long inFavor, long against) {
        var counts = new LinkedHashMap<String, BigInteger>();
        counts.put("for", BigInteger.valueOf(inFavor));
        counts.put("against", BigInteger.valueOf(against));
        counts.put("abstain", BigInteger.ZERO);
        casts.add(new Cast(second(second), chamber, new Result(inFavor + against, List.of(), counts, List.of(), "")));
    }

    private Standing at(Instant now) {
        var roll = new Electorate(BigInteger.valueOf(100), 100, Map.of("escrowed", BigInteger.valueOf(3)));
        var council = new Electorate(BigInteger.valueOf(5), 5, Map.of());
        return Course.at(
                judge(), new History(SUBMITTED, Map.of("all", roll, "council", council), Map.of(), casts), now);
    }

    private Standing at(long second) {
        return at(second(second));
    }

    @ParameterizedTest
    @CsvSource({
        "0, DELAYED",
        "9, DELAYED",
        "10, VOTING",
        "109, VOTING",
        "110, TIMELOCKED",
        "129, TIMELOCKED",
        "130, EXECUTABLE",
        "159, EXECUTABLE",
        "160, EXPIRED"
    })
    void goesItsWayBySeconds(long second, Phase phase) {
        cast(20, 30, 10);

        assertThat(at(second).phase()).isEqualTo(phase);
    }

    @Test
    void isDecidedByTheMillisecondOfItsDeadline() {
        cast(20, 30, 10);

        assertThat(at(second(110).minusMillis(1)).decidedAt()).isEmpty();
        assertThat(at(110).decidedAt()).contains(second(110));
        assertThat(at(110).eta()).contains(second(130));
        assertThat(at(110).expiry()).contains(second(160));
    }

    @Test
    void ballotsAtTheDeadlineAreTooLate() {
        cast(20, 30, 10);
        cast(110, 30, 60);

        assertThat(at(110).decision().outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void graceTakesThemStill() {
        timing = PLAIN_TIMING.replace("period", "grace: PT1S, period");
        cast(20, 30, 10);
        cast(110, 30, 60);

        assertThat(at(110).phase()).isEqualTo(Phase.VOTING);
        assertThat(at(111).decision().outcome()).isEqualTo(Outcome.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({
        "49, 0, VOTING",
        "50, 0, VOTING",
        "51, 0, TIMELOCKED",
        "0, 49, VOTING",
        "0, 50, REJECTED",
        "49, 51, REJECTED"
    })
    void isDecidedEarlyOnlyWhenNothingCouldChangeIt(long inFavor, long against, Phase phase) {
        rules.add("early: [ { passes: irreversible }, { fails: irreversible } ]");
        cast(20, inFavor, against);

        assertThat(at(20).phase()).isEqualTo(phase);
    }

    @Test
    void nothingIsIrreversibleWhereBallotsMayBeChanged() {
        ballot = "{ method: for-against-abstain, revote: last }";
        rules.add("early: [ { passes: irreversible }, { fails: irreversible } ]");
        cast(20, 100, 0);

        assertThat(at(109).phase()).isEqualTo(Phase.VOTING);
    }

    /** At the opening the whole is empty, and it stays so if all choose alike; in between it is not. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "veto: { count: [against], of: [for], atLeast: 1 }",
                "approval: { count: [for], of: [against], atLeast: 1 }"
            })
    void nothingIsIrreversibleWhileTheWholeMayBeEmpty(String rule) {
        rules.clear();
        rules.add(rule);
        if (rule.startsWith("veto")) rules.add("optimistic: true");
        rules.add("early: [ { passes: irreversible }, { fails: irreversible } ]");

        assertThat(at(10).phase()).isEqualTo(Phase.VOTING);
        cast(20, 60, 30);
        assertThat(at(20).phase()).isEqualTo(Phase.VOTING);
        cast(30, 50, 50);
        assertThat(at(110).decision().outcome()).isEqualTo(rule.startsWith("veto") ? Outcome.REJECTED : Outcome.PASSED);
    }

    /** One more ballot can take a unit that was rounded up. */
    @Test
    void nothingIsIrreversibleWhereCountsAreRounded() {
        ballot = "{ method: for-against-abstain, split: shares, revote: first }";
        rules.add("early: [ { passes: irreversible }, { fails: irreversible } ]");
        cast(20, 100, 0);

        assertThat(at(109).phase()).isEqualTo(Phase.VOTING);
    }

    @ParameterizedTest
    @CsvSource({"39, 20, VOTING", "40, 20, TIMELOCKED", "40, 40, VOTING", "41, 40, TIMELOCKED"})
    void aSuperQuorumDecidesBeforeTheDeadline(long inFavor, long against, Phase phase) {
        rules.add("early: [ { passes: reached, when: { count: [for], of: roll, atLeast: 40/100 } } ]");
        cast(20, inFavor, against);

        assertThat(at(20).phase()).isEqualTo(phase);
    }

    @Test
    void anEarlyDecisionMayHaveToWait() {
        rules.add("early: [ { passes: reached, after: PT50S } ]");
        cast(20, 30, 10);

        assertThat(at(59).phase()).isEqualTo(Phase.VOTING);
        assertThat(at(60).decidedAt()).contains(second(60));
    }

    @Test
    void aLateQuorumMovesTheDeadlineOnce() {
        timing = PLAIN_TIMING + ", late: { on: reached, rule: quorum, extend: PT40S, upTo: PT40S }";
        cast(109, 17, 0);
        cast(140, 17, 20);

        assertThat(at(109).deadline()).isEqualTo(second(149));
        assertThat(at(140).deadline()).isEqualTo(second(149));
        assertThat(at(149).decision().outcome()).isEqualTo(Outcome.REJECTED);
    }

    /** 24, 25 and 26 of a hundred; one ballot in favor makes nothing of it. */
    @ParameterizedTest
    @CsvSource({"0, 24, 110", "0, 25, 149", "0, 26, 149", "1, 0, 110"})
    void aLateVetoMovesTheDeadlineWhenItIsReached(long inFavor, long against, long deadline) {
        timing = PLAIN_TIMING + ", late: { on: reached, rule: veto, extend: PT40S, upTo: PT40S }";
        rules.add("veto: { count: [against], of: roll, atLeast: 1/4 }");
        cast(109, inFavor, against);

        assertThat(at(109).deadline()).isEqualTo(second(deadline));
    }

    @Test
    void whatHoldsFromTheOpeningOnIsReachedByNoBallot() {
        timing = PLAIN_TIMING + ", late: { on: reached, extend: PT40S, upTo: PT40S }";
        rules.clear();
        rules.addAll(List.of("optimistic: true", "veto: { count: [against], of: [for, against], moreThan: 1/2 }"));
        cast(20, 0, 5);
        cast(109, 10, 5);

        assertThat(at(109).deadline()).isEqualTo(second(110));
    }

    @Test
    void whatACurveReachedIsReachedByNoBallot() {
        timing = PLAIN_TIMING + ", late: { on: reached, rule: quorum, extend: PT40S, upTo: PT40S }";
        rules.set(0, "quorum: { count: [for, against], of: roll, atLeast: { curve: linear, begin: 1/2, end: 1/10 } }");
        cast(20, 20, 0);
        cast(109, 21, 0);

        assertThat(at(109).deadline()).isEqualTo(second(110));
    }

    @ParameterizedTest
    @CsvSource({"79, 110", "80, 110", "90, 110", "91, 111", "109, 129"})
    void aQuorumIsLateOnlyIfTheDeadlineIsNear(long second, long deadline) {
        timing = PLAIN_TIMING + ", late: { on: reached, rule: quorum, within: PT30S, extend: PT20S, upTo: PT30S }";
        cast(second, 17, 0);

        assertThat(at(second).deadline()).isEqualTo(second(deadline));
    }

    @Test
    void waitForQuietFollowsTheInternetComputer() {
        timing = "delay: PT0S, period: P4D, grace: PT1S, timelock: PT0S, expires: P1D, "
                + "late: { on: changes, rule: approval, quiet: P1D, upTo: P2D }";
        long hour = 3600;
        cast(48 * hour, 20, 10);
        assertThat(at(48 * hour).deadline()).isEqualTo(SUBMITTED.plus(Duration.ofHours(96)));
        cast(84 * hour, 20, 30);
        assertThat(at(84 * hour).deadline()).isEqualTo(SUBMITTED.plus(Duration.ofHours(114)));
        cast(96 * hour, 40, 30);
        assertThat(at(96 * hour).deadline()).isEqualTo(SUBMITTED.plus(Duration.ofHours(120)));
        cast(120 * hour, 40, 45);
        assertThat(at(120 * hour).deadline()).isEqualTo(SUBMITTED.plus(Duration.ofHours(132)));
        cast(132 * hour, 46, 45);
        assertThat(at(132 * hour).deadline()).isEqualTo(SUBMITTED.plus(Duration.ofHours(138)));
    }

    @Test
    void aConfirmationIsBrokenOffAndBeginsAgain() {
        timing = PLAIN_TIMING + ", confirm: PT30S";
        cast(20, 30, 10);
        cast(45, 30, 40);
        cast(60, 50, 40);

        assertThat(at(20).phase()).isEqualTo(Phase.CONFIRMING);
        assertThat(at(45).phase()).isEqualTo(Phase.VOTING);
        assertThat(at(89).phase()).isEqualTo(Phase.CONFIRMING);
        assertThat(at(90).decidedAt()).contains(second(90));
    }

    @Test
    void aConfirmationOutlivesTheDeadlineButDoesNotBeginAfterIt() {
        timing = PLAIN_TIMING + ", confirm: PT30S";
        cast(100, 30, 10);

        assertThat(at(129).phase()).isEqualTo(Phase.CONFIRMING);
        assertThat(at(130).decision().outcome()).isEqualTo(Outcome.PASSED);

        cast(115, 30, 40);
        assertThat(at(115).phase()).isEqualTo(Phase.REJECTED);
    }

    @Test
    void aThresholdThatFallsIsMetByItself() {
        rules.clear();
        rules.add("approval: { count: [for], of: roll, atLeast: { curve: linear, begin: 1, end: 0 } }");
        timing = PLAIN_TIMING + ", confirm: PT5S";
        cast(20, 70, 0);

        // The line comes down to 70 % when 30 % of the period is over, at 10 + 30 seconds.
        assertThat(at(second(40).minusMillis(1)).phase()).isEqualTo(Phase.VOTING);
        assertThat(at(40).phase()).isEqualTo(Phase.CONFIRMING);
        assertThat(at(45).decidedAt()).contains(second(45));
    }

    @Test
    void coolsOff() {
        timing = PLAIN_TIMING + ", coolOff: { lasts: PT50S, only: [against] }";
        cast(20, 30, 10);
        cast(130, 30, 31);

        assertThat(at(110).phase()).isEqualTo(Phase.COOLING_OFF);
        assertThat(at(159).phase()).isEqualTo(Phase.COOLING_OFF);
        assertThat(at(160).phase()).isEqualTo(Phase.REJECTED);
    }

    @Test
    void coolsOffOnlyIfItTurnedLate() {
        timing = PLAIN_TIMING + ", coolOff: { lasts: PT50S, only: [against], turned: PT20S }";
        cast(89, 30, 10);
        assertThat(at(110).phase()).isEqualTo(Phase.TIMELOCKED);

        casts.clear();
        cast(90, 30, 10);
        assertThat(at(110).phase()).isEqualTo(Phase.COOLING_OFF);
    }

    @ParameterizedTest
    @CsvSource({"1, PASSED", "2, REJECTED", "3, REJECTED"})
    void anotherBodyMayVeto(long against, Outcome outcome) {
        rules.add("veto: { body: council, count: [against], of: roll, atLeast: 1/3 }");
        cast(20, 60, 0);
        cast(21, "council", 0, against);

        assertThat(at(110).decision().outcome()).isEqualTo(outcome);
    }

    @Test
    void theTraceOfAVetoSaysWhatItDoes() {
        rules.add("veto: { body: council, count: [against], of: roll, atLeast: 1/3 }");
        cast(20, 60, 0);

        assertThat(at(110).decision().trace().getLast().rule()).isEqualTo("council/veto");
        assertThat(at(110).decision().trace().getLast().words())
                .isEqualTo("Does not stop the proposal: against is 0, less than 1/3 of roll (5), which is 5/3: fails.");
    }

    @Test
    void anAnswerOfItsOwnBallotsMayVeto() {
        rules.add("veto: { count: [against], of: [for, against], moreThan: 1/3 }");
        cast(20, 20, 10);
        assertThat(at(110).decision().outcome()).isEqualTo(Outcome.PASSED);

        cast(30, 20, 11);
        assertThat(at(110).decision().outcome()).isEqualTo(Outcome.REJECTED);
    }

    @ParameterizedTest
    @CsvSource({"2, 5, REJECTED", "3, 5, PASSED", "5, 0, PASSED"})
    void chambersMustAgree(long council, long against, Outcome outcome) {
        rules.add("chambers: [{ body: council, ballot: { method: for-against-abstain, revote: first },"
                + " approval: { count: [for], of: roll, atLeast: 3/5 } }]");
        cast(20, 60, 0);
        cast(21, "council", council, 5 - council);

        assertThat(at(110).decision().outcome()).isEqualTo(outcome);
    }

    @Test
    void aSlidingTimelockGrowsWithResistance() {
        timing = PLAIN_TIMING
                + ", sliding: { count: [escrowed], of: roll, from: 1/100, to: 10/100, least: P5D, most: P45D }";
        cast(20, 30, 10);

        // 5 + 2/9 of 40 days, rounded up to the millisecond
        assertThat(at(110).timelock())
                .contains(Duration.ofMillis(5L * 86_400_000 + 768_000_000).plusSeconds(20));
    }

    @Test
    void aTrendIsMovedByEveryPoll() {
        rules.set(
                0,
                "quorum: { count: [for, against, abstain], of: roll, atLeast: { curve: linear, over: turnout, begin: 1/10, end: 1/2 } }");
        rules.add("trends: { turnout: { count: [for, against, abstain], of: roll, start: 1/2, weight: 1/5 } }");
        cast(20, 5, 0);

        assertThat(at(110).decision().trace().getFirst().fraction()).isEqualTo("3/10");
        assertThat(at(110).trends().get("turnout")).isEqualByComparingTo(Fraction.of(41, 100));
    }
}
