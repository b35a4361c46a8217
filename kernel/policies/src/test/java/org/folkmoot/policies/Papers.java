// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.policy.Fraction;

/** A plain count of transferable votes in which every paper has its own value and is looked at from its top each time. */
final class Papers {
    private static final Fraction ZERO = Fraction.of(0, 1);

    private final List<List<Integer>> papers;
    private final int seats;
    private final Fraction quota;
    private final int decimals;
    private final Fraction[] values;
    private final int[] holder;
    private final List<Integer> continuing;
    private final List<Integer> waiting = new ArrayList<>();
    final List<Integer> elected = new ArrayList<>();
    final List<List<Fraction>> stages = new ArrayList<>();
    private final List<Fraction> votes = new ArrayList<>();

    /** A count whose values are rounded down to so many decimals, or exact if these are below 0. */
    Papers(List<List<Integer>> papers, int options, int seats, Fraction quota, int decimals) {
        this.papers = papers;
        this.seats = seats;
        this.quota = quota;
        this.decimals = decimals;
        continuing = new ArrayList<>(IntStream.range(0, options).boxed().toList());
        values = papers.stream().map(_ -> Fraction.of(1, 1)).toArray(Fraction[]::new);
        holder = papers.stream().mapToInt(_ -> -1).toArray();
        continuing.forEach(_ -> votes.add(ZERO));
    }

    void run() {
        IntStream.range(0, papers.size()).forEach(this::place);
        close();
        while (elected.size() < seats && !continuing.isEmpty()) {
            var strongest = waiting.stream().max(this::compare);
            var from = strongest.orElseGet(this::weakest);
            var held = votes.get(from);
            var surplus = waiting.remove(from);
            continuing.remove(from);
            votes.set(from, surplus ? quota : ZERO);
            for (var paper = 0; paper < holder.length; paper++) {
                if (holder[paper] == from) {
                    values[paper] = surplus ? lower(values[paper], held) : values[paper];
                    place(paper);
                }
            }
            close();
        }
    }

    private Integer weakest() {
        return continuing.stream().min(this::compare).orElseThrow();
    }

    /** A value times what is above the quota, over what was held. */
    private Fraction lower(Fraction value, Fraction held) {
        var moved = value.times(held.minus(quota)).over(held);
        return decimals < 0 ? moved : moved.floor(decimals);
    }

    private void place(int paper) {
        holder[paper] = papers.get(paper).stream()
                .filter(continuing::contains)
                .findFirst()
                .orElse(-1);
        if (holder[paper] >= 0) {
            votes.set(holder[paper], votes.get(holder[paper]).plus(values[paper]));
        }
    }

    private void close() {
        var now = continuing.stream()
                .filter(option -> votes.get(option).compareTo(quota) >= 0)
                .sorted(((Comparator<Integer>) this::compare).reversed())
                .toList();
        now.forEach(this::elect);
        if (continuing.size() <= seats - elected.size()) {
            continuing.stream()
                    .sorted(((Comparator<Integer>) this::compare).reversed())
                    .toList()
                    .forEach(this::elect);
        }
        stages.add(List.copyOf(votes));
    }

    private void elect(Integer option) {
        if (elected.size() < seats) {
            elected.add(option);
            continuing.remove(option);
            if (votes.get(option).compareTo(quota) > 0) {
                waiting.add(option);
            }
        }
    }

    /** By votes now, then in the stages before from the last one back; then whoever is named first is stronger. */
    private int compare(Integer one, Integer other) {
        var compared = votes.get(one).compareTo(votes.get(other));
        for (var stage = stages.size() - 1; stage >= 0 && compared == 0; stage--) {
            compared = stages.get(stage).get(one).compareTo(stages.get(stage).get(other));
        }
        return compared == 0 ? other.compareTo(one) : compared;
    }
}
