// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.folkmoot.constitution.Bound;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;
import org.folkmoot.policy.Sums;

/** Looks for the smallest roll that has ballots which grant wishes, for methods whose counts are the choices. */
public final class AnyRoll {
    private final List<String> counts;
    private final Set<String> measures;
    private final boolean equals;
    private final Map<String, Fraction> rates;
    private final Budget budget;

    /**
     * Asks about all rolls.
     *
     * @param method the voting method, whose counts are the choices
     * @param measures what else is measured, and may be of any size
     * @param equals whether everybody has a power of one
     * @param rates what thresholds follow at that moment
     * @param budget how much work it may be
     */
    public AnyRoll(
            Bound.Method<?> method, Set<String> measures, boolean equals, Map<String, Fraction> rates, Budget budget) {
        this.counts = method.counts();
        this.measures = Set.copyOf(measures);
        this.equals = equals;
        this.rates = Map.copyOf(rates);
        this.budget = budget;
    }

    /** What came of it. */
    public sealed interface Answer {
        /** The smallest roll, with ballots that the rules themselves were asked about. */
        record Smallest(Facts facts) implements Answer {}

        /** No roll of any size has such ballots: this is proven. */
        record Never() implements Answer {}

        /** Nobody knows: the rules bend, or the work would be too much. */
        record Unknown() implements Answer {}
    }

    /** The smallest roll of at least so much power. */
    public Answer smallest(List<Wish> wishes, long least) {
        var ground = Ground.any(counts, measures, equals, least);
        return switch (new Conjunction(wishes, ground, rates).search(true, budget)) {
            case Search.None _ -> new Answer.Never();
            case Search.Unknown _ -> new Answer.Unknown();
            case Search.Found(List<BigInteger> values) -> {
                var facts = facts(ground, values);
                yield wishes.stream().allMatch(wish -> wish.granted(facts))
                        ? new Answer.Smallest(facts)
                        : new Answer.Unknown();
            }
        };
    }

    private Facts facts(Ground ground, List<BigInteger> values) {
        var cast = new LinkedHashMap<String, BigInteger>();
        counts.forEach(count -> cast.put(count, ground.find(count).orElseThrow().at(values)));
        var measured = new LinkedHashMap<String, BigInteger>();
        measures.forEach(
                name -> measured.put(name, ground.find(name).orElseThrow().at(values)));
        return new Facts(
                0,
                cast,
                ground.find(Sums.ROLL).orElseThrow().at(values),
                ground.find(Sums.MEMBERS)
                        .orElseThrow()
                        .at(values)
                        .min(BigInteger.valueOf(Long.MAX_VALUE))
                        .longValueExact(),
                List.of(),
                measured,
                rates);
    }
}
