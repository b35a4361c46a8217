// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/**
 * Duels ballot by ballot, and the methods that rank by them as they are defined: paths one by one, groups one by one.
 *
 * @param ranks a row for each person with the rank of each option; 0 where it is left out
 */
record PlainDuels(int options, List<int[]> ranks, Unranked unranked) {
    long prefer(int one, int other) {
        return ranks.stream().filter(rank -> above(rank[one], rank[other])).count();
    }

    private boolean above(int one, int other) {
        return one > 0 && (other == 0 ? unranked == Unranked.LAST : one < other);
    }

    private boolean beats(int one, int other) {
        return prefer(one, other) > prefer(other, one);
    }

    private List<Integer> all() {
        return IntStream.range(0, options).boxed().toList();
    }

    /** The smallest group each of which beats everybody outside. */
    Set<Integer> smith() {
        return IntStream.range(1, 1 << options)
                .mapToObj(bits -> all().stream()
                        .filter(option -> (bits >> option & 1) == 1)
                        .toList())
                .sorted(Comparator.comparing(List::size))
                .filter(group -> group.stream()
                        .allMatch(one -> all().stream()
                                .filter(other -> !group.contains(other))
                                .allMatch(other -> beats(one, other))))
                .map(Set::copyOf)
                .findFirst()
                .orElseThrow();
    }

    List<Set<Integer>> copeland() {
        return tiers(one -> all().stream()
                .filter(other -> !other.equals(one))
                .mapToLong(other -> beats(one, other) ? 2 : beats(other, one) ? 0 : 1)
                .sum());
    }

    List<Set<Integer>> minimax(Minimax.Variant variant) {
        return tiers(one -> -all().stream()
                .filter(other -> !other.equals(one))
                .mapToLong(other -> switch (variant) {
                    case WINNING_VOTES -> beats(other, one) ? prefer(other, one) : 0;
                    case MARGINS -> prefer(other, one) - prefer(one, other);
                    case PAIRWISE_OPPOSITION -> prefer(other, one);
                })
                .max()
                .orElse(0));
    }

    /** Points in tenths: the mean of the places that an option shares. */
    long borda(int one) {
        return ranks.stream()
                .mapToLong(rank -> {
                    var over = all().stream()
                            .filter(other -> last(rank[other]) < last(rank[one]))
                            .count();
                    var level = all().stream()
                            .filter(other -> last(rank[other]) == last(rank[one]))
                            .count();
                    return 10 * (options - over) - 5 * (level - 1);
                })
                .sum();
    }

    private static int last(int rank) {
        return rank == 0 ? Integer.MAX_VALUE : rank;
    }

    private List<Set<Integer>> tiers(ToLongFunction<Integer> score) {
        return all().stream()
                .map(score::applyAsLong)
                .distinct()
                .sorted(Comparator.reverseOrder())
                .map(value -> Set.copyOf(all().stream()
                        .filter(option -> score.applyAsLong(option) == value)
                        .toList()))
                .toList();
    }

    private long strength(int one, int other, Strength strength) {
        if (!beats(one, other)) return 0;
        return strength == Strength.MARGINS ? prefer(one, other) - prefer(other, one) : prefer(one, other);
    }

    List<Set<Integer>> schulze(Strength strength) {
        return peeled((one, other) -> path(one, other, strength, Set.of()) > path(other, one, strength, Set.of()));
    }

    /** The strongest of all ways from one to another that pass nobody twice, each as strong as its weakest duel. */
    private long path(int from, int to, Strength strength, Set<Integer> passed) {
        var seen = new HashSet<>(passed);
        seen.add(from);
        return all().stream()
                .filter(next -> !seen.contains(next))
                .mapToLong(next -> Math.min(
                        strength(from, next, strength), next == to ? Long.MAX_VALUE : path(next, to, strength, seen)))
                .max()
                .orElse(0);
    }

    private record Duel(int winner, int loser) {}

    /** Duels from the strongest down; of those that are equal all are locked that close no circle with the others. */
    List<Set<Integer>> rankedPairs(Strength strength) {
        Comparator<Duel> order = Comparator.comparingLong(duel -> -strength(duel.winner(), duel.loser(), strength));
        if (strength == Strength.WINNING_VOTES) {
            order = order.thenComparingLong(duel -> prefer(duel.loser(), duel.winner()));
        }
        var left = new ArrayList<Duel>();
        all().forEach(one ->
                all().stream().filter(other -> beats(one, other)).forEach(other -> left.add(new Duel(one, other))));
        left.sort(order);
        var locked = new HashSet<Duel>();
        while (!left.isEmpty()) {
            var strongest = left.getFirst();
            var by = order;
            var equal = left.stream()
                    .filter(duel -> by.compare(duel, strongest) == 0)
                    .toList();
            var together = new HashSet<>(locked);
            together.addAll(equal);
            equal.stream()
                    .filter(duel -> !reaches(duel.loser(), duel.winner(), together, new HashSet<>()))
                    .forEach(locked::add);
            left.removeAll(equal);
        }
        return peeled((one, other) -> reaches(one, other, locked, new HashSet<>()));
    }

    private static boolean reaches(int from, int to, Set<Duel> duels, Set<Integer> seen) {
        return duels.stream()
                .filter(duel -> duel.winner() == from && seen.add(duel.loser()))
                .anyMatch(duel -> duel.loser() == to || reaches(duel.loser(), to, duels, seen));
    }

    private List<Set<Integer>> peeled(BiPredicate<Integer, Integer> above) {
        var left = new ArrayList<>(all());
        var tiers = new ArrayList<Set<Integer>>();
        while (!left.isEmpty()) {
            var top = left.stream()
                    .filter(option -> left.stream().noneMatch(other -> above.test(other, option)))
                    .toList();
            tiers.add(Set.copyOf(top));
            left.removeAll(top);
        }
        return tiers;
    }
}
