// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Optional;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.ConstitutionRefused;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.Plugins;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sponsors, preparation, the ticks of a clock, the window of an enactment, and stages that end a proposal. */
class WaysTest {
    private static final String VOTE = """
            body: all
            ballot: { method: for-against-abstain, revote: first }
            approval: { count: [for], of: [for, against], moreThan: 1/2 }
            """;

    private static Judge judge(String policy) {
        var text = """
                folkmoot: 1
                name: Trial
                assets: { SKR: { scale: 2 } }
                admission: { model: open }
                bodies: { all: { who: "true", power: equal } }
                policies:
                  - name: trial
                    applies: "true"
                """ + policy.indent(4);
        return Judge.of(Constitution.read(text.getBytes(UTF_8)).policies().getFirst(), Plugins.installed());
    }

    private static Judge timed(String timing) {
        return judge(VOTE + "timing: { timelock: PT5S, expires: PT20S, " + timing + " }");
    }

    private static Standing at(long second, Judge judge, String tally) {
        var text = "roll: { power: 10 }\n" + tally;
        var history = TallyDocument.read(text.getBytes(UTF_8))
                .tally(Judges.only(judge))
                .history();
        return Course.at(judge, history, history.submittedAt().plusSeconds(second));
    }

    private static long seconds(Standing standing, Optional<java.time.Instant> at) {
        var submitted = standing.log().getFirst().at();
        return at.map(when -> when.getEpochSecond() - submitted.getEpochSecond())
                .orElse(-1L);
    }

    @ParameterizedTest
    @CsvSource({
        "2, SPONSORING, 10",
        "3, SPONSORING, 10",
        "4, DELAYED, 10",
        "9, DELAYED, 10",
        "10, VOTING, 10",
    })
    void aPollThatHasItsSponsorsOpensAfterItsDelay(long second, Phase phase, long opens) {
        var judge = judge(VOTE + """
                propose: { sponsors: { count: 2, body: all, within: PT20S } }
                timing: { delay: PT10S, period: PT10S, timelock: PT0S, expires: PT20S }
                """);

        var standing = at(second, judge, "sponsored: PT4S");

        assertThat(standing.phase()).isEqualTo(phase);
        assertThat(seconds(standing, Optional.of(standing.opensAt()))).isEqualTo(opens);
    }

    @ParameterizedTest
    @CsvSource({
        "PT19S, 19, VOTING",
        "PT20S, 20, EXPIRED",
        "never, 19, SPONSORING",
        "never, 20, EXPIRED",
        "never, 21, EXPIRED",
    })
    void whatIsNotSponsoredInTimeHasExpired(String sponsored, long second, Phase phase) {
        var judge = judge(VOTE + """
                propose: { sponsors: { count: 1, body: all, within: PT20S, deposit: { asset: SKR, amount: "1.50" } } }
                deposit: { asset: SKR, amount: "1.00", dispositions: [{ when: expired, then: burn }], otherwise: refund }
                timing: { delay: PT10S, period: PT10S, timelock: PT0S, expires: PT20S }
                """);

        var standing = at(second, judge, "sponsored: " + sponsored);

        assertThat(standing.phase()).isEqualTo(phase);
        assertThat(standing.deposit().map(DepositJudge.Fate::fate))
                .isEqualTo(Optional.of(Deposit.Fate.BURN).filter(_ -> phase == Phase.EXPIRED));
        assertThat(judge.policy().proposing().sponsors().orElseThrow().deposit())
                .contains(new Deposit.Sum("SKR", BigInteger.valueOf(150)));
    }

    @Test
    void ballotsOfThePreparationCountButDecideNothing() {
        var judge = judge(VOTE + """
                early: [{ passes: irreversible }]
                timing: { delay: PT1S, prepare: PT4S, period: PT10S, timelock: PT5S, expires: PT20S }
                """);

        assertThat(at(4, judge, "casts: [{ at: PT1S, counts: { for: 10 } }]").phase())
                .isEqualTo(Phase.VOTING);
        var decided = at(5, judge, "casts: [{ at: PT1S, counts: { for: 10 } }]");
        assertThat(seconds(decided, decided.decidedAt())).isEqualTo(5);
        assertThat(seconds(decided, Optional.of(decided.deadline()))).isEqualTo(15);
    }

    @ParameterizedTest
    @CsvSource({"0, 3", "1, 3", "2, 3", "3, 6", "4, 6", "5, 6"})
    void aBallotIsLookedAtAtTheNextTick(long cast, long decided) {
        var judge = judge(VOTE + """
                early: [{ passes: irreversible }]
                timing: { delay: PT0S, period: PT30S, tick: PT3S, timelock: PT5S, expires: PT20S }
                """);

        var standing = at(20, judge, "casts: [{ at: PT" + cast + "S, counts: { for: 10 } }]");

        assertThat(seconds(standing, standing.decidedAt())).isEqualTo(decided);
    }

    @Test
    void aThresholdThatFallsIsMetAtATick() {
        var judge = judge("""
                body: all
                ballot: { method: for-against-abstain, revote: first }
                approval: { count: [for], of: [for, against], atLeast: { curve: linear, begin: 1, end: 0 } }
                timing: { delay: PT0S, period: PT10S, confirm: PT0S, tick: PT4S, timelock: PT5S, expires: PT20S }
                """);

        // half of the way is half of the votes: met at 5, looked at at 8
        var standing = at(20, judge, "casts: [{ at: PT1S, counts: { for: 5, against: 5 } }]");

        assertThat(seconds(standing, standing.decidedAt())).isEqualTo(8);
    }

    @Test
    void whatHoldsAtTheVeryDeadlineIsStillConfirmed() {
        var judge = judge("""
                body: all
                ballot: { method: for-against-abstain, revote: first }
                approval: { count: [for], of: [for, against], atLeast: { curve: linear, begin: 1, end: 1/2 } }
                timing: { delay: PT0S, period: PT10S, confirm: PT2S, timelock: PT5S, expires: PT20S }
                """);

        var standing = at(20, judge, "casts: [{ at: PT1S, counts: { for: 5, against: 5 } }]");

        assertThat(seconds(standing, standing.decidedAt())).isEqualTo(12);
    }

    @ParameterizedTest
    @CsvSource({
        // window, second, phase, eta, expiry
        "'{ until: PT12S }', 11, TIMELOCKED, 15, 12",
        "'{ until: PT12S }', 12, EXPIRED, 15, 12",
        "'{ until: PT16S }', 15, EXECUTABLE, 15, 16",
        "'{ until: PT16S }', 16, EXPIRED, 15, 16",
        "'{ until: PT99S }', 34, EXECUTABLE, 15, 35",
        "'{ until: PT99S }', 35, EXPIRED, 15, 35",
        "'{ from: PT14S }', 14, TIMELOCKED, 15, 35",
        "'{ from: PT18S }', 17, TIMELOCKED, 18, 38",
        "'{ from: PT18S }', 18, EXECUTABLE, 18, 38",
    })
    void theWindowOfAnEnactmentCountsFromTheOpening(String window, long second, Phase phase, long eta, long expiry) {
        var standing = at(second, timed("delay: PT0S, period: PT10S, window: " + window), "counts: { for: 1 }");

        assertThat(standing.phase()).isEqualTo(phase);
        assertThat(seconds(standing, standing.eta())).isEqualTo(eta);
        assertThat(seconds(standing, standing.expiry())).isEqualTo(expiry);
    }

    @ParameterizedTest
    @ValueSource(strings = {"window: { from: PT5S, until: PT5S }", "tick: PT0S", "windw: {}"})
    void whatCannotBeIsRefused(String timing) {
        assertThatThrownBy(() -> timed("delay: PT0S, period: PT10S, " + timing))
                .isInstanceOf(ConstitutionRefused.class);
    }

    @ParameterizedTest
    @CsvSource({"6, 4, first, 10", "5, 5, second, 30"})
    void aStageMayEndAProposalAlthoughOthersFollow(long inFavor, long against, String stage, long decided) {
        var judge = judge("""
                stages:
                  - name: first
                %s    timing: { delay: PT0S, period: PT10S }
                    passes: done
                    fails: second
                  - name: second
                %s    timing: { delay: PT0S, period: PT20S, timelock: PT5S, expires: PT20S }
                """.formatted(VOTE.indent(4), VOTE.indent(4)));

        var standing = at(
                99,
                judge,
                "casts: [{ at: PT1S, counts: { for: %d, against: %d } }, { at: PT11S, counts: { for: 9 } }]"
                        .formatted(inFavor, against));

        assertThat(standing.stage()).isEqualTo(stage);
        assertThat(seconds(standing, standing.decidedAt())).isEqualTo(decided);
        assertThat(standing.decision().outcome()).hasToString("PASSED");
    }

    @Test
    void paddingMayFollowATrend() {
        var judge = judge("""
                trends: { turnout: { count: [for, against], of: roll, start: 1/2, weight: 1/5 } }
                body: all
                ballot: { method: for-against-abstain, revote: first }
                approval:
                  count: [for]
                  of: [for, against]
                  moreThan: 1/2
                  pad: { upTo: { curve: linear, over: turnout, begin: 0, end: 1 }, of: [roll], with: [for, against] }
                timing: { delay: PT0S, period: PT10S, timelock: PT5S, expires: PT20S }
                """);

        var two = at(10, judge, "counts: { for: 2 }");
        var three = at(10, judge, "counts: { for: 3 }");
        var less = at(10, judge, "trends: { turnout: 3/10 }\ncounts: { for: 2 }");

        assertThat(two.phase()).isEqualTo(Phase.REJECTED);
        assertThat(three.phase()).isEqualTo(Phase.TIMELOCKED);
        assertThat(less.phase()).isEqualTo(Phase.TIMELOCKED);
    }
}
