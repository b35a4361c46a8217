// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.folkmoot.policies.BudgetCompletion.Comparison;
import org.folkmoot.policies.BudgetCompletion.Plan;
import org.folkmoot.policies.BudgetCompletion.RaiseFrom;
import org.folkmoot.policies.BudgetCompletion.RaiseUntil;

/** One choice of projects within a budget. */
final class BudgetCount {
    private final BigInteger budget;
    private final List<BigInteger> costs;
    private final Wanted wanted;
    private final List<BigInteger> points;
    private final List<BigInteger> support;
    private final Map<BitSet, BigInteger> supporters = new LinkedHashMap<>();
    private BigInteger power = BigInteger.ZERO;

    BudgetCount(BigInteger budget, List<BigInteger> costs, Wanted wanted) {
        this.budget = budget;
        this.costs = costs;
        this.wanted = wanted;
        this.points = new ArrayList<>(Collections.nCopies(costs.size(), BigInteger.ZERO));
        this.support = new ArrayList<>(points);
    }

    void add(long[] given, BigInteger power) {
        var supported = new BitSet();
        for (var project = 0; project < given.length; project++) {
            points.set(project, points.get(project).add(power.multiply(BigInteger.valueOf(given[project]))));
            if (given[project] > 0) {
                supported.set(project);
                support.set(project, support.get(project).add(power));
            }
        }
        this.power = this.power.add(power);
        supporters.merge(supported, power, BigInteger::add);
    }

    /** The points of each project. */
    List<BigInteger> points() {
        return List.copyOf(points);
    }

    BigInteger cost(List<Integer> projects) {
        return projects.stream().map(costs::get).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /**
     * Which projects are looked at, and in which order.
     *
     * @param least the points without which a project is not looked at
     * @param cheaperFirst whether of equals the cheaper one is before the one with more points
     * @param stronger who is before its equal in both
     */
    record Wanted(BigInteger least, boolean cheaperFirst, Comparator<Integer> stronger) {}

    /** The projects, by how much every share was raised to get them, and whether that went on as long as it should. */
    record Chosen(List<Integer> projects, BigInteger raised, boolean all) {
        Chosen(List<Integer> projects) {
            this(projects, BigInteger.ZERO, true);
        }
    }

    Chosen chosen(BudgetRule rule, Plan plan, int most) {
        return switch (rule) {
            case GREEDY_SKIP -> new Chosen(greedy(List.of(), wanted(byPoints()), true));
            case GREEDY_STOP -> new Chosen(greedy(List.of(), wanted(byPoints()), false));
            case EQUAL_SHARES, EQUAL_SHARES_RAISED -> equalShares(plan, most);
        };
    }

    /** What is already chosen, and what is chosen after it: by how much power supports it, and not by what it costs. */
    private List<Integer> filled(List<Integer> already) {
        var bySupport = Comparator.comparing((Integer project) -> support.get(project));
        return greedy(already, wanted(bySupport.reversed()), true);
    }

    private List<Integer> greedy(List<Integer> already, List<Integer> inOrder, boolean skips) {
        var chosen = new ArrayList<>(already);
        var left = budget.subtract(cost(already));
        for (var project : inOrder) {
            var cost = costs.get(project);
            if (chosen.contains(project)) {
                continue;
            }
            if (cost.compareTo(left) <= 0) {
                chosen.add(project);
                left = left.subtract(cost);
            } else if (!skips) {
                break;
            }
        }
        return chosen;
    }

    /** The projects that have the points to be looked at, in an order; then the stronger one is first. */
    private List<Integer> wanted(Comparator<Integer> order) {
        return IntStream.range(0, costs.size())
                .boxed()
                .filter(project -> points.get(project).compareTo(wanted.least()) >= 0)
                .sorted(order.thenComparing(wanted.stronger()))
                .toList();
    }

    private Comparator<Integer> byPoints() {
        return Comparator.comparing((Integer project) -> points.get(project))
                .reversed()
                .thenComparing(costs::get);
    }

    // Which of two projects that cost their supporters the same part is paid for first.
    private Comparator<Integer> ofEquals() {
        return wanted.cheaperFirst()
                ? Comparator.comparing((Integer project) -> costs.get(project)).thenComparing(byPoints())
                : byPoints();
    }

    private Chosen equalShares(Plan plan, int most) {
        if (power.signum() == 0) {
            return new Chosen(List.of());
        }
        // What nobody wants is paid for by nobody, and what costs nothing needs no share.
        Predicate<Integer> shared = project ->
                costs.get(project).signum() > 0 && support.get(project).signum() > 0;
        var projects = wanted(ofEquals()).stream().filter(shared).toList();
        var found = raised(projects, plan, most);
        var completed = switch (plan.completion()) {
            case NONE -> found.shares().projects();
            case GREEDY -> filled(found.shares().projects());
            case PHRAGMEN -> found.shares().phragmen(projects, budget);
        };
        if (plan.comparison() == Comparison.NONE) {
            return new Chosen(completed, found.by(), found.all());
        }
        var greedy = filled(List.of());
        var better =
                prefer(greedy, completed, plan.comparison()).compareTo(prefer(completed, greedy, plan.comparison()));
        return new Chosen(better > 0 ? greedy : completed, found.by(), found.all());
    }

    private record Raised(BudgetShares shares, BigInteger by, boolean all) {}

    private Raised raised(List<Integer> projects, Plan plan, int most) {
        var share = new Ratio(budget, power);
        var shares = new BudgetShares(costs, supporters, share).choose(projects);
        var raise = plan.raise();
        var by = BigInteger.ZERO;
        if (raise.signum() > 0 && plan.from() == RaiseFrom.WHOLE) {
            share = Ratio.of(share.dividedBy(Ratio.of(plan.unit())).units(0).multiply(plan.unit()));
        }
        for (var times = 0; raise.signum() > 0 && shares.projects().size() < projects.size(); times++) {
            if (plan.until() == RaiseUntil.EXHAUSTIVE && isExhaustive(shares.projects())) {
                break;
            }
            share = share.plus(Ratio.of(raise));
            var more = new BudgetShares(costs, supporters, share).choose(projects);
            if (cost(more.projects()).compareTo(budget) > 0) {
                break;
            }
            if (times == most) {
                return new Raised(shares, by, false);
            }
            shares = more;
            by = by.add(raise);
        }
        return new Raised(shares, by, true);
    }

    private boolean isExhaustive(List<Integer> chosen) {
        return filled(chosen).size() == chosen.size();
    }

    /** The power of the ballots that prefer one choice to another. */
    private BigInteger prefer(List<Integer> one, List<Integer> other, Comparison by) {
        return supporters.entrySet().stream()
                .filter(group -> worth(group.getKey(), one, by) > worth(group.getKey(), other, by))
                .map(Map.Entry::getValue)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static long worth(BitSet supported, List<Integer> chosen, Comparison by) {
        var supports = chosen.stream().filter(supported::get).count();
        return switch (by) {
            case NONE -> 0;
            case SUPPORTED -> supports;
            case REPRESENTED -> Math.min(1, supports);
        };
    }
}
