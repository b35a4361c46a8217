// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;

/** The table of accounts. */
@ApplicationScoped
public class AccountStore implements PanacheRepositoryBase<AccountRow, AccountRow.Key> {

    Optional<Account> account(Hash community, String name, String asset) {
        return findByIdOptional(new AccountRow.Key(community.hex(), name, asset))
                .map(AccountStore::account);
    }

    /** All that a name holds: a declared account has one asset, a member may have several. */
    public List<Account> named(Hash community, String name) {
        return find("community = ?1 and name = ?2 order by asset", community.hex(), name).stream()
                .map(AccountStore::account)
                .toList();
    }

    /** A community's accounts by name and asset. */
    public List<Account> page(Hash community, String afterName, String afterAsset, int limit) {
        return find(
                        "community = ?1 and (name > ?2 or name = ?2 and asset > ?3) order by name, asset",
                        community.hex(),
                        afterName,
                        afterAsset)
                .page(0, limit)
                .stream()
                .map(AccountStore::account)
                .toList();
    }

    void insert(Hash community, Account account, Instant openedAt) {
        var row = new AccountRow();
        row.community = community.hex();
        row.name = account.name();
        row.asset = account.asset();
        row.kind = account.kind().name().toLowerCase(Locale.ROOT);
        row.openedAt = openedAt;
        write(account, row);
        persist(row);
    }

    void save(Hash community, Account account) {
        write(account, findById(new AccountRow.Key(community.hex(), account.name(), account.asset())));
    }

    private static void write(Account account, AccountRow row) {
        row.state = account.state().name().toLowerCase(Locale.ROOT);
        row.debitsPosted = account.debitsPosted();
        row.creditsPosted = account.creditsPosted();
        row.debitsPending = account.debitsPending();
        row.creditsPending = account.creditsPending();
        row.floor = account.floor().orElse(null);
        row.ceiling = account.ceiling().orElse(null);
    }

    private static Account account(AccountRow row) {
        return new Account(
                row.name,
                row.asset,
                Account.Kind.valueOf(row.kind.toUpperCase(Locale.ROOT)),
                Account.State.valueOf(row.state.toUpperCase(Locale.ROOT)),
                row.debitsPosted,
                row.creditsPosted,
                row.debitsPending,
                row.creditsPending,
                Optional.ofNullable(row.floor),
                Optional.ofNullable(row.ceiling));
    }
}
