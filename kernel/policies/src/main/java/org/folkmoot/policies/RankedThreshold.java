// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import org.folkmoot.policy.Fraction;

/**
 * What it takes to be elected, or to stay, in a count of rankings.
 *
 * @param share the part of the votes that must be reached, where a percentage decides
 * @param votes what that is a part of
 * @param units the threshold in units of the count; rounded down where it is a percentage
 */
record RankedThreshold(Fraction share, BigInteger votes, BigInteger units) {
    static final RankedThreshold NONE = new RankedThreshold(Fraction.of(1, 1), BigInteger.ZERO, BigInteger.ZERO);

    static RankedThreshold of(RankedChoice.Settings settings, BigInteger votes, BigInteger unit) {
        var found = settings.percentageThreshold()
                .map(share -> new RankedThreshold(
                        share, votes, share.numerator().multiply(votes).divide(share.denominator())))
                .orElseGet(() -> exactly(quota(settings, votes, unit)));
        var least =
                BigInteger.valueOf(settings.minimumVoteThreshold().orElse(0L)).multiply(unit);
        return found.units.compareTo(least) < 0 ? exactly(least) : found;
    }

    private static RankedThreshold exactly(BigInteger units) {
        return new RankedThreshold(Fraction.of(1, 1), units, units);
    }

    private static BigInteger quota(RankedChoice.Settings settings, BigInteger votes, BigInteger unit) {
        var seats = BigInteger.valueOf(settings.rules().winners());
        var step = settings.nonIntegerWinningThreshold().orElse(false) ? BigInteger.ONE : unit;
        if (settings.hareQuota().orElse(false)) {
            var whole = votes.divideAndRemainder(seats.multiply(step));
            return whole[0].add(whole[1].signum() > 0 ? BigInteger.ONE : BigInteger.ZERO)
                    .multiply(step);
        }
        return votes.divide(seats.add(BigInteger.ONE).multiply(step))
                .add(BigInteger.ONE)
                .multiply(step);
    }

    boolean reachedBy(BigInteger tally) {
        return share.reachedBy(tally, votes);
    }
}
