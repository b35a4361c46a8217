// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.record.Hash;

/** The rules of the ledger with a map in the place of the database. */
final class Book {
    record Key(String name, String asset) {}

    private record Known(Transfer transfer, Outcome outcome) {}

    private final Map<Key, Account> accounts = new HashMap<>();
    private final Map<Hash, Known> known = new HashMap<>();
    private final List<Transfer> posted = new ArrayList<>();

    Book(List<Account> accounts) {
        accounts.forEach(this::put);
    }

    /** Answers as {@link BruteForce#ask} does. */
    String ask(Transfer transfer) {
        var before = known.get(transfer.id());
        if (before != null)
            return before.transfer
                    .firstDifference(transfer)
                    .map(field -> "other " + field)
                    .orElseGet(() -> answer(before.outcome));
        var outcome = Post.decide(
                transfer,
                asset(transfer.asset()),
                find(transfer.debit(), transfer.asset()),
                find(transfer.credit(), transfer.asset())
                        .or(() -> Account.onFirstCredit(transfer.credit(), transfer.asset())));
        known.put(transfer.id(), new Known(transfer, outcome));
        if (outcome instanceof Outcome.Posted done) {
            put(done.debit());
            put(done.credit());
            posted.add(transfer);
        }
        return answer(outcome);
    }

    Map<Key, Account> accounts() {
        return Map.copyOf(accounts);
    }

    List<Transfer> posted() {
        return List.copyOf(posted);
    }

    Optional<Account> find(String name, String asset) {
        return Optional.ofNullable(accounts.get(new Key(name, asset)));
    }

    BigInteger balance(String name, String asset) {
        return find(name, asset).map(Account::balance).orElse(BigInteger.ZERO);
    }

    private void put(Account account) {
        accounts.put(new Key(account.name(), account.asset()), account);
    }

    private static Optional<Asset> asset(String code) {
        return Places.ASSETS.stream().filter(asset -> asset.code().equals(code)).findFirst();
    }

    private static String answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Posted _ -> "posted";
            case Outcome.Refused(var refusal) -> refusal.reason();
        };
    }
}
