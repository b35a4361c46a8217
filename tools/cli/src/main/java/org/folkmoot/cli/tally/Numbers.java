// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.policy.Fraction;

/** Numbers as files write them: whole, with decimals, in parts such as 61/2, or in percent. All are read exactly. */
final class Numbers {
    private static final Pattern WRITTEN = Pattern.compile(
            "(-?[0-9]{1,400}(?:\\.[0-9]{1,400})?(?:[eE][+-]?[0-9]{1,3})?)(?:/([1-9][0-9]{0,400}))?(%?)");

    private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,400}");

    private Numbers() {}

    /** A number from 0, or nothing if the text is none. */
    static Optional<Fraction> fraction(String text) {
        return signed(text).filter(number -> number.over().signum() >= 0).map(Signed::fraction);
    }

    /** A number that may be below 0. */
    record Signed(BigInteger over, BigInteger under) implements Comparable<Signed> {
        Fraction fraction() {
            return new Fraction(over, under);
        }

        Signed distance(Signed other) {
            return new Signed(
                    over.multiply(other.under)
                            .subtract(other.over.multiply(under))
                            .abs(),
                    under.multiply(other.under));
        }

        @Override
        public int compareTo(Signed other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }
    }

    static Optional<Signed> signed(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var decimal = new BigDecimal(match.group(1));
        var scale = Math.max(0, decimal.scale());
        var over = decimal.setScale(scale, RoundingMode.UNNECESSARY).unscaledValue();
        var under = BigInteger.TEN.pow(scale);
        if (match.group(2) != null) {
            under = under.multiply(new BigInteger(match.group(2)));
        }
        if (!match.group(3).isEmpty()) {
            under = under.multiply(BigInteger.valueOf(100));
        }
        return Optional.of(new Signed(over, under));
    }

    static Optional<Signed> of(JsonNode node) {
        if (node.isNumber()) {
            return signed(node.decimalValue().toPlainString());
        }
        return node.isTextual() ? signed(node.asText()) : Optional.empty();
    }

    /** An amount, a whole number from 0, which some files write as text because it is longer than their numbers. */
    static BigInteger amount(JsonNode node) {
        if (node.isIntegralNumber() && node.bigIntegerValue().signum() >= 0) {
            return node.bigIntegerValue();
        }
        if (node.isTextual() && AMOUNT.matcher(node.asText()).matches()) {
            return new BigInteger(node.asText());
        }
        throw new NotSupported(
                "An amount is a whole number from 0, not " + (node.isMissingNode() ? "left out" : node) + ".");
    }

    /** An amount that may be left out for 0. */
    static BigInteger amountOrNothing(JsonNode node) {
        return node.isMissingNode() || node.isNull() ? BigInteger.ZERO : amount(node);
    }

    /** A number that is no amount, such as a place or a number of points. */
    static long number(JsonNode node) {
        var amount = amount(node);
        if (amount.bitLength() >= Long.SIZE) {
            throw new NotSupported("The number " + amount + " is too large.");
        }
        return amount.longValue();
    }

    /** Units of 10^−decimals as a number. */
    static JsonNode units(BigInteger units, int decimals) {
        return decimal(new BigDecimal(units, decimals));
    }

    static JsonNode whole(BigInteger number) {
        return BigIntegerNode.valueOf(number);
    }

    static JsonNode whole(long number) {
        return JsonNodeFactory.instance.numberNode(number);
    }

    static JsonNode decimal(BigDecimal number) {
        var plain = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        return plain.scale() <= 0 ? whole(plain.toBigIntegerExact()) : DecimalNode.valueOf(plain);
    }

    /** An exact part such as 61/2; a whole one has no slash. */
    static JsonNode exact(Fraction number) {
        return TextNode.valueOf(number.times(Fraction.of(1, 1)).toString());
    }

    /** A fraction to so many decimals, half up. */
    static JsonNode rounded(Fraction number, int decimals) {
        return decimal(new BigDecimal(number.numerator())
                .divide(new BigDecimal(number.denominator()), decimals, RoundingMode.HALF_UP));
    }

    /** A number that is exactly the expected one is written as that is; one within the tolerance stays what it is. */
    static JsonNode inNotationOf(JsonNode got, JsonNode expected) {
        var one = of(got);
        var other = of(expected);
        return one.isPresent() && other.isPresent() && one.get().compareTo(other.get()) != 0 ? got : expected;
    }
}
