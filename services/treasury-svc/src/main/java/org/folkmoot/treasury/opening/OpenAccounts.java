// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Rules;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Transfer;

/**
 * Makes the ledger fit a constitution: its assets, its accounts, and what each account holds when it is opened. An account
 * that is there already keeps what it has, so this may be done any number of times.
 */
@ApplicationScoped
class OpenAccounts {
    private static final String TREASURY = org.folkmoot.constitution.Account.TREASURY;

    private final Ledger ledger;
    private final Rules rules;

    OpenAccounts(Ledger ledger, Rules rules) {
        this.ledger = ledger;
        this.rules = rules;
    }

    @Transactional(TxType.MANDATORY)
    void handle(Hash community, String document) {
        var constitution = Constitution.read(document.getBytes(UTF_8));
        ledger.start(community);
        rules.put(community, constitution);
        ledger.define(community, constitution.assets().values());
        var opened = ledger.open(community, wanted(constitution).toList()).stream()
                .map(Account::name)
                .collect(Collectors.toSet());
        constitution.accounts().values().stream()
                .filter(account ->
                        opened.contains(account.name()) && account.opening().signum() > 0)
                .forEach(account -> ledger.post(community, opening(community, account, constitution)));
    }

    /** Every community has a treasury; one that its constitution does not declare may hold every asset. */
    private static Stream<Account> wanted(Constitution constitution) {
        var declared = constitution.accounts().values().stream()
                .map(account -> Account.declared(account.name(), account.asset()));
        var treasury = constitution.assets().keySet().stream().map(asset -> Account.declared(TREASURY, asset));
        return constitution.accounts().containsKey(TREASURY) ? declared : Stream.concat(declared, treasury);
    }

    private static Transfer opening(
            Hash community, org.folkmoot.constitution.Account account, Constitution constitution) {
        var asset = account.asset();
        var amount = requireNonNull(constitution.assets().get(asset)).decimal(account.opening());
        return new Transfer(
                id(community, account),
                Transfer.Code.OPENING,
                Account.issuanceName(asset),
                account.name(),
                asset,
                amount,
                community,
                "Opening balance");
    }

    private static Hash id(Hash community, org.folkmoot.constitution.Account account) {
        var parts = Map.of(
                "account", account.name(), "asset", account.asset(), "community", community.hex(), "type", "opening/1");
        return Hash.of(Json.object(parts).canonical());
    }
}
