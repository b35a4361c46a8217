// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.limiting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Limits;
import org.folkmoot.treasury.ProposalPolicies;
import org.folkmoot.treasury.Rules;
import org.folkmoot.treasury.domain.Books;
import org.folkmoot.treasury.domain.Gate;
import org.folkmoot.treasury.domain.Line;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.limiting.Allowance;
import org.folkmoot.treasury.domain.limiting.Counter;
import org.folkmoot.treasury.domain.limiting.Reserves;

/** Looks up what is spent and what is to be left when the accounts of a batch are locked, so that nobody else spends of it meanwhile. */
@ApplicationScoped
class WatchLimits implements Limits {
    private final Rules rules;
    private final ProposalPolicies policies;
    private final SpentStore spent;

    WatchLimits(Rules rules, ProposalPolicies policies, SpentStore spent) {
        this.rules = rules;
        this.policies = policies;
        this.spent = spent;
    }

    /** What was looked up for a batch; without limits nobody spends by a role, and nothing is counted. */
    private record Watched(Gate gate, Runnable counted) implements Watch {
        static final Watch NOTHING = new Watched(Gate.NONE, () -> {});

        @Override
        public void keep() {
            counted.run();
        }
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Watch watch(Hash community, long ledger, List<Order> orders, Books books, Instant now) {
        if (orders.stream().noneMatch(order -> Allowance.mayCount(order) || Reserves.mayTake(order)))
            return Watched.NOTHING;
        return rules.of(community)
                .map(constitution -> watch(new Asked(community, ledger, orders, books, now), constitution))
                .orElse(Watched.NOTHING);
    }

    private record Asked(Hash community, long ledger, List<Order> orders, Books books, Instant now) {}

    private Watch watch(Asked asked, Constitution constitution) {
        var spending = constitution.treasury().spending();
        if (spending.limits().isEmpty() && spending.reserves().isEmpty()) return Watched.NOTHING;
        var decided = spending.namesPolicies() ? decided(asked) : Map.<Hash, String>of();
        var reserves = new Reserves(spending.reserves(), constitution.assets(), decided);
        if (spending.limits().isEmpty()) return new Watched(Gate.NONE.and(reserves), () -> {});
        var allowance = allowance(asked, constitution, decided);
        return new Watched(
                allowance.and(reserves),
                () -> spent.add(
                        asked.ledger, allowance.added(), counter -> allowance.window(counter.limit()), asked.now));
    }

    private Allowance allowance(Asked asked, Constitution constitution, Map<Hash, String> decided) {
        var allowance = new Allowance(
                constitution.treasury().spending().limits(),
                constitution.assets(),
                decided,
                constitution.treasury().zone(),
                asked.now);
        var counters = new LinkedHashSet<Counter>();
        for (var order : asked.orders) counters.addAll(allowance.counters(order, reversed(order, asked.books)));
        spent.spent(asked.ledger, counters, counter -> allowance.window(counter.limit()))
                .forEach(allowance::know);
        return allowance;
    }

    private Map<Hash, String> decided(Asked asked) {
        return policies.of(
                asked.community,
                asked.orders.stream().map(Order::cause).distinct().toList());
    }

    private static List<Line> reversed(Order order, Books books) {
        return order instanceof Order.Reverse reverse
                ? books.done(reverse.transfer())
                        .flatMap(earlier -> earlier.outcome() instanceof Outcome.Posted(var lines)
                                ? Optional.of(lines)
                                : Optional.empty())
                        .orElse(List.of())
                : List.of();
    }
}
