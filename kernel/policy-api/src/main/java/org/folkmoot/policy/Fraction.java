// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * An exact share such as {@code 1/10}: two whole numbers, never a rounded one.
 *
 * <p>It is kept as it was written, so that a trace can show the very words of the constitution. Two fractions of the
 * same size therefore compare as equal ({@link #compareTo}) without being equal records.
 */
public record Fraction(BigInteger numerator, BigInteger denominator) implements Comparable<Fraction> {
    // The length bounds the work: a document cannot make the arithmetic expensive.
    private static final Pattern WRITTEN = Pattern.compile("(0|[1-9][0-9]{0,39})(?:/([1-9][0-9]{0,39}))?");

    public Fraction {
        if (numerator.signum() < 0 || denominator.signum() <= 0) {
            throw new IllegalArgumentException("not a share of a whole: " + numerator + "/" + denominator);
        }
    }

    /** Makes a fraction of two small numbers. */
    public static Fraction of(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** Reads {@code p/q}, or a whole number alone. */
    public static Fraction parse(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            throw new IllegalArgumentException("not a fraction such as 1/10: " + text);
        }
        var denominator = match.group(2);
        return new Fraction(
                new BigInteger(match.group(1)), denominator == null ? BigInteger.ONE : new BigInteger(denominator));
    }

    /** Tells whether {@code part} is at least this share of {@code whole} (≥). */
    public boolean reachedBy(BigInteger part, BigInteger whole) {
        return compare(part, whole) >= 0;
    }

    /** Tells whether {@code part} is more than this share of {@code whole} (>). */
    public boolean exceededBy(BigInteger part, BigInteger whole) {
        return compare(part, whole) > 0;
    }

    /** Says where the line runs: this share of {@code whole}, exactly, in lowest terms ({@code 40} or {@code 101/10}). */
    public String boundaryIn(BigInteger whole) {
        return lowest(numerator.multiply(whole), denominator).toString();
    }

    /** The sum, exact and in lowest terms. */
    public Fraction plus(Fraction other) {
        return lowest(
                numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The difference; what would be below zero is an {@link IllegalArgumentException}, as no share is. */
    public Fraction minus(Fraction other) {
        return lowest(
                numerator.multiply(other.denominator).subtract(other.numerator.multiply(denominator)),
                denominator.multiply(other.denominator));
    }

    /** The product. */
    public Fraction times(Fraction other) {
        return lowest(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
    }

    /** The quotient; a division by zero is an {@link ArithmeticException}. */
    public Fraction over(Fraction other) {
        if (other.numerator.signum() == 0) {
            throw new ArithmeticException(this + " divided by 0");
        }
        return lowest(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
    }

    /** The smaller of two. */
    public Fraction min(Fraction other) {
        return compareTo(other) <= 0 ? this : other;
    }

    /** The larger of two. */
    public Fraction max(Fraction other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** The same rounded down to so many decimal places, which keeps a fraction that is computed again and again small. */
    public Fraction floor(int places) {
        var scale = BigInteger.TEN.pow(places);
        return new Fraction(numerator.multiply(scale).divide(denominator), scale);
    }

    /** The largest whole number that is not above it. */
    public BigInteger floor() {
        return numerator.divide(denominator);
    }

    /** The smallest whole number that is not below it. */
    public BigInteger ceiling() {
        return numerator.add(denominator).subtract(BigInteger.ONE).divide(denominator);
    }

    static Fraction lowest(BigInteger above, BigInteger below) {
        if (above.bitLength() < Long.SIZE && below.bitLength() < Long.SIZE) {
            return lowest(above.longValue(), below.longValue());
        }
        var common = above.gcd(below);
        return common.signum() == 0 || common.equals(BigInteger.ONE)
                ? new Fraction(above, below)
                : new Fraction(above.divide(common), below.divide(common));
    }

    // Most numbers are short, and a trace is full of them: the same answers, several times as fast.
    private static Fraction lowest(long above, long below) {
        var one = above;
        var other = below;
        while (other != 0) {
            var rest = one % other;
            one = other;
            other = rest;
        }
        return one == 0 ? of(above, below) : of(above / one, below / one);
    }

    private static String digits(BigInteger number) {
        return number.bitLength() < Long.SIZE ? Long.toString(number.longValue()) : number.toString();
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? digits(numerator) : digits(numerator) + "/" + digits(denominator);
    }

    // Cross-multiplied: nothing is divided, so nothing is rounded.
    private int compare(BigInteger part, BigInteger whole) {
        return part.multiply(denominator).compareTo(numerator.multiply(whole));
    }
}
