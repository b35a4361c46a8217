// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * The part of a ledger that some orders are about: it is filled with what is known, rules on the orders one after the
 * other, and then says what is different. However many orders touch an account, it is different once.
 */
public final class Books {
    private final Map<String, Asset> assets;
    private final Map<Seat, Account> accounts = new HashMap<>();
    private final Map<Hash, Hold> holds = new HashMap<>();
    private final Map<Hash, Done> done = new HashMap<>();
    private final Map<String, Issued> issued = new HashMap<>();
    private final Set<Seat> opened = new LinkedHashSet<>();
    private final Set<Seat> changed = new LinkedHashSet<>();
    private final Set<Hash> held = new LinkedHashSet<>();
    private Gate gate = Gate.NONE;

    /** Takes the assets of the ledger. */
    public Books(Collection<Asset> assets) {
        this.assets = assets.stream().collect(Collectors.toMap(Asset::code, Function.identity()));
    }

    private Books(Books like) {
        this.assets = like.assets;
        this.gate = like.gate.trial();
        become(like);
    }

    /** Says how an account stands. */
    public void know(Account account) {
        accounts.put(account.seat(), account);
    }

    /** Says how a hold stands. */
    public void know(Hold hold) {
        holds.put(hold.id(), hold);
    }

    /** Says how much of an asset was issued, where that matters. */
    public void know(Issued known) {
        issued.put(known.asset(), known);
    }

    /** Says what was done already. */
    public void know(Done earlier) {
        done.put(earlier.id(), earlier);
    }

    /** Lets limits say what else is in the way. */
    public void guard(Gate limits) {
        gate = limits;
    }

    /** What was done under a name, if anything was. */
    public Optional<Done> done(Hash id) {
        return Optional.ofNullable(done.get(id));
    }

    /** Frees what is set aside beyond its time, as orders of their own, before anything else looks at the accounts. */
    public List<Done> expire(Instant now) {
        return holds.values().stream()
                .filter(hold -> hold.isDue(now))
                .sorted((one, other) -> one.deadline().equals(other.deadline())
                        ? one.id().compareTo(other.id())
                        : one.deadline().compareTo(other.deadline()))
                .toList()
                .stream()
                .map(hold -> expire(hold, now))
                .toList();
    }

    /** Rules on an order, unless that was done before. */
    public Answer rule(Order order, Instant now) {
        var earlier = done.get(order.id());
        if (earlier != null)
            return Order.firstDifference(order.parts(), earlier.parts())
                    .<Answer>map(part -> new Answer.Different(order.id(), part))
                    .orElseGet(() -> new Answer.Again(earlier));
        var outcome = decide(order, now);
        var first = new Done(order.id(), order.parts(), outcome, now, Optional.empty());
        done.put(first.id(), first);
        return new Answer.First(first, BalanceAfter.of(order, outcome, assets, accounts));
    }

    /** Rules on orders of which all are done, one after the other, or none; see {@link Together}. */
    public List<Answer> together(List<Order> orders, Instant now) {
        if (orders.stream().anyMatch(order -> done.containsKey(order.id())))
            return orders.stream().map(order -> again(order, now)).toList();
        var trial = new Books(this);
        var answers = Together.rule(orders, order -> trial.rule(order, now));
        if (Together.allDone(answers)) {
            become(trial);
            for (int i = 0; i < orders.size(); i++)
                count(orders.get(i), answers.get(i).done());
        } else answers.forEach(first -> know(first.done()));
        return List.copyOf(answers);
    }

    /** What was not asked for with the others before is not what was asked for before. */
    private Answer again(Order order, Instant now) {
        return done.containsKey(order.id()) ? rule(order, now) : new Answer.Different(order.id(), "together");
    }

    private void count(Order order, Done first) {
        if (first.outcome() instanceof Outcome.Posted(var lines)) gate.moved(order, lines);
    }

    /** Takes over what is different in books that began as these. */
    private void become(Books other) {
        accounts.putAll(other.accounts);
        holds.putAll(other.holds);
        done.putAll(other.done);
        issued.putAll(other.issued);
        opened.addAll(other.opened);
        changed.addAll(other.changed);
        held.addAll(other.held);
    }

    private Outcome decide(Order order, Instant now) {
        return switch (order) {
            case Order.Move move ->
                new Moving(assets)
                        .lines(move)
                        .fold(
                                this::refused,
                                lines -> nobody(move).map(this::refused).orElseGet(() -> post(order, lines)));
            case Order.Gather gather ->
                new Gathering(assets, seat -> account(seat, false))
                        .lines(gather)
                        .fold(this::refused, lines -> post(order, lines));
            case Order.Spend spend ->
                new Moving(assets)
                        .lines(Transfer.Code.SPENT, List.of(spend.leg()))
                        .fold(this::refused, lines -> post(order, lines));
            case Order.Exit exit ->
                new Leaving(assets, seat -> account(seat, false))
                        .lines(exit)
                        .fold(this::refused, lines -> post(order, lines));
            case Order.SetAside hold ->
                new Holding(assets, holds).place(hold, now).fold(this::refused, step -> set(order, step));
            case Order.Settle settle ->
                new Holding(assets, holds).settle(settle, now).fold(this::refused, step -> set(order, step));
            case Order.Void end ->
                new Holding(assets, holds).end(end, now).fold(this::refused, step -> set(order, step));
            case Order.Reverse reverse ->
                new Reversing(assets, done(reverse.transfer()))
                        .lines(reverse)
                        .fold(this::refused, lines -> reverse(reverse, lines));
            case Order.Turn turn -> turn(turn);
        };
    }

    private Outcome refused(Refusal refusal) {
        return new Outcome.Refused(refusal);
    }

    /** What is put aside for nobody that there is could only be taken back. */
    private Optional<Refusal> nobody(Order.Move move) {
        for (var leg : move.legs())
            if (leg.payee().isPresent()) {
                var payer = new Seat(leg.debit(), leg.asset());
                var payee = new Seat(leg.paid(), leg.asset());
                if (account(payer, false).isEmpty()) return Optional.of(unknown(payer));
                if (account(payee, true).isEmpty()) return Optional.of(unknown(payee));
            }
        return Optional.empty();
    }

    private static Refusal unknown(Seat seat) {
        return new Refusal.AccountUnknown(seat.name(), seat.asset());
    }

    private Outcome post(Order order, List<Line> lines) {
        var outcome = post(lines, () -> gate.fault(order, lines, seat -> account(seat.name(), seat.asset())));
        if (outcome instanceof Outcome.Posted) gate.moved(order, lines);
        return outcome;
    }

    private Outcome post(List<Line> lines, Supplier<Optional<Refusal>> limits) {
        var sheet = new Sheet(assets, lines, this::account, limits);
        var fault = sheet.fault(issued);
        if (fault.isPresent()) return new Outcome.Refused(fault.get());
        issued.replaceAll((_, known) -> known.and(lines));
        sheet.after().forEach(this::put);
        return new Outcome.Posted(lines);
    }

    private Outcome set(Order order, Holding.Step step) {
        var outcome = post(order, step.lines());
        if (outcome instanceof Outcome.Posted) keep(step.after());
        return outcome;
    }

    private void keep(Hold hold) {
        know(hold);
        held.add(hold.id());
    }

    private Outcome reverse(Order.Reverse reverse, List<Line> lines) {
        var outcome = post(reverse, lines);
        if (outcome instanceof Outcome.Posted)
            done.computeIfPresent(reverse.transfer(), (_, earlier) -> earlier.reversed(reverse.id(), lines));
        return outcome;
    }

    private Outcome turn(Order.Turn turn) {
        if (!assets.containsKey(turn.asset())) return new Outcome.Refused(new Refusal.AssetUnknown(turn.asset()));
        var known = Optional.ofNullable(accounts.get(new Seat(turn.account(), turn.asset())));
        var fault = known.<Optional<Refusal>>map(account -> account.fault(turn.to()))
                .orElseGet(() -> Optional.of(new Refusal.AccountUnknown(turn.account(), turn.asset())));
        if (fault.isPresent()) return new Outcome.Refused(fault.get());
        put(known.orElseThrow().in(turn.to()));
        return new Outcome.Turned(turn.account(), turn.asset(), turn.to());
    }

    private Done expire(Hold hold, Instant now) {
        var outcome = post(List.of(hold.line(Transfer.Code.EXPIRED, hold.left())), Optional::empty);
        if (outcome instanceof Outcome.Posted) keep(hold.end(Hold.State.EXPIRED));
        var id = Hash.of(
                Json.object(Map.of("hold", hold.id().hex(), "type", "expiry/1")).canonical());
        var parts = Map.of("code", "expiry", "hold", hold.id().hex());
        var expired = new Done(id, parts, outcome, now, Optional.empty());
        done.put(id, expired);
        return expired;
    }

    private Optional<Account> account(Seat seat, boolean credited) {
        var asset = Optional.ofNullable(assets.get(seat.asset()));
        return Optional.ofNullable(accounts.get(seat))
                .or(() -> asset.flatMap(known -> credited
                        ? Account.onFirstCredit(seat.name(), known)
                        : Account.onFirstDebit(seat.name(), known)));
    }

    private void put(Account account) {
        var seat = account.seat();
        var before = accounts.put(seat, account);
        if (before == null) opened.add(seat);
        else if (!opened.contains(seat)) changed.add(seat);
    }

    /** The accounts that were opened, as they are now. */
    public List<Account> opened() {
        return found(opened);
    }

    /** The accounts that were there and are different now. */
    public List<Account> changed() {
        return found(changed);
    }

    /** How much of assets is issued now, where that matters. */
    public List<Issued> issued() {
        return List.copyOf(issued.values());
    }

    /** The holds that are new or different. */
    public List<Hold> held() {
        return held.stream().map(holds::get).toList();
    }

    /** An account as it is now. */
    public Optional<Account> account(String name, String asset) {
        return Optional.ofNullable(accounts.get(new Seat(name, asset)));
    }

    private List<Account> found(Set<Seat> seats) {
        return seats.stream().sorted().map(accounts::get).toList();
    }
}
