// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;

/** An exact number from 0, in lowest terms. */
record Ratio(BigInteger over, BigInteger under) implements Comparable<Ratio> {
    static final Ratio ZERO = of(BigInteger.ZERO);
    static final Ratio ONE = of(BigInteger.ONE);

    Ratio {
        if (over.signum() < 0 || under.signum() <= 0) {
            throw new IllegalArgumentException("not a number from 0: " + over + "/" + under);
        }
        var common = under.equals(BigInteger.ONE) ? BigInteger.ONE : over.gcd(under);
        if (!common.equals(BigInteger.ONE)) {
            over = over.divide(common);
            under = under.divide(common);
        }
    }

    static Ratio of(BigInteger whole) {
        return new Ratio(whole, BigInteger.ONE);
    }

    Ratio plus(Ratio other) {
        return under.equals(other.under)
                ? new Ratio(over.add(other.over), under)
                : new Ratio(over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    Ratio minus(Ratio other) {
        return under.equals(other.under)
                ? new Ratio(over.subtract(other.over), under)
                : new Ratio(
                        over.multiply(other.under).subtract(other.over.multiply(under)), under.multiply(other.under));
    }

    Ratio times(Ratio other) {
        return new Ratio(over.multiply(other.over), under.multiply(other.under));
    }

    Ratio times(BigInteger whole) {
        return new Ratio(over.multiply(whole), under);
    }

    Ratio dividedBy(Ratio other) {
        return new Ratio(over.multiply(other.under), under.multiply(other.over));
    }

    /** The whole number of units of 10^−decimals in it: it is rounded down. */
    BigInteger units(int decimals) {
        return over.multiply(BigInteger.TEN.pow(decimals)).divide(under);
    }

    Ratio truncated(int decimals) {
        return new Ratio(units(decimals), BigInteger.TEN.pow(decimals));
    }

    @Override
    public int compareTo(Ratio other) {
        return under.equals(other.under)
                ? over.compareTo(other.over)
                : over.multiply(other.under).compareTo(other.over.multiply(under));
    }
}
