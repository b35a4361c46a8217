// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policy;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Adds up quantities that a document names: counts of ballots, measures, and the roll. */
public final class Sums {
    /** The word that stands for the power of everybody on the roll. */
    public static final String ROLL = "roll";

    /** The word that stands for the number of members on the roll. */
    public static final String MEMBERS = "members";

    private Sums() {}

    /** The sum of what is named; nothing if one of the names is unknown. */
    public static Optional<BigInteger> of(List<String> names, Facts facts) {
        var sum = BigInteger.ZERO;
        for (var name : names) {
            var found = find(name, facts);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(found.get());
        }
        return Optional.of(sum);
    }

    /** One quantity: the roll, a count, or a measure, in this order. */
    public static Optional<BigInteger> find(String name, Facts facts) {
        return switch (name) {
            case ROLL -> Optional.of(facts.rollPower());
            case MEMBERS -> Optional.of(BigInteger.valueOf(facts.rollMembers()));
            default ->
                Optional.ofNullable(facts.counts().get(name))
                        .or(() -> Optional.ofNullable(facts.measures().get(name)));
        };
    }
}
