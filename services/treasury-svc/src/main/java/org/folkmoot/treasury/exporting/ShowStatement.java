// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountNames;
import org.folkmoot.treasury.AccountStore;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Account;

/** Shows what an account held when, and why. */
@ApplicationScoped
class ShowStatement {
    private final Ledger ledger;
    private final AccountStore accounts;
    private final AssetStore assets;
    private final JournalRows rows;
    private final AccountNames names;

    ShowStatement(Ledger ledger, AccountStore accounts, AssetStore assets, JournalRows rows, AccountNames names) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.assets = assets;
        this.rows = rows;
        this.names = names;
    }

    /** What an account held at a moment, asset by asset, after all that had happened by then. */
    @Transactional
    List<StatementViews.Balance> at(Hash community, String account, Instant moment) {
        return known(community, account).stream()
                .map(held -> new StatementViews.Balance(
                        account,
                        held.asset(),
                        asset(community, held).decimal(rows.at(community, account, held.asset(), moment)),
                        moment))
                .toList();
    }

    /** What moved, the first first, with what was left after each movement. */
    @Transactional
    Page<StatementViews.Movement> statement(Hash community, String account, String code, Paging paging) {
        long after = paging.afterNumber(0);
        var held = known(community, account).stream()
                .filter(one -> one.asset().equals(code))
                .findFirst()
                .orElseThrow(
                        () -> new StatementRefused(new StatementRefusal.StatementUnknown(community, account, code)));
        var asset = asset(community, held);
        var shown = names.shown(community);
        var balance = rows.upTo(community, account, code, after);
        var movements = new ArrayList<StatementViews.Movement>();
        for (var line : rows.of(community, account, code, after, paging.rows())) {
            var entry = line.entry();
            var out = entry.debit().equals(account);
            var amount = out ? entry.amount().negate() : entry.amount();
            balance = balance.add(amount);
            movements.add(new StatementViews.Movement(
                    line.place().orElseThrow(),
                    entry.at(),
                    entry.code(),
                    shown.apply(out ? entry.credit() : entry.debit()),
                    asset.decimal(amount),
                    asset.decimal(balance),
                    entry.transfer(),
                    shown.apply(entry.memo())));
        }
        return Page.of(movements, paging.limit(), row -> String.valueOf(row.number()), row -> row);
    }

    private List<Account> known(Hash community, String account) {
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        names.check(community, account);
        var held = account.indexOf(0) >= 0 ? List.<Account>of() : accounts.named(community, account);
        if (held.isEmpty()) throw new StatementRefused(new StatementRefusal.StatementUnknown(community, account, ""));
        return held;
    }

    private Asset asset(Hash community, Account account) {
        return assets.asset(community, account.asset()).orElseThrow();
    }
}
