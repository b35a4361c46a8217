// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.policies;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Projects paid for by their supporters, each of whom has the same to spend.
 *
 * <p>All amounts are whole numbers over one denominator, which grows with every payment that does not come out even: that
 * is exact, and sums and comparisons need no division.
 */
final class BudgetShares {
    /** Supporters of the same projects, and what each unit of their power has left. */
    private static final class Purse {
        private final BigInteger power;
        private BigInteger left;

        private Purse(BigInteger power, BigInteger left) {
            this.power = power;
            this.left = left;
        }
    }

    /** What a supporter pays for a project at most: an amount for each of so many units of power; and as a part of its cost. */
    private record Price(int project, BigInteger amount, BigInteger power, Ratio part) {}

    private final List<BigInteger> costs;
    private final List<Purse> purses = new ArrayList<>();
    private final List<List<Purse>> supporting = new ArrayList<>();
    private final List<Integer> chosen = new ArrayList<>();
    private BigInteger denominator;

    BudgetShares(List<BigInteger> costs, Map<BitSet, BigInteger> supporters, Ratio share) {
        this.costs = costs;
        this.denominator = share.under();
        costs.forEach(_ -> supporting.add(new ArrayList<>()));
        supporters.forEach((supported, power) -> {
            var purse = new Purse(power, share.over());
            purses.add(purse);
            supported.stream().forEach(project -> supporting.get(project).add(purse));
        });
    }

    /** Chooses what can be paid for, in the order in which it can; of equals the one wanted first. */
    BudgetShares choose(List<Integer> wanted) {
        var waiting = new ArrayList<Price>();
        wanted.forEach(project -> price(project).ifPresent(waiting::add));
        while (!waiting.isEmpty()) {
            var next = cheapest(waiting);
            waiting.removeIf(price -> price.project() == next.project());
            // Prices only rise, so the others need not be looked at while this one has not risen above them.
            var now = price(next.project());
            if (now.isEmpty()) {
                continue;
            }
            if (now.get().part().compareTo(next.part()) > 0) {
                waiting.add(now.get());
                waiting.sort(Comparator.comparingInt(price -> wanted.indexOf(price.project())));
                continue;
            }
            chosen.add(next.project());
            pay(now.get());
        }
        return this;
    }

    /** What was chosen, in that order. */
    List<Integer> projects() {
        return List.copyOf(chosen);
    }

    /**
     * What was chosen, and what comes after it if all power goes on earning alike: next is what its supporters can pay
     * for first, and they pay all they have, until one does not fit into a budget. Of several that can be paid for at the
     * same time, none may be too much; what costs more than the whole budget is not looked at.
     */
    List<Integer> phragmen(List<Integer> wanted, BigInteger budget) {
        var rest = new ArrayList<>(wanted);
        rest.removeAll(chosen);
        rest.removeIf(project -> costs.get(project).compareTo(budget) > 0);
        var spent = chosen.stream().map(costs::get).reduce(BigInteger.ZERO, BigInteger::add);
        var money = new IdentityHashMap<Purse, Ratio>();
        purses.forEach(purse -> money.put(purse, new Ratio(purse.left, denominator)));
        while (!rest.isEmpty()) {
            var waits = new HashMap<Integer, Ratio>();
            rest.forEach(project -> waits.put(project, wait(project, money)));
            var earned = Collections.min(waits.values());
            var first = rest.stream()
                    .filter(project -> earned.equals(waits.get(project)))
                    .toList();
            var left = budget.subtract(spent);
            if (first.stream().anyMatch(project -> costs.get(project).compareTo(left) > 0)) {
                break;
            }
            var next = first.getFirst();
            spent = spent.add(costs.get(next));
            money.replaceAll((_, had) -> had.plus(earned));
            supporting.get(next).forEach(purse -> money.put(purse, Ratio.ZERO));
            chosen.add(next);
            rest.removeIf(next::equals);
        }
        return projects();
    }

    /** How much each unit of power has to earn until the supporters of a project can pay for it. */
    private Ratio wait(int project, Map<Purse, Ratio> money) {
        var have = Ratio.ZERO;
        var power = BigInteger.ZERO;
        for (var purse : supporting.get(project)) {
            have = have.plus(money.getOrDefault(purse, Ratio.ZERO).times(purse.power));
            power = power.add(purse.power);
        }
        var cost = Ratio.of(costs.get(project));
        return have.compareTo(cost) >= 0 ? Ratio.ZERO : cost.minus(have).dividedBy(Ratio.of(power));
    }

    private static Price cheapest(List<Price> waiting) {
        var cheapest = waiting.getFirst();
        for (var price : waiting) {
            cheapest = price.part().compareTo(cheapest.part()) < 0 ? price : cheapest;
        }
        return cheapest;
    }

    private Optional<Price> price(int project) {
        var poorest = new ArrayList<>(supporting.get(project));
        poorest.sort(Comparator.comparing(purse -> purse.left));
        var cost = costs.get(project).multiply(denominator);
        var power = poorest.stream().map(purse -> purse.power).reduce(BigInteger.ZERO, BigInteger::add);
        var paid = BigInteger.ZERO;
        for (var i = 0; i < poorest.size() && power.signum() > 0; ) {
            var least = poorest.get(i).left;
            if (paid.add(least.multiply(power)).compareTo(cost) >= 0) {
                var rest = cost.subtract(paid);
                return Optional.of(new Price(project, rest, power, new Ratio(rest, power.multiply(cost))));
            }
            // All who have the same pay it at once.
            var alike = BigInteger.ZERO;
            for (; i < poorest.size() && poorest.get(i).left.equals(least); i++) {
                alike = alike.add(poorest.get(i).power);
            }
            paid = paid.add(least.multiply(alike));
            power = power.subtract(alike);
        }
        return Optional.empty();
    }

    private void pay(Price price) {
        var common = price.amount().gcd(price.power());
        var most = price.amount().divide(common);
        var finer = price.power().divide(common);
        denominator = denominator.multiply(finer);
        purses.forEach(purse -> purse.left = purse.left.multiply(finer));
        supporting
                .get(price.project())
                .forEach(purse -> purse.left = purse.left.subtract(most).max(BigInteger.ZERO));
    }
}
