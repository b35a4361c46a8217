// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.folkmoot.policy.InvalidChoice;

/**
 * Adds up powers that are divided in proportion to weights, exactly; only the sums are rounded.
 *
 * <p>That is why neither the order nor the grouping of ballots can change a sum, and why nothing is lost: the sums
 * always add up to all the power there was.
 */
final class Shares {
    /** The most that the weights of a ballot of a poll may add up to: it bounds how long the exact sums can become. */
    static final BigInteger MOST = BigInteger.valueOf(10_000);

    private final int parts;
    private final SortedMap<BigInteger, BigInteger[]> byWhole = new TreeMap<>();

    Shares(int parts) {
        this.parts = parts;
    }

    /** Refuses weights that add up to more than {@link #MOST}. */
    static void check(List<BigInteger> weights) {
        if (Weights.sum(weights).compareTo(MOST) > 0) {
            throw new InvalidChoice("The weights add up to more than " + MOST + ".");
        }
    }

    void add(List<BigInteger> weights, BigInteger power) {
        var sums = byWhole.computeIfAbsent(Weights.sum(weights), _ -> zeros());
        for (var part = 0; part < parts; part++) {
            sums[part] = sums[part].add(weights.get(part).multiply(power));
        }
    }

    /** Adds amounts as they are, so many times. */
    void addAll(List<BigInteger> amounts, long times) {
        var sums = byWhole.computeIfAbsent(BigInteger.ONE, _ -> zeros());
        for (var part = 0; part < parts; part++) {
            sums[part] = sums[part].add(amounts.get(part).multiply(BigInteger.valueOf(times)));
        }
    }

    /**
     * The sums in units of 10^−decimals: all rounded down, and what is then missing given in single units to those that
     * lost most, the one named earlier first among equals (largest remainder).
     */
    List<BigInteger> rounded(int decimals) {
        var whole = byWhole.keySet().stream().reduce(BigInteger.ONE, Shares::commonMultiple);
        var exact = zeros();
        byWhole.forEach((each, sums) -> {
            var times = whole.divide(each).multiply(BigInteger.TEN.pow(decimals));
            for (var part = 0; part < parts; part++) {
                exact[part] = exact[part].add(sums[part].multiply(times));
            }
        });
        return largestRemainder(exact, whole);
    }

    /** Divides all by the same, so that the results add up to the sum divided by it, rounded down. */
    static List<BigInteger> largestRemainder(BigInteger[] exact, BigInteger by) {
        var rounded = new ArrayList<BigInteger>();
        for (var value : exact) {
            rounded.add(value.divide(by));
        }
        var missing = Arrays.stream(exact)
                .reduce(BigInteger.ZERO, BigInteger::add)
                .divide(by)
                .subtract(Weights.sum(rounded))
                .intValueExact();
        IntStream.range(0, exact.length)
                .boxed()
                .sorted(Comparator.comparing((Integer part) -> exact[part].mod(by), Collections.reverseOrder()))
                .limit(missing)
                .forEach(part -> rounded.set(part, rounded.get(part).add(BigInteger.ONE)));
        return rounded;
    }

    private static BigInteger commonMultiple(BigInteger one, BigInteger other) {
        return one.divide(one.gcd(other)).multiply(other);
    }

    private BigInteger[] zeros() {
        var zeros = new BigInteger[parts];
        Arrays.fill(zeros, BigInteger.ZERO);
        return zeros;
    }
}
