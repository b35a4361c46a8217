// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.cli.tally.Written.json;

import java.math.BigInteger;
import java.util.Random;
import org.folkmoot.cli.tally.TallyRow.State;
import org.folkmoot.policy.Fraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reciprocal curves y = factor / (x + xOffset) + yOffset, as they are worked out by hand. */
class CurveRecountsTest {
    private static final int PARTS = 1_000_000_000;

    /** The first comes down to 0 at nine tenths of the time, the second at the end, the third never. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1  | -0.1 | [0, 150000000, 400000000, 900000000, 1000000000] | [90,30,10,0,0]",
                "0.11 | -0.1 | [0, 120000000, 450000000, 1000000000]            | [100,40,10,0]",
                "0.11 | 0    | [0, 120000000, 450000000, 1000000000]            | [100,50,20,10]",
                "0.1  | 0.1  | [0, 11111111, 25000000, 400000000]               | [100,100,90,30]"
            })
    void aCurveNeverLeavesTheWholeAndStaysAtNothing(String factor, String up, String elapsed, String percent) {
        var row = row("threshold-curve", factor, "0.1", up, "{'elapsedPpb': " + elapsed + "}", "thresholdPercent");

        assertThat(row.got().path("thresholdPercent")).hasToString(percent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.1  | -0.1 | [900000001, 900000000, 300000000, 100000000, 0] | [0,0,15,40,90]",
                "0.11 | -0.1 | [1000000000, 400000000, 0]                      | [0,12,100]",
                "0.11 | 0    | [500000000, 100000001, 100000000, 99999999]     | [12,99.9999989,100,100]"
            })
    void aCurveIsReachedWhereItComesDown(String factor, String up, String levels, String percent) {
        var row = row(
                "threshold-curve-inverse",
                factor,
                "0.1",
                up,
                "{'approvalPpb': " + levels + "}",
                "earliestPassPercentOfPeriod");

        assertThat(row.got().path("earliestPassPercentOfPeriod")).hasToString(percent);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 0, 0.1", "0.1, 0.1, -1", "0.1, 0.1, -1.1", "0, 0.1, 0.1", "0.1, 0.1, low"})
    void aCurveThatDoesNotFallIsNotSupported(String factor, String across, String up) {
        var row = row("threshold-curve", factor, across, up, "{'elapsedPpb': [0]}", "thresholdPercent");

        assertThat(row.state()).isEqualTo(State.NOT_SUPPORTED);
    }

    @Test
    void curvesAreWhatTheirFormulaSays() {
        var random = new Random(7);
        for (var round = 0; round < 200; round++) {
            var factor = Fraction.of(1 + random.nextInt(500), 1_000);
            var across = Fraction.of(1 + random.nextInt(500), 1_000);
            var down = Fraction.of(random.nextInt(500), 1_000);
            if (factor.compareTo(across.times(down)) <= 0) {
                continue;
            }
            var point = random.nextInt(PARTS);

            var row = row(
                    "threshold-curve",
                    factor.toString(),
                    across.toString(),
                    "-" + down,
                    "{'elapsedPpb': [" + point + "]}",
                    "thresholdPercent");

            var above = factor.over(Fraction.of(point, PARTS).plus(across));
            var level = above.compareTo(down) <= 0 ? Fraction.of(0, 1) : above.minus(down);
            var percent = level.min(Fraction.of(1, 1)).times(new Fraction(BigInteger.valueOf(100), BigInteger.ONE));
            assertThat(row.got().path("thresholdPercent").path(0))
                    .as("%s/(%s+%s)-%s", factor, point, across, down)
                    .isEqualTo(Numbers.rounded(percent, 7));
        }
    }

    private static TallyRow row(String method, String factor, String across, String up, String input, String asked) {
        var check = "{'method': '" + method + "', 'parameters': {'kind': 'reciprocal', 'factor': '" + factor
                + "', 'xOffset': '" + across + "', 'yOffset': '" + up + "'}, 'input': " + input + ", 'expected': {'"
                + asked + "': []}}";
        return TallyRow.of(
                new TallyCase(json("{'id': 'curve', 'ballotFormat': {'type': 'scenario'}}")),
                new TallyCheck(json(check)));
    }
}
