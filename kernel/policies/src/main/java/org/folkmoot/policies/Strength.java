// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;

/** How strong it is that one option beats another. */
public enum Strength {
    /** The power that prefers the one that beats. */
    WINNING_VOTES,
    /** How much more that is than the power that prefers the other. */
    MARGINS,
    /** How many times the power that prefers the other it is; without any such power it is above all that have some. */
    RATIO;

    /**
     * The strength with which one option beats another; 0 if it does not. Ratios are numbers in the same order, and equal
     * ones are equal numbers.
     */
    public BigInteger of(Duels duels, int one, int other) {
        if (!duels.beats(one, other)) {
            return BigInteger.ZERO;
        }
        return switch (this) {
            case WINNING_VOTES -> duels.prefer(one, other);
            case MARGINS -> duels.margin(one, other);
            case RATIO -> ratio(duels, duels.prefer(one, other), duels.prefer(other, one));
        };
    }

    // Two ratios of numbers up to n differ by more than 1/(n+1)², so multiples of that keep their order as whole
    // numbers.
    private static BigInteger ratio(Duels duels, BigInteger inFavor, BigInteger against) {
        var above = duels.largest().add(BigInteger.ONE);
        return against.signum() == 0
                ? above.pow(3).add(inFavor)
                : inFavor.multiply(above.pow(2)).divide(against);
    }
}
