// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/** Orders options into tiers, the best first; those on one tier are tied. */
final class Tiers {
    private Tiers() {}

    /** By score, the highest first. */
    static List<List<Integer>> byScore(List<BigInteger> scores) {
        var tiers = new TreeMap<BigInteger, List<Integer>>(Comparator.reverseOrder());
        for (var option = 0; option < scores.size(); option++) {
            tiers.computeIfAbsent(scores.get(option), _ -> new ArrayList<>()).add(option);
        }
        return List.copyOf(tiers.values());
    }

    /** By a relation without cycles: those that nobody left is above come first, then they are taken away. */
    static List<List<Integer>> byRelation(int options, BiPredicate<Integer, Integer> above) {
        var left = new ArrayList<>(IntStream.range(0, options).boxed().toList());
        var tiers = new ArrayList<List<Integer>>();
        while (!left.isEmpty()) {
            var top = left.stream()
                    .filter(option -> left.stream().noneMatch(other -> above.test(other, option)))
                    .toList();
            if (top.isEmpty()) {
                throw new IllegalStateException("the relation has a cycle among " + left);
            }
            tiers.add(top);
            left.removeAll(top);
        }
        return tiers;
    }
}
