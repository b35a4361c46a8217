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
        var above = numerator.multiply(whole);
        var common = above.gcd(denominator);
        var below = denominator.divide(common);
        var top = above.divide(common).toString();
        return below.equals(BigInteger.ONE) ? top : top + "/" + below;
    }

    @Override
    public int compareTo(Fraction other) {
        return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
    }

    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }

    // Cross-multiplied: nothing is divided, so nothing is rounded.
    private int compare(BigInteger part, BigInteger whole) {
        return part.multiply(denominator).compareTo(numerator.multiply(whole));
    }
}
