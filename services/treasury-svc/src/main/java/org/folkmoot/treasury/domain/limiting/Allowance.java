// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.SpendingLimit;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Commitment;
import org.folkmoot.treasury.domain.Gate;
import org.folkmoot.treasury.domain.Line;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Refusal;
import org.folkmoot.treasury.domain.Transfer;
import org.folkmoot.treasury.domain.limiting.Counting.Flow;
import org.folkmoot.treasury.domain.limiting.Counting.Spender;

/**
 * The limits of a community at one moment, and what is spent under them: filled with what is known, it lets orders through
 * one after the other and says what has been added. What is in one order is counted together. What a proposal has set aside
 * counts when it is enacted.
 */
public final class Allowance implements Gate {
    private final List<SpendingLimit> limits;
    private final Map<String, Asset> assets;
    private final Map<Hash, String> policies;
    private final ZoneId zone;
    private final Instant now;
    private final Map<Counter, Count> counts = new HashMap<>();
    private final Map<Counter, BigInteger> added = new LinkedHashMap<>();

    /**
     * Takes the limits in the order in which they are looked at.
     *
     * @param policies the policies of the proposals that orders follow from
     */
    public Allowance(
            List<SpendingLimit> limits,
            Map<String, Asset> assets,
            Map<Hash, String> policies,
            ZoneId zone,
            Instant now) {
        this.limits = List.copyOf(limits);
        this.assets = assets;
        this.policies = policies;
        this.zone = zone;
        this.now = now;
    }

    /** Whether limits have anything to do with an order; with what members pay they have not. */
    public static boolean mayCount(Order order) {
        return switch (order) {
            case Order.Move move -> Counting.counts(move.code());
            case Order.Gather _, Order.Spend _, Order.Reverse _ -> true;
            case Order.SetAside hold -> !Commitment.isOne(hold);
            case Order.Exit _, Order.Settle _, Order.Void _, Order.Turn _ -> false;
        };
    }

    /** Everything that an order may count under; of what is reversed the lines have to be told. */
    public Set<Counter> counters(Order order, List<Line> reversed) {
        var counters = new LinkedHashSet<Counter>();
        for (var flow : flows(order, reversed))
            for (var limit : limits)
                Counting.subject(limit, flow, spender(order), policy(order))
                        .filter(subject -> subject.indexOf(0) < 0) // no account has this character
                        .ifPresent(subject -> counters.add(new Counter(limit, subject)));
        return counters;
    }

    /** Says how much is spent. */
    public void know(Counter counter, Count count) {
        counts.put(counter, count);
    }

    /** The time that counts for a limit. */
    public Window window(SpendingLimit limit) {
        return Window.of(limit, zone, now);
    }

    /** What was spent since what is known. */
    public Map<Counter, BigInteger> added() {
        return Collections.unmodifiableMap(added);
    }

    @Override
    public Optional<Refusal> fault(Order order, List<Line> lines, Accounts accounts) {
        if (order instanceof Order.Spend spend) {
            if (spend.leg().credit().equals(spend.spender())) return Optional.of(new Refusal.Conflict(spend.spender()));
            if (spender(order).isEmpty())
                return Optional.of(new Refusal.NotPermitted(
                        spend.spender(), spend.leg().debit(), spend.leg().asset()));
        }
        return asked(order, lines).entrySet().stream()
                .filter(asked -> spent(asked.getKey())
                                .spent()
                                .add(asked.getValue())
                                .compareTo(asked.getKey().limit().most())
                        > 0)
                .findFirst()
                .map(asked -> exceeded(asked.getKey(), asked.getValue()));
    }

    @Override
    public void moved(Order order, List<Line> lines) {
        asked(order, lines).forEach((counter, amount) -> {
            counts.put(counter, spent(counter).plus(amount, now));
            added.merge(counter, amount, BigInteger::add);
        });
    }

    @Override
    public Gate trial() {
        var trial = new Allowance(limits, assets, policies, zone, now);
        trial.counts.putAll(counts);
        return trial;
    }

    /** What an order asks for under each limit, in the order of the limits and then of the lines. */
    private Map<Counter, BigInteger> asked(Order order, List<Line> lines) {
        var asked = new LinkedHashMap<Counter, BigInteger>();
        if (!mayCount(order)) return asked;
        var spender = spender(order);
        var policy = policy(order);
        for (var limit : limits)
            for (int i = 0; i < lines.size(); i++) {
                var amount = lines.get(i).amount();
                Counting.subject(limit, flow(order, lines, i), spender, policy)
                        .ifPresent(subject -> asked.merge(new Counter(limit, subject), amount, BigInteger::add));
            }
        return asked;
    }

    private Refusal exceeded(Counter counter, BigInteger asked) {
        var limit = counter.limit();
        var asset = Optional.ofNullable(assets.get(limit.asset()))
                .orElseThrow(() -> new IllegalStateException("no asset " + limit.asset()));
        var count = spent(counter);
        var renews = asked.compareTo(limit.most()) > 0
                ? Optional.<Instant>empty()
                : window(limit).renews(count);
        return new Refusal.LimitExceeded(
                limit.name(),
                counter.subject(),
                limit.asset(),
                asset.decimal(limit.most()),
                asset.decimal(count.spent()),
                asset.decimal(asked),
                renews);
    }

    private Count spent(Counter counter) {
        return counts.getOrDefault(counter, Count.NONE);
    }

    /** Whoever has several roles with a limit for it spends by the one whose limit is written first. */
    private Optional<Spender> spender(Order order) {
        return order instanceof Order.Spend spend
                ? limits.stream()
                        .flatMap(limit -> limit.of() instanceof SpendingLimit.Of.Holder(var account, var role)
                                        && limit.asset().equals(spend.leg().asset())
                                        && account.equals(spend.leg().debit())
                                        && spend.roles().contains(role)
                                ? Optional.of(new Spender(spend.spender(), role)).stream()
                                : Optional.<Spender>empty().stream())
                        .findFirst()
                : Optional.empty();
    }

    private Optional<String> policy(Order order) {
        return Optional.ofNullable(policies.get(order.cause()));
    }

    private static Collection<Flow> flows(Order order, List<Line> reversed) {
        return switch (order) {
            case Order.Move move -> {
                var flows = new ArrayList<Flow>();
                for (var leg : move.legs()) flows.add(new Flow(move.code(), leg.debit(), leg.paid(), leg.asset()));
                yield flows;
            }
            case Order.Gather(var _, var sources, var to, var asset, var _, var _, var _) ->
                sources.stream()
                        .map(source -> new Flow(Transfer.Code.DECIDED, source.account(), to, asset))
                        .toList();
            case Order.Spend(var _, var leg, var _, var _, var _, var _) ->
                List.of(new Flow(Transfer.Code.SPENT, leg.debit(), leg.credit(), leg.asset()));
            case Order.SetAside(var _, var leg, var _, var _, var _) ->
                List.of(new Flow(Transfer.Code.HELD, leg.debit(), leg.credit(), leg.asset()));
            case Order.Reverse _ ->
                reversed.stream()
                        .map(line -> new Flow(
                                Transfer.Code.REVERSED,
                                /* debit= */ line.credit(),
                                /* credit= */ line.debit(),
                                line.asset()))
                        .toList();
            case Order.Exit _, Order.Settle _, Order.Void _, Order.Turn _ -> List.of();
        };
    }

    /** The lines of a movement are its legs, one for each, and the leg says who is paid in the end. */
    private static Flow flow(Order order, List<Line> lines, int place) {
        var line = lines.get(place);
        var paid = order instanceof Order.Move move ? move.legs().get(place).paid() : line.credit();
        return new Flow(line.code(), line.debit(), paid, line.asset());
    }
}
