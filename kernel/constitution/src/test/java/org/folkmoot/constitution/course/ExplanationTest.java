// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.constitution.course.Polls.APPROVAL;
import static org.folkmoot.constitution.course.Polls.QUORUM;
import static org.folkmoot.constitution.course.Polls.TIMING;
import static org.folkmoot.constitution.course.Polls.counts;
import static org.folkmoot.constitution.course.Polls.judge;
import static org.folkmoot.constitution.course.Polls.tally;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Optional;
import org.folkmoot.constitution.Deposit;
import org.folkmoot.constitution.Outcome;
import org.folkmoot.policy.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An explanation speaks of the instant that is asked about, or of the one after which nothing changes. */
class ExplanationTest {
    @ParameterizedTest
    @CsvSource({
        "P1D, DELAYED, false",
        "P2D, VOTING, false",
        "P7D, TIMELOCKED, true",
    })
    void itSpeaksOfTheInstantThatIsAskedAbout(String at, Phase phase, boolean decided) {
        var judge = judge(QUORUM, APPROVAL, "timing: { delay: P2D, period: P5D, timelock: P2D, expires: P14D }");

        var explanation = Explanation.of(judge, tally(judge, counts(50, 0, 0), "at: " + at));

        assertThat(explanation.standing().phase()).isEqualTo(phase);
        assertThat(explanation.decided()).isEqualTo(decided);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "period: P5D | 2026-01-07T00:00:00Z",
                "period: P5D, grace: PT1S | 2026-01-07T00:00:01Z",
                "period: P5D, late: { on: reached, rule: quorum, within: P1D, extend: P1D, upTo: P3D } |"
                        + " 2026-01-10T00:00:00Z",
                "period: P5D, confirm: P1D, coolOff: { lasts: P2D, only: [against] } | 2026-01-10T00:00:00Z",
            })
    void withoutOneItSpeaksOfTheEndOfTheLongestVoting(String timing, Instant end) {
        var judge = judge(QUORUM, APPROVAL, "timing: { delay: P1D, timelock: P0D, expires: P1D, " + timing + " }");

        var explanation = Explanation.of(judge, tally(judge, counts(50, 0, 0)));

        assertThat(explanation.at()).isEqualTo(end);
        assertThat(explanation.decided()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"up, up", "down, down", "nearest, nearest"})
    void roundingIsSaid(String written, String said) {
        var judge = judge("quorum: { count: [for], of: roll, atLeast: 1/3, round: " + written + " }", APPROVAL, TIMING);

        assertThat(Explanation.of(judge, tally(judge)).rules())
                .extracting(Explanation.Ruling::rounding)
                .containsExactly(said, "exact");
    }

    @ParameterizedTest
    @CsvSource({"39, BURN, 333", "40, REFUND, 1000", "41, REFUND, 1000"})
    void whatIsTakenOfADepositIsRoundedDown(long inFavor, Deposit.Fate fate, BigInteger taken) {
        var deposit = "deposit: { asset: SKR, amount: \"10.00\", otherwise: refund,"
                + " dispositions: [ { when: quorum, then: burn, part: 1/3 } ] }";
        var judge = judge(deposit, QUORUM, APPROVAL, TIMING);

        var back = Explanation.of(judge, tally(judge, counts(inFavor, 0, 0))).deposit();

        assertThat(back)
                .contains(new Explanation.Returned(
                        "SKR",
                        BigInteger.valueOf(1000),
                        fate,
                        fate == Deposit.Fate.BURN ? Fraction.of(1, 3) : Fraction.of(1, 1),
                        taken));
    }

    @Test
    void withoutADepositNothingIsSaidOfIt() {
        var judge = judge(QUORUM, APPROVAL, TIMING);

        var explanation = Explanation.of(judge, tally(judge));

        assertThat(explanation.deposit()).isEqualTo(Optional.empty());
        assertThat(explanation.standing().decision().outcome()).isEqualTo(Outcome.REJECTED);
    }
}
