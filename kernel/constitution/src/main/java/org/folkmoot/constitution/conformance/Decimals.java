// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.conformance;

import java.math.BigInteger;
import java.util.regex.Pattern;
import org.folkmoot.policy.Fraction;

/**
 * A number as it was published: {@code 2/9}, {@code 93.548387 %} or {@code .104}.
 *
 * @param value the number
 * @param exact whether it is a fraction; else it was rounded to its last digit
 * @param unit one unit of the last digit
 */
record Decimals(Fraction value, boolean exact, Fraction unit) {
    private static final Pattern DECIMAL = Pattern.compile("([0-9]*)(?:[.]([0-9]+))?( ?%)?");
    private static final Fraction HALF = Fraction.of(1, 2);

    static Decimals parse(String written) {
        if (written.contains("/")) {
            return new Decimals(Fraction.parse(written), true, Fraction.of(1, 1));
        }
        var match = DECIMAL.matcher(written);
        if (!match.matches() || written.isBlank()) {
            throw new IllegalArgumentException("not a number such as 2/9, 0.104 or 93.5 %: " + written);
        }
        var behind = match.group(2) == null ? "" : match.group(2);
        var places = behind.length() + (match.group(3) == null ? 0 : 2);
        var scale = BigInteger.TEN.pow(places);
        return new Decimals(
                new Fraction(new BigInteger("0" + match.group(1) + behind), scale),
                false,
                new Fraction(BigInteger.ONE, scale));
    }

    /** Whether that is the number, to the digits that were published. */
    boolean is(Fraction computed) {
        return within(computed, exact ? Fraction.of(0, 1) : unit.times(HALF));
    }

    /** Whether that is the number but for so much. */
    boolean within(Fraction computed, Fraction most) {
        var apart = computed.max(value).minus(computed.min(value));
        return apart.compareTo(most) <= 0;
    }
}
