// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.reach;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.folkmoot.policy.Facts;
import org.folkmoot.policy.Fraction;

/** Looks at every tally of a small roll of equals, for rules that bend. */
final class Enumeration {
    /** With three counts, all tallies of up to 65 members. */
    private static final long MAX_TALLIES = 50_000;

    private final Roll roll;
    private final List<String> counts;
    private final Map<String, Fraction> rates;
    private final List<Facts> tallies = new ArrayList<>();

    Enumeration(Roll roll, List<String> counts, Map<String, Fraction> rates) {
        this.roll = roll;
        this.counts = counts;
        this.rates = rates;
    }

    Reach look(List<Wish> wishes, Function<List<Wish>, Reach> none) {
        if (!roll.ofEquals() || !isSmall()) {
            return new Reach.Unknown();
        }
        fill(new LinkedHashMap<>(), roll.members());
        return tallies.stream()
                .filter(facts -> wishes.stream().allMatch(wish -> wish.granted(facts)))
                .<Reach>map(Reach.Some::new)
                .findFirst()
                .orElseGet(() -> none.apply(wishes));
    }

    // (n + k over k), multiplied up so that it stops before it gets large.
    private boolean isSmall() {
        var tallies = BigInteger.ONE;
        for (var k = 1; k <= counts.size(); k++) {
            tallies = tallies.multiply(BigInteger.valueOf(roll.members() + k)).divide(BigInteger.valueOf(k));
        }
        return tallies.compareTo(BigInteger.valueOf(MAX_TALLIES)) <= 0;
    }

    private void fill(Map<String, BigInteger> cast, long left) {
        if (cast.size() == counts.size()) {
            tallies.add(new Facts(
                    roll.members() - left,
                    new LinkedHashMap<>(cast),
                    roll.power(),
                    roll.members(),
                    List.of(),
                    roll.measures(),
                    rates));
            return;
        }
        for (var votes = 0L; votes <= left; votes++) {
            var more = new LinkedHashMap<>(cast);
            more.put(counts.get(cast.size()), BigInteger.valueOf(votes));
            fill(more, left - votes);
        }
    }
}
