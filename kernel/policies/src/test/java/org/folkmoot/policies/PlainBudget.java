// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.policies.BudgetCompletion.Comparison;
import org.folkmoot.policies.BudgetCompletion.Completion;
import org.folkmoot.policies.BudgetCompletion.RaiseFrom;
import org.folkmoot.policies.BudgetCompletion.RaiseUntil;

/** Participatory budgets person by person, each with a purse of their own, as the rules are told. */
record PlainBudget(long budget, List<Long> costs, List<long[]> people, boolean cheaperFirst, long leastPoints) {
    private long points(int project) {
        return people.stream().mapToLong(points -> points[project]).sum();
    }

    private List<Integer> supporters(int project) {
        return IntStream.range(0, people.size())
                .filter(person -> people.get(person)[project] > 0)
                .boxed()
                .toList();
    }

    private long cost(List<Integer> projects) {
        return projects.stream().mapToLong(costs::get).sum();
    }

    private List<Integer> inOrder(boolean cheaper) {
        var byPoints = Comparator.comparingLong(this::points).reversed();
        Comparator<Integer> byCost = Comparator.comparingLong(costs::get);
        return IntStream.range(0, costs.size())
                .boxed()
                .filter(project -> points(project) >= leastPoints)
                .sorted(cheaper ? byCost.thenComparing(byPoints) : byPoints.thenComparing(byCost))
                .toList();
    }

    /** What equal shares can pay for: what costs something and somebody wants. */
    private List<Integer> shared() {
        return inOrder(cheaperFirst).stream()
                .filter(project -> costs.get(project) > 0 && points(project) > 0)
                .toList();
    }

    List<Integer> greedy(boolean stops) {
        return chosen(List.of(), inOrder(false), stops);
    }

    /** What the most people support first, and else in the order of the options. */
    private List<Integer> filled(List<Integer> already) {
        var bySupport = inOrder(false).stream()
                .sorted(Comparator.comparing(
                                (Integer project) -> -supporters(project).size())
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        return chosen(already, bySupport, false);
    }

    private List<Integer> chosen(List<Integer> already, List<Integer> inOrder, boolean stops) {
        var chosen = new ArrayList<>(already);
        for (var project : inOrder) {
            if (chosen.contains(project)) continue;
            if (cost(chosen) + costs.get(project) <= budget) chosen.add(project);
            else if (stops) return chosen;
        }
        return chosen;
    }

    private record Shared(List<Integer> chosen, List<Rational> purses) {}

    private Shared shares(Rational share) {
        var purses = new ArrayList<>(Collections.nCopies(people.size(), share));
        var chosen = new ArrayList<Integer>();
        for (var next = cheapest(chosen, purses); next.isPresent(); next = cheapest(chosen, purses)) {
            var project = next.get();
            var pays = price(project, purses).orElseThrow();
            chosen.add(project);
            for (var person : supporters(project)) {
                purses.set(person, purses.get(person).minus(purses.get(person).min(pays)));
            }
        }
        return new Shared(chosen, purses);
    }

    /** Whose supporters pay the least part of its cost each, the first of equals; nothing if nobody can pay for any. */
    private Optional<Integer> cheapest(List<Integer> chosen, List<Rational> purses) {
        return shared().stream()
                .filter(project -> !chosen.contains(project))
                .filter(project -> price(project, purses).isPresent())
                .min(Comparator.comparing(
                        project -> price(project, purses).orElseThrow().dividedBy(costs.get(project))));
    }

    /** The least that everybody has to pay, or all they have, to make up the cost. */
    private Optional<Rational> price(int project, List<Rational> purses) {
        var sorted = supporters(project).stream().map(purses::get).sorted().toList();
        var missing = Rational.of(costs.get(project));
        for (var poorer = 0; poorer < sorted.size(); poorer++) {
            var each = missing.dividedBy(sorted.size() - poorer);
            if (each.compareTo(sorted.get(poorer)) <= 0) return Optional.of(each);
            missing = missing.minus(sorted.get(poorer));
        }
        return Optional.empty();
    }

    List<Integer> equalShares(
            long raise, RaiseFrom from, RaiseUntil until, Completion completion, Comparison comparison) {
        if (people.isEmpty()) return List.of();
        var share = Rational.of(budget).dividedBy(people.size());
        var found = shares(share);
        if (raise > 0 && from == RaiseFrom.WHOLE) {
            share = Rational.of(budget / people.size() / raise * raise);
        }
        for (var times = 0; raise > 0 && times < 10_000; times++) {
            if (found.chosen().size() == shared().size()) break;
            if (until == RaiseUntil.EXHAUSTIVE && filled(found.chosen()).equals(found.chosen())) break;
            share = share.plus(Rational.of(raise));
            var more = shares(share);
            if (cost(more.chosen()) > budget) break;
            found = more;
        }
        var completed = switch (completion) {
            case NONE -> found.chosen();
            case GREEDY -> filled(found.chosen());
            case PHRAGMEN -> earning(found);
        };
        var greedy = filled(List.of());
        return likes(greedy, completed, comparison) > likes(completed, greedy, comparison) ? greedy : completed;
    }

    /** Everybody goes on earning until the supporters of some project can pay it, and then they have nothing. */
    private List<Integer> earning(Shared after) {
        var chosen = new ArrayList<>(after.chosen());
        var purses = after.purses();
        while (true) {
            var rest = shared().stream()
                    .filter(project -> !chosen.contains(project) && costs.get(project) <= budget)
                    .toList();
            if (rest.isEmpty()) return chosen;
            var earned = rest.stream()
                    .map(project -> wait(project, purses))
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            var next = rest.stream()
                    .filter(project -> wait(project, purses).compareTo(earned) == 0)
                    .toList();
            if (next.stream().anyMatch(project -> cost(chosen) + costs.get(project) > budget)) return chosen;
            purses.replaceAll(purse -> purse.plus(earned));
            supporters(next.getFirst()).forEach(person -> purses.set(person, Rational.ZERO));
            chosen.add(next.getFirst());
        }
    }

    private Rational wait(int project, List<Rational> purses) {
        var have = supporters(project).stream().map(purses::get).reduce(Rational.ZERO, Rational::plus);
        return Rational.of(costs.get(project))
                .minus(have)
                .dividedBy(supporters(project).size());
    }

    private long likes(List<Integer> one, List<Integer> other, Comparison by) {
        return people.stream()
                .filter(points -> worth(points, one, by) > worth(points, other, by))
                .count();
    }

    private static long worth(long[] points, List<Integer> chosen, Comparison by) {
        var supported = chosen.stream().filter(project -> points[project] > 0).count();
        return by == Comparison.NONE ? 0 : by == Comparison.SUPPORTED ? supported : Math.min(supported, 1);
    }
}
