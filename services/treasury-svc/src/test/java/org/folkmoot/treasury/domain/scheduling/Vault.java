// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Books;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Hold;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Line;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Seat;
import org.folkmoot.treasury.domain.Transfer;

/** A ledger of one currency in memory, for what the calendar does with it. */
final class Vault {
    static final Hash COMMUNITY = Hash.of(new byte[] {1});
    static final Asset SKR =
            new Asset("SKR", 2, Optional.of(BigInteger.TEN.pow(15)), Asset.Kind.CURRENCY, Optional.empty());

    private final Map<Seat, Account> accounts = new HashMap<>();
    private final Map<Hash, Done> done = new HashMap<>();
    private final Map<Hash, Hold> holds = new HashMap<>();
    private final List<Line> journal = new ArrayList<>();
    private long next;

    Vault(String... declared) {
        put(Account.issuance("SKR", SKR.cap()));
        for (var name : declared) put(Account.declared(name, "SKR"));
    }

    static String member(int number) {
        return "member/" + hash(number).hex();
    }

    static Hash hash(int number) {
        return Hash.of(("member " + number).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Rules on these as one batch that is committed whole. */
    List<Answer> rule(List<? extends Order> orders, Instant now) {
        var books = new Books(List.of(SKR));
        accounts.values().forEach(books::know);
        holds.values().forEach(books::know);
        done.values().forEach(books::know);
        books.expire(now).forEach(this::keep);
        var answers = orders.stream().map(order -> books.rule(order, now)).toList();
        answers.forEach(answer -> {
            if (answer instanceof Answer.First(var first, var _)) keep(first);
        });
        books.opened().forEach(this::put);
        books.changed().forEach(this::put);
        books.held().forEach(hold -> holds.put(hold.id(), hold));
        return answers;
    }

    private void keep(Done first) {
        done.put(first.id(), first);
        if (first.outcome() instanceof Outcome.Posted(var lines)) journal.addAll(lines);
    }

    /** Moves something else, under a name of its own. */
    boolean move(Transfer.Code code, String from, String to, long amount, Instant now) {
        return posted(rule(List.of(new Order.Move(name(), code, List.of(leg(from, to, amount)), Hash.ZERO, "")), now));
    }

    /** Sets something aside for a while. */
    boolean hold(String from, String to, long amount, Instant now, Instant deadline) {
        return posted(rule(List.of(new Order.SetAside(name(), leg(from, to, amount), deadline, Hash.ZERO, "")), now));
    }

    private Hash name() {
        return Hash.of(("other " + next++).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    static Leg leg(String from, String to, long amount) {
        return new Leg(from, to, "SKR", SKR.decimal(BigInteger.valueOf(amount)));
    }

    static boolean posted(List<Answer> answers) {
        return answers.stream()
                .allMatch(answer -> answer instanceof Answer.First(var first, var _)
                                && first.outcome() instanceof Outcome.Posted
                        || answer instanceof Answer.Again(var again) && again.outcome() instanceof Outcome.Posted);
    }

    Optional<Account> find(String name) {
        return Optional.ofNullable(accounts.get(new Seat(name, "SKR")));
    }

    Account account(String name) {
        return find(name).orElseThrow();
    }

    BigInteger balance(String name) {
        return find(name).map(Account::balance).orElse(BigInteger.ZERO);
    }

    Map<Seat, Account> accounts() {
        return Map.copyOf(accounts);
    }

    List<Line> journal() {
        return List.copyOf(journal);
    }

    private void put(Account account) {
        accounts.put(new Seat(account.name(), account.asset()), account);
    }
}
