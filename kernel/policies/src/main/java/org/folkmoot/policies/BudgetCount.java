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
import java.util.stream.IntStream;

/** One choice of projects within a budget. */
final class BudgetCount {
    /** How often shares are raised at most, so that a count always ends. */
    private static final int MOST_RAISES = 10_000;

    private final BigInteger budget;
    private final List<BigInteger> costs;
    private final Comparator<Integer> stronger;
    private final List<BigInteger> points;
    private final Map<BitSet, BigInteger> supporters = new LinkedHashMap<>();
    private BigInteger power = BigInteger.ZERO;

    BudgetCount(BigInteger budget, List<BigInteger> costs, Comparator<Integer> stronger) {
        this.budget = budget;
        this.costs = costs;
        this.stronger = stronger;
        this.points = new ArrayList<>(Collections.nCopies(costs.size(), BigInteger.ZERO));
    }

    void add(long[] given, BigInteger power) {
        var supported = new BitSet();
        for (var project = 0; project < given.length; project++) {
            points.set(project, points.get(project).add(power.multiply(BigInteger.valueOf(given[project]))));
            supported.set(project, given[project] > 0);
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

    /** The projects, and by how much every share was raised to get them. */
    record Chosen(List<Integer> projects, BigInteger raised) {}

    Chosen chosen(ParticipatoryBudget.Rule rule, long raise) {
        return switch (rule) {
            case GREEDY_SKIP -> new Chosen(greedy(true), BigInteger.ZERO);
            case GREEDY_STOP -> new Chosen(greedy(false), BigInteger.ZERO);
            case EQUAL_SHARES -> equalShares(0, BigInteger.ZERO);
            case EQUAL_SHARES_RAISED -> equalShares(MOST_RAISES, BigInteger.valueOf(raise));
        };
    }

    private List<Integer> greedy(boolean skips) {
        var chosen = new ArrayList<Integer>();
        var left = budget;
        for (var project : wanted()) {
            var cost = costs.get(project);
            if (cost.compareTo(left) <= 0) {
                chosen.add(project);
                left = left.subtract(cost);
            } else if (!skips) {
                break;
            }
        }
        return chosen;
    }

    /** The projects that have points: by points, then the cheaper one, then the stronger one. */
    private List<Integer> wanted() {
        return IntStream.range(0, costs.size())
                .boxed()
                .filter(project -> points.get(project).signum() > 0)
                .sorted(Comparator.comparing((Integer project) -> points.get(project))
                        .reversed()
                        .thenComparing(costs::get)
                        .thenComparing(stronger))
                .toList();
    }

    private Chosen equalShares(int raises, BigInteger raise) {
        if (power.signum() == 0) {
            return new Chosen(List.of(), BigInteger.ZERO);
        }
        var share = new Ratio(budget, power);
        var projects = wanted();
        var chosen = new BudgetShares(costs, supporters, share).chosen(projects);
        var raised = BigInteger.ZERO;
        for (var left = raises; left > 0 && chosen.size() < projects.size(); left--) {
            share = share.plus(Ratio.of(raise));
            var more = new BudgetShares(costs, supporters, share).chosen(projects);
            if (cost(more).compareTo(budget) > 0) {
                break;
            }
            chosen = more;
            raised = raised.add(raise);
        }
        return new Chosen(chosen, raised);
    }
}
