// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** What came of looking for whole numbers that satisfy inequalities. */
sealed interface Search {
    /** These do. */
    record Found(List<BigInteger> values) implements Search {
        public Found {
            values = List.copyOf(values);
        }
    }

    /** None do: this is proven. */
    record None() implements Search {}

    /** The budget was used up. */
    record Unknown() implements Search {}

    /**
     * Looks for some, by branching wherever the cheapest point is not whole.
     *
     * @param cheapest whether only the cheapest ones will do; else it stops at the first
     */
    static Search find(List<BigInteger> costs, List<Inequality> inequalities, boolean cheapest, Budget budget) {
        var point = Dictionary.cheapest(costs, inequalities, budget);
        if (budget.spent()) {
            return new Unknown();
        }
        if (point.isEmpty()) {
            return new None();
        }
        var denominator = point.get().denominator();
        for (var i = 0; i < costs.size(); i++) {
            var value = point.get().numerators().get(i).divideAndRemainder(denominator);
            if (value[1].signum() != 0) {
                var below = Affine.variable(i).plus(value[0].negate());
                return first(
                        costs,
                        List.of(with(inequalities, below.atMost(0)), with(inequalities, below.atLeast(1))),
                        cheapest,
                        (each, more) -> find(costs, each, more, budget));
            }
        }
        return new Found(point.get().numerators().stream()
                .map(value -> value.divide(denominator))
                .toList());
    }

    /** Looks into one set of inequalities. */
    interface Look {
        Search into(List<Inequality> inequalities, boolean cheapest);
    }

    /** Looks into several alternatives; once something was found, only for what is cheaper. */
    static Search first(List<BigInteger> costs, List<List<Inequality>> alternatives, boolean cheapest, Look look) {
        Search best = new None();
        for (var alternative : alternatives) {
            var found = look.into(
                    best instanceof Found(var values) ? with(alternative, cheaper(costs, values)) : alternative,
                    cheapest);
            if (found instanceof Found && !cheapest) {
                return found;
            }
            if (!(found instanceof None) && !(best instanceof Found && found instanceof Unknown)) {
                best = found;
            }
        }
        return best;
    }

    /** Tells whether not even fractions would satisfy them. */
    static boolean impossible(List<BigInteger> costs, List<Inequality> inequalities, Budget budget) {
        return Dictionary.cheapest(costs, inequalities, budget).isEmpty() && !budget.spent();
    }

    private static Inequality cheaper(List<BigInteger> costs, List<BigInteger> than) {
        var cost = new Affine(costs, BigInteger.ZERO);
        return cost.plus(cost.at(than).negate()).atMost(-1);
    }

    private static List<Inequality> with(List<Inequality> inequalities, Inequality more) {
        var all = new ArrayList<>(inequalities);
        all.add(more);
        return all;
    }
}
