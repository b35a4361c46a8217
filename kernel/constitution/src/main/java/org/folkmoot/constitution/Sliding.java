// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Sums;

/**
 * A timelock that grows with resistance, as Lido's: nothing up to one share, the most from another one on, and a straight
 * line between.
 *
 * @param count the counts that are added up
 * @param of what they are a share of
 * @param from up to this share there is no timelock; above it, at least {@code least}
 * @param to from this share on it is {@code most}
 */
public record Sliding(List<String> count, List<String> of, Fraction from, Fraction to, Duration least, Duration most) {
    public Sliding {
        count = List.copyOf(count);
        of = List.copyOf(of);
        if (from.compareTo(to) >= 0 || least.compareTo(most) > 0) {
            throw new IllegalArgumentException("a sliding timelock grows: from is below to, and least not above most");
        }
    }

    /** The timelock in whole milliseconds, rounded up; the most, if the facts do not say. */
    public Duration at(Facts facts) {
        var whole = Sums.of(of, facts).filter(sum -> sum.signum() > 0);
        return Sums.of(count, facts)
                .flatMap(part -> whole.map(sum -> at(new Fraction(part, sum))))
                .orElse(most);
    }

    private Duration at(Fraction share) {
        if (share.compareTo(from) <= 0) {
            return Duration.ZERO;
        }
        if (share.compareTo(to) >= 0) {
            return most;
        }
        var span = BigInteger.valueOf(most.minus(least).toMillis());
        var way = share.minus(from).over(to.minus(from)).times(new Fraction(span, BigInteger.ONE));
        return least.plusMillis(way.ceiling().longValueExact());
    }
}
