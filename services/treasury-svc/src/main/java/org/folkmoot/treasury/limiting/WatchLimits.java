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
import org.folkmoot.constitution.SpendingLimit;
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

/** Looks up what is spent when the accounts of a batch are locked, so that nobody else spends of it meanwhile. */
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

    private static final class Unlimited implements Watch {
        @Override
        public Gate gate() {
            return Gate.NONE;
        }

        @Override
        public void keep() {
            // nothing was counted
        }
    }

    private final class Limited implements Watch {
        private final long ledger;
        private final Allowance allowance;
        private final Instant now;

        Limited(long ledger, Allowance allowance, Instant now) {
            this.ledger = ledger;
            this.allowance = allowance;
            this.now = now;
        }

        @Override
        public Gate gate() {
            return allowance;
        }

        @Override
        public void keep() {
            spent.add(ledger, allowance.added(), counter -> allowance.window(counter.limit()), now);
        }
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Watch watch(Hash community, long ledger, List<Order> orders, Books books, Instant now) {
        if (orders.stream().noneMatch(Allowance::mayCount)) return new Unlimited();
        return rules.of(community)
                .filter(constitution ->
                        !constitution.treasury().spending().limits().isEmpty())
                .<Watch>map(constitution ->
                        new Limited(ledger, allowance(community, ledger, constitution, orders, books, now), now))
                .orElseGet(Unlimited::new);
    }

    private Allowance allowance(
            Hash community, long ledger, Constitution constitution, List<Order> orders, Books books, Instant now) {
        var limits = constitution.treasury().spending().limits();
        var allowance = new Allowance(
                limits,
                constitution.assets(),
                decided(community, limits, orders),
                constitution.treasury().zone(),
                now);
        var counters = new LinkedHashSet<Counter>();
        for (var order : orders) counters.addAll(allowance.counters(order, reversed(order, books)));
        spent.spent(ledger, counters, counter -> allowance.window(counter.limit()))
                .forEach(allowance::know);
        return allowance;
    }

    private Map<Hash, String> decided(Hash community, List<SpendingLimit> limits, List<Order> orders) {
        return limits.stream().anyMatch(limit -> limit.of() instanceof SpendingLimit.Of.Track)
                ? policies.of(
                        community, orders.stream().map(Order::cause).distinct().toList())
                : Map.of();
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
