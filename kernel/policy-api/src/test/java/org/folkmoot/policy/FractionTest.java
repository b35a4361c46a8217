// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {
    @ParameterizedTest
    @CsvSource({
        "1/3, 33, 100, false, false",
        "1/3, 34, 100, true, true",
        "1/3, 33, 99, true, false",
        "0, 0, 100, true, false",
        "3/2, 150, 100, true, false",
        "1/2, 0, 0, true, false"
    })
    void comparesExactly(String fraction, BigInteger part, BigInteger whole, boolean reached, boolean exceeded) {
        assertThat(Fraction.parse(fraction).reachedBy(part, whole)).isEqualTo(reached);
        assertThat(Fraction.parse(fraction).exceededBy(part, whole)).isEqualTo(exceeded);
    }

    @Test
    void losesNothingInLargeNumbers() {
        var whole = BigInteger.TWO.pow(4000).add(BigInteger.ONE);
        var half = whole.shiftRight(1);

        assertThat(Fraction.of(1, 2).reachedBy(half, whole)).isFalse();
        assertThat(Fraction.of(1, 2).exceededBy(half.add(BigInteger.ONE), whole))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"1/10, 400, 40", "1/10, 101, 101/10", "40/100, 101, 202/5", "0, 7, 0", "2, 7, 14"})
    void saysWhereTheBoundaryIs(String fraction, BigInteger whole, String boundary) {
        assertThat(Fraction.parse(fraction).boundaryIn(whole)).isEqualTo(boundary);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1/10", "40/100", "0", "2", "3/2"})
    void isWrittenAsItWasRead(String text) {
        assertThat(Fraction.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1/0", "-1/2", "1/-2", "0.5", "01/2", "1/02", "1 / 2", "50%", "1/2/3", "½", "١/٢"})
    void refusesWhatIsNoFraction(String text) {
        assertThatThrownBy(() -> Fraction.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a fraction such as 1/10: " + text);
    }

    @Test
    void refusesNumbersThatWouldMakeTheArithmeticExpensive() {
        var digits = "9".repeat(41);

        assertThatThrownBy(() -> Fraction.parse(digits)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparesBySizeAndNotByWriting() {
        assertThat(Fraction.parse("40/100"))
                .isEqualByComparingTo(Fraction.of(2, 5))
                .isNotEqualTo(Fraction.of(2, 5));
        assertThat(Fraction.of(1, 2)).isLessThan(Fraction.of(2, 3));
    }
}
