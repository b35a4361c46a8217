// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Asset;
import org.folkmoot.contracts.AccountEntry;
import org.folkmoot.contracts.AccountsOpenedV1;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Post;
import org.folkmoot.treasury.domain.Transfer;

/**
 * A community's ledger, and the one place that writes it. Whoever writes holds the ledger's row before any other, so that
 * nobody can lock the other out, the journal has no gaps, and its facts are told in the order of its entries.
 */
@ApplicationScoped
public class Ledger implements PanacheRepositoryBase<LedgerRow, String> {
    private final AssetStore assets;
    private final AccountStore accounts;
    private final TransferStore transfers;
    private final Outbox outbox;
    private final Clock clock;

    Ledger(AssetStore assets, AccountStore accounts, TransferStore transfers, Outbox outbox, Clock clock) {
        this.assets = assets;
        this.accounts = accounts;
        this.transfers = transfers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Whether the community has a ledger here. */
    @Transactional(TxType.SUPPORTS)
    public boolean has(Hash community) {
        return count("community", community.hex()) > 0; // does not load the row: that is for those who lock it
    }

    /** Whether there is an account of this name for an asset. Accounts are never closed, so a yes stays one. */
    @Transactional(TxType.MANDATORY)
    public boolean holds(Hash community, String name, String asset) {
        lock(community);
        return accounts.account(community, name, asset).isPresent();
    }

    /** Starts a community's ledger, once. */
    @Transactional(TxType.MANDATORY)
    public void start(Hash community) {
        getEntityManager()
                .createNativeQuery("insert into ledger (community) values (:community) on conflict do nothing")
                .setParameter("community", community.hex())
                .executeUpdate();
    }

    /** Makes the assets as they are now said to be, and sees to it that each has an account it is issued from. */
    @Transactional(TxType.MANDATORY)
    public void define(Hash community, Collection<Asset> defined) {
        lock(community);
        for (var asset : defined) {
            assets.put(community, asset);
            var name = Account.issuanceName(asset.code());
            accounts.account(community, name, asset.code())
                    .ifPresent(account -> accounts.save(community, account.capped(asset.cap())));
        }
        open(
                community,
                defined.stream()
                        .map(asset -> Account.issuance(asset.code(), asset.cap()))
                        .toList());
    }

    /** Opens those of the accounts that are not there yet, and returns them. */
    @Transactional(TxType.MANDATORY)
    public List<Account> open(Hash community, List<Account> wanted) {
        lock(community);
        var now = clock.instant();
        var opened = wanted.stream()
                .filter(account -> accounts.account(community, account.name(), account.asset())
                        .isEmpty())
                .toList();
        opened.forEach(account -> accounts.insert(community, account, now));
        if (!opened.isEmpty()) outbox.add(new AccountsOpenedV1(community.hex(), entries(opened), now));
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
        var ledger = lock(community);
        var known = transfers.transfer(community, transfer.id());
        if (known.isPresent()) return again(known.get(), transfer);
        var debit = accounts.account(community, transfer.debit(), transfer.asset());
        var credit = accounts.account(community, transfer.credit(), transfer.asset());
        var outcome = Post.decide(
                transfer,
                assets.asset(community, transfer.asset()),
                debit,
                credit.or(() -> Account.onFirstCredit(transfer.credit(), transfer.asset())));
        return switch (outcome) {
            case Outcome.Posted posted -> {
                if (credit.isEmpty())
                    Account.onFirstCredit(transfer.credit(), transfer.asset())
                            .ifPresent(account -> open(community, List.of(account)));
                yield keep(ledger, community, transfer, posted);
            }
            case Outcome.Refused(var refusal) ->
                transfers.insert(
                        community, transfer, new Recorded.Refused(refusal.reason(), refusal.detail()), clock.instant());
        };
    }

    private static Recorded again(Recorded known, Transfer transfer) {
        known.transfer().firstDifference(transfer).ifPresent(field -> {
            throw new DifferentTransfer(transfer.id(), field);
        });
        return known;
    }

    private Recorded keep(LedgerRow ledger, Hash community, Transfer transfer, Outcome.Posted posted) {
        accounts.save(community, posted.debit());
        accounts.save(community, posted.credit());
        ledger.lastEntry++;
        var ending = new Recorded.Posted(ledger.lastEntry, posted.amount());
        var recorded = transfers.insert(community, transfer, ending, clock.instant());
        outbox.add(new TransferPostedV1(
                community.hex(),
                transfer.id().hex(),
                ending.entry(),
                transfer.debit(),
                transfer.credit(),
                transfer.asset(),
                ending.amount(),
                transfer.cause().hex(),
                recorded.at()));
        return recorded;
    }

    private LedgerRow lock(Hash community) {
        return Optional.ofNullable(findById(community.hex(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new IllegalStateException("nobody told of the founding of " + community));
    }
}
