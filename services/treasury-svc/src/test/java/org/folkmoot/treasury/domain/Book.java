// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.record.Hash;

/** The rules of the ledger with maps in the place of the database: every order is ruled on by books of its own. */
final class Book {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final Map<Seat, Account> accounts = new HashMap<>();
    private final Map<Hash, Hold> holds = new HashMap<>();
    private final Map<Hash, Done> done = new HashMap<>();
    private final List<Line> journal = new ArrayList<>();
    private final List<Transfer> posted = new ArrayList<>();

    Book(List<Account> accounts) {
        accounts.forEach(this::put);
    }

    /** Answers as {@link BruteForce#ask} does. */
    String ask(Transfer transfer) {
        var before = journal.size();
        var answer = ask(transfer.order(), NOW);
        if (journal.size() > before) posted.add(transfer);
        return answer;
    }

    String ask(Order order, Instant now) {
        return ask(List.of(order), now).getFirst();
    }

    /** Rules on several orders as one batch. */
    List<String> ask(List<Order> orders, Instant now) {
        return ask(
                now,
                books -> orders.stream().map(order -> books.rule(order, now)).toList());
    }

    /** Rules on orders of which all are done or none. */
    List<String> together(List<Order> orders, Instant now) {
        return ask(now, books -> books.together(orders, now));
    }

    /** Another book that stands as this one. */
    Book copy() {
        var copy = new Book(List.copyOf(accounts.values()));
        copy.holds.putAll(holds);
        copy.done.putAll(done);
        copy.journal.addAll(journal);
        return copy;
    }

    private List<String> ask(Instant now, Function<Books, List<Answer>> rule) {
        var books = new Books(Places.ASSETS);
        accounts.values().forEach(books::know);
        holds.values().forEach(books::know);
        done.values().forEach(books::know);
        books.know(new Issued(Places.SKR, issued(), BigInteger.ZERO));
        books.expire(now).forEach(this::keep);
        var answers = rule.apply(books).stream().map(this::answer).toList();
        books.opened().forEach(this::put);
        books.changed().forEach(this::put);
        books.held().forEach(hold -> holds.put(hold.id(), hold));
        return answers;
    }

    private String answer(Answer answer) {
        return switch (answer) {
            case Answer.Different different -> "other " + different.part();
            case Answer.Again(var earlier) -> word(earlier.outcome());
            case Answer.First(var first, var _) -> {
                keep(first);
                yield word(first.outcome());
            }
        };
    }

    private BigInteger issued() {
        return journal.stream()
                .filter(line -> line.asset().equals("SKR"))
                .filter(line -> line.code() == Transfer.Code.ISSUED || line.code() == Transfer.Code.EMITTED)
                .map(Line::amount)
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private void keep(Done first) {
        done.put(first.id(), first);
        if (first.outcome() instanceof Outcome.Posted(var lines)) {
            journal.addAll(lines);
            if (first.code().equals("reverse"))
                done.computeIfPresent(
                        Hash.parse(first.parts().getOrDefault("transfer", "")),
                        (_, earlier) -> earlier.reversed(first.id(), lines));
        }
    }

    private static String word(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted _ -> "posted";
            case Outcome.Turned _ -> "turned";
            case Outcome.Refused(var refusal) -> refusal.reason();
        };
    }

    Map<Seat, Account> accounts() {
        return Map.copyOf(accounts);
    }

    List<Hold> holds() {
        return List.copyOf(holds.values());
    }

    List<Line> journal() {
        return List.copyOf(journal);
    }

    List<Transfer> posted() {
        return List.copyOf(posted);
    }

    Optional<Account> find(String name, String asset) {
        return Optional.ofNullable(accounts.get(new Seat(name, asset)));
    }

    BigInteger balance(String name, String asset) {
        return find(name, asset).map(Account::balance).orElse(BigInteger.ZERO);
    }

    private void put(Account account) {
        accounts.put(new Seat(account.name(), account.asset()), account);
    }
}
