// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;

/**
 * A share of one thing in a register, such as an undivided share of a parcel.
 *
 * <p>The shares of one thing stand in the register's order, one behind the other. So each share can be turned into a
 * whole number on its own, and together they are the whole to the last unit, whatever their denominators are.
 *
 * @param of the thing
 * @param before the shares of the same thing that come before this one, added up
 * @param share this share
 */
public record Holding(String of, Fraction before, Fraction share) {
    public Holding {
        if (share.numerator().signum() == 0) {
            throw new IllegalArgumentException("no share of " + of);
        }
        if (sum(before, share).compareTo(Fraction.of(1, 1)) > 0) {
            throw new IllegalArgumentException(before + " and " + share + " are more than the whole of " + of);
        }
    }

    /** All of a thing. */
    public static Holding whole(String of) {
        return new Holding(of, Fraction.of(0, 1), Fraction.of(1, 1));
    }

    /**
     * This share of so many units: {@code ⌊units × (before + share)⌋ − ⌊units × before⌋}. The shares of one thing add up
     * to exactly the units; no share is off by a whole unit.
     */
    public BigInteger of(BigInteger units) {
        return floor(sum(before, share), units).subtract(floor(before, units));
    }

    private static BigInteger floor(Fraction share, BigInteger units) {
        return share.numerator().multiply(units).divide(share.denominator());
    }

    private static Fraction sum(Fraction one, Fraction other) {
        return new Fraction(
                one.numerator()
                        .multiply(other.denominator())
                        .add(other.numerator().multiply(one.denominator())),
                one.denominator().multiply(other.denominator()));
    }
}
