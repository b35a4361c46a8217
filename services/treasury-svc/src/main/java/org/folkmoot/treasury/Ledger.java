// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.folkmoot.constitution.Asset;
import org.folkmoot.contracts.AccountEntry;
import org.folkmoot.contracts.AccountsOpenedV1;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Transfer;

/**
 * A community's ledger as what was decided writes it: one at a time, by the ledger's row, which is locked before any
 * account, and with an answer that has its place in the journal. Payments of members do not wait for each other so: see
 * {@code paying}.
 */
@ApplicationScoped
public class Ledger {
    /** As many accounts as one event tells of. */
    private static final int MOST_TOLD = 1_000;

    private final AssetStore assets;
    private final AccountStore accounts;
    private final TransferStore transfers;
    private final PostBatch postBatch;
    private final Blocks blocks;
    private final Outbox outbox;
    private final Clock clock;
    private final Sql sql;

    Ledger(
            AssetStore assets,
            AccountStore accounts,
            TransferStore transfers,
            PostBatch postBatch,
            Blocks blocks,
            Outbox outbox,
            Clock clock,
            DataSource database) {
        this.assets = assets;
        this.accounts = accounts;
        this.transfers = transfers;
        this.postBatch = postBatch;
        this.blocks = blocks;
        this.outbox = outbox;
        this.clock = clock;
        this.sql = new Sql(database);
    }

    /** Whether the community has a ledger here. */
    @Transactional(TxType.SUPPORTS)
    public boolean has(Hash community) {
        return sql.first("select 1 from ledger where community = ?", _ -> true, community.hex())
                .isPresent();
    }

    /** Whether there is an account of this name for an asset. Accounts are never removed, so a yes stays one. */
    @Transactional(TxType.MANDATORY)
    public boolean holds(Hash community, String name, String asset) {
        lock(community);
        return accounts.account(community, name, asset).isPresent();
    }

    /** Starts a community's ledger, once. */
    @Transactional(TxType.MANDATORY)
    public void start(Hash community) {
        sql.update("insert into ledger (community) values (?) on conflict (community) do nothing", community.hex());
    }

    /** Makes the assets as they are now said to be, and sees to it that each has an account it is issued from. */
    @Transactional(TxType.MANDATORY)
    public void define(Hash community, Collection<Asset> defined) {
        lock(community);
        sql.update(
                "update ledger set assets_defined_in = pg_current_xact_id()::text::bigint where community = ?",
                community.hex());
        for (var asset : defined) {
            assets.put(community, asset);
            var name = Account.issuanceName(asset.code());
            sql.first(
                    "select 1 from account where community = ? and name = ? and asset = ? for update",
                    _ -> true,
                    community.hex(),
                    name,
                    asset.code());
            accounts.account(community, name, asset.code())
                    .ifPresent(account -> accounts.lower(community, account.capped(asset.cap())));
        }
        open(
                community,
                defined.stream()
                        .map(asset -> Account.issuance(asset.code(), asset.cap()))
                        .toList());
    }

    /**
     * Opens those of the accounts that are not there yet, and returns them. One that somebody else opened since it was looked
     * up cannot be opened with what it is to hold: that would be lost.
     */
    @Transactional(TxType.MANDATORY)
    public List<Account> open(Hash community, List<Account> wanted) {
        lock(community);
        var now = clock.instant();
        var there = AccountStore.numbers(sql, community, wanted);
        var opened = wanted.stream()
                .filter(account -> !there.containsKey(account.seat()))
                .toList();
        if (wanted.stream().anyMatch(account -> there.containsKey(account.seat()) && !account.equals(account.unused())))
            throw new IllegalStateException("somebody else opened an account that has moved here: " + wanted);
        accounts.insert(community, opened, now);
        for (int from = 0; from < opened.size(); from += MOST_TOLD)
            outbox.add(new AccountsOpenedV1(
                    community.hex(), entries(opened.subList(from, Math.min(from + MOST_TOLD, opened.size()))), now));
        return opened;
    }

    private static List<AccountEntry> entries(List<Account> opened) {
        return opened.stream()
                .map(account -> new AccountEntry(account.name(), account.asset()))
                .toList();
    }

    /**
     * Posts a transfer or refuses it. When its id is known already, the first outcome stands; throws
     * {@link DifferentTransfer} if the id then named anything else.
     */
    @Transactional(TxType.MANDATORY)
    public Recorded post(Hash community, Transfer transfer) {
        rule(community, List.of(transfer.order()));
        return transfers.transfer(community, transfer.id()).orElseThrow();
    }

    /**
     * Rules on orders, one after the other; what was ruled on before stands. Throws {@link DifferentTransfer} if an id names
     * something else already, and then nothing has changed.
     */
    @Transactional(TxType.MANDATORY)
    public List<Answer> rule(Hash community, List<Order> orders) {
        lock(community);
        return ruled(community, postBatch.handle(community, orders, opened -> open(community, opened)));
    }

    /** Rules on orders of which all are done or none, and else as above: every one of them has its outcome for good. */
    @Transactional(TxType.MANDATORY)
    public List<Answer> together(Hash community, List<Order> orders) {
        lock(community);
        return ruled(community, postBatch.together(community, orders, opened -> open(community, opened)));
    }

    private List<Answer> ruled(Hash community, List<Answer> answers) {
        answers.stream()
                .flatMap(answer -> answer instanceof Answer.Different different ? Stream.of(different) : Stream.empty())
                .findFirst()
                .ifPresent(different -> {
                    throw new DifferentTransfer(different.id(), different.part());
                });
        blocks.numberAll(community);
        return answers;
    }

    /**
     * Keeps all others from writing what was decided until the transaction ends; whoever locks more does this first. The
     * ledger's key never changes, so what only refers to it does not wait.
     */
    @Transactional(TxType.MANDATORY)
    public void lock(Hash community) {
        if (sql.first("select 1 from ledger where community = ? for no key update", _ -> true, community.hex())
                .isEmpty()) throw new IllegalStateException("nobody told of the founding of " + community);
    }
}
