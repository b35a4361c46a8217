// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** How much power prefers each option to each other one: the pairwise matrix of a poll. */
public final class Duels {
    private final BigInteger[][] prefer;
    private BigInteger largest = BigInteger.ZERO;

    /** No duels yet among so many options. */
    public Duels(int options) {
        prefer = new BigInteger[options][options];
        for (var row : prefer) {
            Arrays.fill(row, BigInteger.ZERO);
        }
    }

    /** How many options there are. */
    public int options() {
        return prefer.length;
    }

    /** The power that prefers one option to another. */
    public BigInteger prefer(int one, int other) {
        return prefer[one][other];
    }

    /** The most power that prefers any option to any other. */
    BigInteger largest() {
        return largest;
    }

    /** How much more power prefers one option to another than the other way round; below 0 if less. */
    public BigInteger margin(int one, int other) {
        return prefer[one][other].subtract(prefer[other][one]);
    }

    boolean beats(int one, int other) {
        return margin(one, other).signum() > 0;
    }

    /** Adds power that prefers one option to another. */
    public void add(int one, int other, BigInteger power) {
        prefer[one][other] = prefer[one][other].add(power);
        largest = largest.max(prefer[one][other]);
    }

    /** Adds a ranking, as the rank of each option. */
    void add(int[] ranks, BigInteger power, Unranked unranked) {
        for (var one = 0; one < ranks.length; one++) {
            for (var other = 0; other < ranks.length; other++) {
                var counts = unranked == Unranked.LAST || ranks[other] != RankedBallot.UNRANKED;
                if (counts && ranks[one] < ranks[other]) {
                    add(one, other, power);
                }
            }
        }
    }

    /** The same duels among some of the options only, numbered anew. */
    Duels among(List<Integer> kept) {
        var some = new Duels(kept.size());
        for (var one = 0; one < kept.size(); one++) {
            for (var other = 0; other < kept.size(); other++) {
                some.add(one, other, prefer[kept.get(one)][kept.get(other)]);
            }
        }
        return some;
    }

    /** The smallest group of options of which each beats every option outside it: the Smith set. */
    public BitSet smithSet() {
        var smallest = new BitSet();
        for (var start = 0; start < options(); start++) {
            var group = notBeatenFrom(start);
            if (smallest.isEmpty() || group.cardinality() < smallest.cardinality()) {
                smallest = group;
            }
        }
        return smallest;
    }

    // Whoever is not beaten by a member of the group belongs to it.
    private BitSet notBeatenFrom(int start) {
        var group = new BitSet();
        group.set(start);
        for (var grew = true; grew; ) {
            var before = group.cardinality();
            for (var one = 0; one < options(); one++) {
                var candidate = one;
                if (group.stream().anyMatch(member -> member != candidate && !beats(member, candidate))) {
                    group.set(one);
                }
            }
            grew = group.cardinality() > before;
        }
        return group;
    }

    /** The opponent against whom an option does worst, by margin; of several, the one named first. */
    int closestRival(int option) {
        var closest = option == 0 ? 1 : 0;
        for (var other = 0; other < options(); other++) {
            if (other != option && margin(option, other).compareTo(margin(option, closest)) < 0) {
                closest = other;
            }
        }
        return closest;
    }
}
