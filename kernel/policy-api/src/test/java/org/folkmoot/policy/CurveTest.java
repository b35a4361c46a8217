// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Curves are exact at every point, and stay where they end. */
class CurveTest {
    private static final Along ELAPSED = new Along(Facts.ELAPSED, List.of(), List.of(), Optional.empty());

    private static Fraction share(String text) {
        return Fraction.parse(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "7/28, 27/34", "14/28, 10/17", "16/28, 9/17", "17/28, 1/2", "18/28, 1/2", "1, 1/2", "2, 1/2"})
    void aLineFallsToItsEndAndStaysThere(String x, String y) {
        var line = new Curve.Linear(ELAPSED, share("1"), share("1/2"), share("17/28"));

        assertThat(line.at(share(x))).isEqualByComparingTo(share(y));
    }

    @ParameterizedTest
    @CsvSource({"0, 1/10", "1/2, 3/10", "1, 1/2", "3/2, 1/2"})
    void aLineMayRise(String x, String y) {
        var line = new Curve.Linear(ELAPSED, share("1/10"), share("1/2"), share("1"));

        assertThat(line.at(share(x))).isEqualByComparingTo(share(y));
    }

    // The approval of Polkadot's root track: y = (2/9) / (x + 1/3) + 1/3
    @ParameterizedTest
    @CsvSource({"0, 1", "1/28, 29/31", "4/28, 4/5", "7/28, 5/7", "14/28, 3/5", "21/28, 7/13", "1, 1/2", "9, 1/2"})
    void aHyperbolaGoesThroughItsThreePoints(String x, String y) {
        assertThat(root().at(share(x))).isEqualByComparingTo(share(y));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "4/5, 4/28", "66/100, 17/49", "3/5, 1/2", "1/2, 1", "2/5, 1"})
    void aHyperbolaIsTurnedAround(String y, String x) {
        assertThat(root().delay(share(y))).isEqualByComparingTo(share(x));
    }

    private static Curve.Reciprocal root() {
        return new Curve.Reciprocal(ELAPSED, share("1"), share("1/2"), share("4/28"), share("4/5"));
    }

    @ParameterizedTest
    @CsvSource({"0, 80", "14, 80", "15, 70", "16, 70", "30, 60", "45, 50", "60, 40", "74, 40", "75, 30", "100, 30"})
    void stepsAreTakenAtTheirVeryInstant(long x, long y) {
        var steps = new Curve.Stepped(ELAPSED, share("80/100"), share("30/100"), share("10/100"), share("15/100"));

        assertThat(steps.at(Fraction.of(x, 100))).isEqualByComparingTo(Fraction.of(y, 100));
    }

    @ParameterizedTest
    @CsvSource({"90, 0", "80, 0", "79, 15", "70, 15", "69, 30", "31, 75", "30, 75", "29, 100"})
    void stepsAreTurnedAround(long y, long x) {
        var steps = new Curve.Stepped(ELAPSED, share("80/100"), share("30/100"), share("10/100"), share("15/100"));

        assertThat(steps.delay(Fraction.of(y, 100))).isEqualByComparingTo(Fraction.of(x, 100));
    }

    @ParameterizedTest
    @CsvSource({"2, 0", "1, 0", "3/4, 17/56", "1/2, 17/28", "49/100, 1"})
    void aLineIsTurnedAround(String y, String x) {
        var line = new Curve.Linear(ELAPSED, share("1"), share("1/2"), share("17/28"));

        assertThat(line.delay(share(y))).isEqualByComparingTo(share(x));
    }

    @ParameterizedTest
    @CsvSource({"1/10, 0", "1/5, 0", "9/100, 1"})
    void aLineThatRisesComesDownToNothing(String y, String x) {
        var line = new Curve.Linear(ELAPSED, share("1/10"), share("4/10"), share("1"));

        assertThat(line.delay(share(y))).isEqualByComparingTo(share(x));
    }

    // Nouns: 10 % and as many basis points as there are against, at most 40 %, of 200.
    @ParameterizedTest
    @CsvSource({"0, 1000", "18, 1900", "22, 2100", "45, 3250", "59, 3950", "60, 4000", "61, 4000", "200, 4000"})
    void aCurveMayFollowTheBallots(long against, long basisPoints) {
        var along = new Along(Facts.ELAPSED, List.of("against"), List.of("roll"), Optional.of(4));
        var quorum = new Curve.Linear(along, share("1/10"), share("4/10"), share("3/10"));
        var facts =
                new Facts(0, Map.of("against", BigInteger.valueOf(against)), BigInteger.valueOf(200), 200, List.of());

        assertThat(quorum.at(facts).orElseThrow()).isEqualByComparingTo(Fraction.of(basisPoints, 10_000));
    }

    @Test
    void withoutAPlaceOnTheCurveThereIsNoThreshold() {
        var nobody = new Facts(0, Map.of(), BigInteger.ZERO, 0, List.of());

        assertThat(root().at(nobody)).isEmpty();
    }

    @Test
    void refusesCurvesThatAreNone() {
        assertThatThrownBy(() -> new Curve.Linear(ELAPSED, share("1"), share("0"), share("0")))
                .hasMessageContaining("needs a length");
        assertThatThrownBy(() -> new Curve.Reciprocal(ELAPSED, share("1"), share("0"), share("1/2"), share("1/2")))
                .hasMessageContaining("below the straight line");
        assertThatThrownBy(() -> new Curve.Reciprocal(ELAPSED, share("1/2"), share("1/4"), share("1/2"), share("1/5")))
                .hasMessageContaining("falls");
        assertThatThrownBy(() -> new Curve.Stepped(ELAPSED, share("1/2"), share("3/4"), share("1/9"), share("1")))
                .hasMessageContaining("go down");
        assertThatThrownBy(() -> new Along("x", List.of("for"), List.of(), Optional.empty()))
                .hasMessageContaining("both count and of");
    }
}
