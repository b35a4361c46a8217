// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.Optional;
import org.folkmoot.policy.Fraction;

/**
 * Conviction that grows with time: support for a proposal adds up block by block, a part of what is there fading each
 * time, and a request for money passes once its conviction is above what so large a part of the funds asks for. The rule
 * of 1Hive's conviction voting, in exact fractions.
 *
 * @param alpha the part of the conviction that is left after a block, below 1
 * @param maxRatio the part of the funds that can never be asked for at once
 * @param weight how much conviction a request needs
 * @param minimumStake the stake that counts at least, as a part of the supply
 */
public record ConvictionVoting(Fraction alpha, Fraction maxRatio, Fraction weight, Fraction minimumStake) {
    private static final Fraction ONE = Fraction.of(1, 1);

    /** How many blocks are counted at most, since the numbers grow with each. */
    private static final long MOST_BLOCKS = 200_000;

    public ConvictionVoting {
        if (alpha.compareTo(ONE) >= 0) {
            throw new IllegalArgumentException("alpha is below 1: else nothing fades");
        }
    }

    /** The conviction of a stake after so many blocks, in which it did not change: y·aᵗ + x·(1 − aᵗ)/(1 − a). */
    public Fraction conviction(Fraction before, BigInteger stake, long blocks) {
        if (blocks < 0 || blocks > MOST_BLOCKS) {
            throw new IllegalArgumentException("from 0 to " + MOST_BLOCKS + " blocks, not " + blocks);
        }
        var left = new Fraction(
                alpha.numerator().pow((int) blocks), alpha.denominator().pow((int) blocks));
        var grown = new Fraction(stake, BigInteger.ONE).times(ONE.minus(left)).over(ONE.minus(alpha));
        return before.times(left).plus(grown);
    }

    /**
     * The conviction that a request needs: weight · stake / (1 − alpha) / (maxRatio − requested / funds)²; nothing where it
     * is the largest part of the funds that can be asked for, or more.
     *
     * @param requested what is asked for
     * @param funds what there is
     * @param staked what supports any proposal
     * @param supply all that there could be staked
     */
    public Optional<Fraction> threshold(BigInteger requested, BigInteger funds, BigInteger staked, BigInteger supply) {
        if (maxRatio.compareTo(new Fraction(requested, funds.max(BigInteger.ONE))) <= 0 || funds.signum() == 0) {
            return Optional.empty();
        }
        var room = maxRatio.minus(new Fraction(requested, funds));
        var counted =
                new Fraction(staked, BigInteger.ONE).max(minimumStake.times(new Fraction(supply, BigInteger.ONE)));
        return Optional.of(needed(weight, counted, room).over(ONE.minus(alpha)));
    }

    /**
     * The same divided by the most that one unit of stake can bring about: weight · counted / room².
     *
     * @param counted the stake that counts
     * @param room what is left to the largest part of the funds that can be asked for, above 0
     */
    static Fraction needed(Fraction weight, Fraction counted, Fraction room) {
        return weight.times(counted).over(room.times(room));
    }
}
