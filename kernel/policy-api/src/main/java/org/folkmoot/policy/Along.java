// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.util.List;
import java.util.Optional;

/**
 * What a curve follows: a rate of the moment by its name, or the share that some counts have.
 *
 * @param rate the name of the rate; {@link Facts#ELAPSED} unless counts are named
 * @param count the counts that are added up; empty if a rate is followed
 * @param of what they are a share of: counts, measures or the roll
 * @param places to how many decimal places both the point and the share are rounded down; exact if nothing is said
 */
public record Along(String rate, List<String> count, List<String> of, Optional<Integer> places) {
    private static final int MAX_PLACES = 30;

    public Along {
        count = List.copyOf(count);
        of = List.copyOf(of);
        if (count.isEmpty() != of.isEmpty()) {
            throw new IllegalArgumentException("a curve over a share of ballots says both count and of");
        }
        if (places.filter(digits -> digits < 0 || digits > MAX_PLACES).isPresent()) {
            throw new IllegalArgumentException("places is a number from 0 to " + MAX_PLACES);
        }
    }

    /** Where on the curve we are; nothing if the facts do not say. */
    public Optional<Fraction> point(Facts facts) {
        if (count.isEmpty()) {
            return Optional.ofNullable(facts.rates().get(rate)).map(this::rounded);
        }
        var whole = Sums.of(of, facts);
        return Sums.of(count, facts)
                .flatMap(part -> whole.filter(sum -> sum.signum() > 0).map(sum -> rounded(new Fraction(part, sum))));
    }

    Fraction rounded(Fraction share) {
        return places.map(share::floor).orElse(share);
    }

    boolean moves() {
        return count.isEmpty();
    }

    String words() {
        return count.isEmpty() ? rate : String.join(" + ", count) + " of " + String.join(" + ", of);
    }
}
