// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.delegation;

import java.math.BigInteger;
import java.util.Optional;

/**
 * A part of what reaches a voter, and where it ends.
 *
 * @param end with whom
 * @param steps how far that is from the voter
 * @param over the part, together with {@code under} a fraction in lowest terms
 * @param lost why no ballot carries it, if none does
 */
record Flow(String end, int steps, BigInteger over, BigInteger under, Optional<Lost.Reason> lost) {
    static Flow ended(String end, Optional<Lost.Reason> lost) {
        return new Flow(end, 0, BigInteger.ONE, BigInteger.ONE, lost);
    }

    /** The same part seen from one step before, of whom this voter gets a part. */
    Flow stepBefore(long weight, BigInteger whole) {
        return inLowestTerms(steps + 1, over.multiply(BigInteger.valueOf(weight)), under.multiply(whole));
    }

    /** This part and another one that ends alike. */
    Flow plus(Flow other) {
        return inLowestTerms(
                steps, over.multiply(other.under).add(other.over.multiply(under)), under.multiply(other.under));
    }

    /** The same part, which no ballot carries. */
    Flow losing(Lost.Reason reason) {
        return new Flow(end, steps, over, under, Optional.of(reason));
    }

    /** This part of a power, rounded down. */
    BigInteger of(BigInteger power) {
        return power.multiply(over).divide(under);
    }

    /** What rounding down takes from this part of a power. */
    Remainder remainder(BigInteger power) {
        return new Remainder(power.multiply(over).mod(under), under);
    }

    /** A fraction below 1. */
    record Remainder(BigInteger over, BigInteger under) implements Comparable<Remainder> {
        @Override
        public int compareTo(Remainder other) {
            return over.multiply(other.under).compareTo(other.over.multiply(under));
        }
    }

    private Flow inLowestTerms(int steps, BigInteger up, BigInteger down) {
        var common = up.gcd(down);
        return new Flow(end, steps, up.divide(common), down.divide(common), lost);
    }
}
