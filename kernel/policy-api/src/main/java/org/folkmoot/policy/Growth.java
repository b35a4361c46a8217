// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Support that has to last: what some counts come to is not compared as it is, but as it has been, tick by tick of the poll's
 * clock.
 *
 * <p>After each tick, next = old · keeps + now · (1 − keeps), rounded down to {@value #PLACES} decimals, where now is what the
 * counts came to at the tick before. It begins at 0 and comes ever nearer to what the counts are, as fast as {@code keeps} is
 * small. It is 1Hive's conviction, divided by the most that a unit of power can bring about, so that it is in units of power.
 *
 * @param count what supports the proposal
 * @param keeps the part of the conviction that a tick leaves, below 1
 * @param fund what the proposal is paid from, if it matters how large a part of it is asked for
 */
public record Growth(List<String> count, Fraction keeps, Optional<Fund> fund) {
    /** The decimals of a conviction. */
    public static final int PLACES = 9;

    /** A unit of power in the units of a conviction. */
    public static final BigInteger UNIT = BigInteger.TEN.pow(PLACES);

    /**
     * What a proposal is paid from.
     *
     * @param account an account that the constitution declares
     * @param asset the asset that is asked for
     */
    public record Fund(String account, String asset) {}

    public Growth {
        count = List.copyOf(count);
        if (keeps.compareTo(Fraction.of(1, 1)) >= 0) {
            throw new IllegalArgumentException("keeps is below 1: else nothing is ever forgotten or learned");
        }
    }

    /** The conviction one tick later, in parts of a {@link #UNIT}, where the counts come to {@code now}. */
    public BigInteger next(BigInteger old, BigInteger now) {
        var learned = keeps.denominator().subtract(keeps.numerator());
        return keeps.numerator()
                .multiply(old)
                .add(learned.multiply(now).multiply(UNIT))
                .divide(keeps.denominator());
    }
}
