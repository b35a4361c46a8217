// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Divides a whole amount by weights without losing any of it: everybody gets the part that is due rounded down, and the
 * units that are left go one each to the largest remainders; of equal remainders, the one that comes first in the list.
 */
public final class Split {
    private Split() {}

    /** The parts in the order of the weights; they add up to the amount. A weight of 0 gets nothing. */
    public static List<BigInteger> of(BigInteger amount, List<BigInteger> weights) {
        var sum = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (amount.signum() < 0 || sum.signum() <= 0 || weights.stream().anyMatch(weight -> weight.signum() < 0))
            throw new IllegalArgumentException("no way to split " + amount + " by " + weights);
        var parts = new ArrayList<BigInteger>();
        var remainders = new ArrayList<BigInteger>();
        var left = amount;
        for (var weight : weights) {
            var both = amount.multiply(weight).divideAndRemainder(sum);
            parts.add(both[0]);
            remainders.add(both[1]);
            left = left.subtract(both[0]);
        }
        // Fewer units are left than there are parts with a remainder, so a weight of 0 gets none of them.
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
                .limit(left.intValueExact())
                .forEach(place -> parts.set(place, parts.get(place).add(BigInteger.ONE)));
        return List.copyOf(parts);
    }
}
