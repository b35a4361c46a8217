// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.SpendingLimit;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Books;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Refusal;
import org.folkmoot.treasury.domain.Seat;
import org.folkmoot.treasury.domain.Transfer;

/** A treasury with limits and with maps in the place of the database: every batch has books and an allowance of its own. */
final class Till {
    static final Asset SKR = new Asset("SKR", 2, Optional.empty());
    static final Asset HOURS = new Asset("HOURS", 0, Optional.empty());
    static final List<Asset> ASSETS = List.of(SKR, HOURS);
    static final String SHOP = "member/" + "ab".repeat(32);
    static final String BANK = "member/" + "cd".repeat(32);
    static final String ANN = "member/" + "0a".repeat(32);
    static final String BEA = "member/" + "0b".repeat(32);

    private record Period(String limit, String subject, LocalDate first) {}

    private record Spent(String limit, String subject, Instant at, BigInteger amount) {}

    private ZoneId zone;
    private final Map<Seat, Account> accounts = new HashMap<>();
    private final Map<Hash, Done> done = new HashMap<>();
    private final Map<Period, BigInteger> periods = new HashMap<>();
    private final List<Spent> spends = new ArrayList<>();
    private final Map<Hash, String> policies = new HashMap<>();
    private List<SpendingLimit> limits;
    private int ids;

    Till(ZoneId zone, SpendingLimit... limits) {
        this.zone = zone;
        this.limits = List.of(limits);
        for (var asset : ASSETS) {
            put(Account.issuance(asset.code(), Optional.empty()));
            put(Account.declared("treasury", asset.code()));
            put(Account.declared("events", asset.code()));
        }
    }

    /** Says other limits. */
    void amend(SpendingLimit... next) {
        limits = List.of(next);
    }

    /** Says another zone. */
    void amend(ZoneId next) {
        zone = next;
    }

    Hash decided(String policy) {
        var proposal = next();
        policies.put(proposal, policy);
        return proposal;
    }

    Order pay(String from, String to, String amount) {
        return move(Transfer.Code.DECIDED, Hash.ZERO, new Leg(from, to, "SKR", amount));
    }

    /** Puts something into an escrow for somebody. */
    Order keep(String from, String payee, String amount) {
        var escrow = "escrow/" + next().hex();
        return move(Transfer.Code.ENDOWED, Hash.ZERO, new Leg(from, escrow, "SKR", amount, Optional.of(payee)));
    }

    Order move(Transfer.Code code, Hash cause, Leg... legs) {
        return new Order.Move(next(), code, List.of(legs), cause, "");
    }

    Order spend(String spender, String from, String to, String amount, String... roles) {
        return new Order.Spend(next(), new Leg(from, to, "SKR", amount), spender, Set.of(roles), Hash.ZERO, "");
    }

    Hash next() {
        return Hash.of(("order " + ids++).getBytes(UTF_8));
    }

    /** Puts in what can be spent. */
    void fund(String account, String asset, String amount) {
        var leg = new Leg(Account.issuanceName(asset), account, asset, amount);
        ask(Instant.EPOCH, move(Transfer.Code.ISSUED, Hash.ZERO, leg));
    }

    String ask(Instant now, Order order) {
        return ask(now, List.of(order)).getFirst();
    }

    List<String> ask(Instant now, List<Order> orders) {
        return rule(now, orders).stream()
                .map(outcome -> outcome instanceof Outcome.Refused(var why) ? why.reason() : "posted")
                .toList();
    }

    Refusal.LimitExceeded exceeded(Instant now, Order order) {
        return rule(now, List.of(order)).getFirst() instanceof Outcome.Refused(Refusal.LimitExceeded limit)
                ? limit
                : fail();
    }

    private static Refusal.LimitExceeded fail() {
        throw new AssertionError("no limit is exceeded");
    }

    List<Outcome> rule(Instant now, List<Order> orders) {
        var books = new Books(ASSETS);
        accounts.values().forEach(books::know);
        done.values().forEach(books::know);
        var byCode = ASSETS.stream().collect(Collectors.toMap(Asset::code, Function.identity()));
        var allowance = new Allowance(limits, byCode, policies, zone, now);
        for (var order : orders)
            for (var counter : allowance.counters(order, reversed(order)))
                allowance.know(counter, count(counter, allowance.window(counter.limit())));
        books.guard(allowance);
        var outcomes =
                orders.stream().map(order -> outcome(books.rule(order, now))).toList();
        books.opened().forEach(this::put);
        books.changed().forEach(this::put);
        allowance.added().forEach((counter, amount) -> add(counter, allowance.window(counter.limit()), now, amount));
        return outcomes;
    }

    private List<org.folkmoot.treasury.domain.Line> reversed(Order order) {
        return order instanceof Order.Reverse reverse
                        && done.get(reverse.transfer()) instanceof Done earlier
                        && earlier.outcome() instanceof Outcome.Posted(var lines)
                ? lines
                : List.of();
    }

    private Outcome outcome(Answer answer) {
        return switch (answer) {
            case Answer.First(var first, var _) -> {
                done.put(first.id(), first);
                yield first.outcome();
            }
            case Answer.Again(var earlier) -> earlier.outcome();
            case Answer.Different different -> throw new IllegalStateException(different.toString());
        };
    }

    private Count count(Counter counter, Window window) {
        var name = counter.limit().name();
        return switch (window) {
            case Window.Calendar(var first, var _) ->
                new Count(
                        periods.getOrDefault(new Period(name, counter.subject(), first), BigInteger.ZERO),
                        Optional.empty());
            case Window.Rolling(var after, var _) -> {
                var counted = spends.stream()
                        .filter(spent -> spent.limit.equals(name)
                                && spent.subject.equals(counter.subject())
                                && spent.at.isAfter(after))
                        .toList();
                yield new Count(
                        counted.stream().map(Spent::amount).reduce(BigInteger.ZERO, BigInteger::add),
                        counted.stream().map(Spent::at).min(Instant::compareTo));
            }
        };
    }

    private void add(Counter counter, Window window, Instant now, BigInteger amount) {
        var name = counter.limit().name();
        switch (window) {
            case Window.Calendar(var first, var _) ->
                periods.merge(new Period(name, counter.subject(), first), amount, BigInteger::add);
            case Window.Rolling _ -> spends.add(new Spent(name, counter.subject(), now, amount));
        }
    }

    String balance(String account) {
        return SKR.decimal(Optional.ofNullable(accounts.get(new Seat(account, "SKR")))
                .map(Account::balance)
                .orElse(BigInteger.ZERO));
    }

    private void put(Account account) {
        accounts.put(new Seat(account.name(), account.asset()), account);
    }
}
