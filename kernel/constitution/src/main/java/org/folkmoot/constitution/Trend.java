// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.util.List;
import java.util.Optional;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Sums;

/**
 * A share that the policy remembers from poll to poll, so that a threshold can follow it: an exponential moving average.
 *
 * <p>Each poll that closes moves it: next = old · (1 − weight) + now · weight, kept between old / (1 + change) and
 * old · (1 + change), and between {@code least} and {@code most}, and rounded down to {@code places} decimals. (AtomOne's
 * participation average, Celo's baseline and the quorum of Tezos' baseDAO are of this form.)
 *
 * @param name the name of the rate
 * @param count what is added up in each poll
 * @param of what it is a share of
 * @param start where it begins
 * @param weight how much one poll counts
 * @param change by which part of itself it moves at most
 */
public record Trend(
        String name,
        List<String> count,
        List<String> of,
        Fraction start,
        Fraction weight,
        Optional<Fraction> change,
        Fraction least,
        Fraction most,
        int places) {
    private static final Fraction ONE = Fraction.of(1, 1);

    public Trend {
        count = List.copyOf(count);
        of = List.copyOf(of);
        if (weight.compareTo(ONE) > 0 || least.compareTo(most) > 0) {
            throw new IllegalArgumentException("a trend has a weight of at most 1, and least is not above most");
        }
    }

    /** The trend after a poll; unchanged by one that does not say what was counted. */
    public Fraction next(Fraction old, Facts facts) {
        var whole = Sums.of(of, facts).filter(sum -> sum.signum() > 0);
        return Sums.of(count, facts)
                .flatMap(part -> whole.map(sum -> next(old, new Fraction(part, sum))))
                .orElse(old);
    }

    private Fraction next(Fraction old, Fraction now) {
        var moved = old.times(ONE.minus(weight)).plus(now.times(weight));
        var bounded = change.map(most -> moved.max(old.over(ONE.plus(most))).min(old.times(ONE.plus(most))))
                .orElse(moved);
        return bounded.max(least).min(most).floor(places);
    }
}
