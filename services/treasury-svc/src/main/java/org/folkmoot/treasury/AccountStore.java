// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Seat;
import org.folkmoot.treasury.domain.Word;

/** The table of accounts. Whoever reads one finds free what was set aside until a moment that has come. */
@ApplicationScoped
public class AccountStore {
    /** The columns of an account as the ledger has it, as {@link #account(ResultSet)} reads them. */
    static final String COLUMNS = columns("a.debits_pending");

    /**
     * What is set aside of the account {@code a} at a moment, which is its parameter. The ledger writes down that a hold has
     * expired when it is asked for something next, and the hold counts no more from its deadline on.
     */
    public static final String PENDING = "a.debits_pending - coalesce((select sum(h.amount - h.settled) from hold h"
            + " where h.debit = a.no and h.state = 'held' and h.deadline <= ?::timestamptz), 0)";

    private static final String SELECT = "select " + columns(PENDING) + " from account a where ";
    private static final String OF = SELECT + "a.community = ? ";
    private static final String OF_ASSET = SELECT + "a.community || ' ' || a.asset = ? ";

    private final Sql sql;
    private final Clock clock;

    private static String columns(String pending) {
        return "a.name, a.asset, a.kind, a.state, a.debits_posted, a.credits_posted, " + pending
                + ", a.credits_pending, a.floor, a.ceiling";
    }

    AccountStore(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** One account. */
    public Optional<Account> account(Hash community, String name, String asset) {
        return sql.first(
                OF + "and a.name = ? and a.asset = ?",
                AccountStore::account,
                clock.instant(),
                community.hex(),
                name,
                asset);
    }

    /** All that a name holds: a declared account has one asset, a member may have several. */
    public List<Account> named(Hash community, String name) {
        return sql.all(
                OF + "and a.name = ? order by a.asset", AccountStore::account, clock.instant(), community.hex(), name);
    }

    /** A community's accounts by name and asset, with those of members or without. */
    public List<Account> page(Hash community, String afterName, String afterAsset, boolean members, int limit) {
        return sql.all(
                OF + "and (a.name, a.asset) > (?, ?) and (? or a.kind <> 'member') order by a.name, a.asset limit ?",
                AccountStore::account,
                clock.instant(),
                community.hex(),
                afterName,
                afterAsset,
                members,
                limit);
    }

    /** Accounts of one asset that members and the community have, and the one it is issued from, as they were opened. */
    public List<Account> holding(Hash community, String asset, int limit) {
        return sql.all(
                OF_ASSET + "and a.kind in ('declared', 'member', 'issuance') order by a.no limit ?",
                AccountStore::account,
                clock.instant(),
                of(community, asset),
                limit);
    }

    /** The numbers of those of the accounts that are there. */
    static Map<Seat, Long> numbers(Sql sql, Hash community, Collection<Account> accounts) {
        var numbers = new HashMap<Seat, Long>();
        sql.each(
                """
                select w.name, w.asset, a.no from unnest(?, ?) as w (name, asset) cross join lateral (
                    select no from account where community = ? and name = w.name and asset = w.asset offset 0) as a""",
                row -> Map.entry(new Seat(row.getString(1), row.getString(2)), row.getLong(3)),
                found -> numbers.put(found.getKey(), found.getValue()),
                texts(accounts, Account::name),
                texts(accounts, Account::asset),
                community.hex());
        return numbers;
    }

    /** Opens accounts that are not there. */
    void insert(Hash community, Collection<Account> accounts, Instant openedAt) {
        sql.update(
                """
                insert into account (community, name, asset, kind, state, debits_posted, credits_posted, debits_pending,
                    credits_pending, floor, ceiling, opened_at)
                select ?, name, asset, kind, state, dp::numeric, cp::numeric, dh::numeric, ch::numeric,
                    nullif(floor, '')::numeric, nullif(ceiling, '')::numeric, ?::timestamptz
                from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    as a (name, asset, kind, state, dp, cp, dh, ch, floor, ceiling)""",
                community.hex(),
                openedAt,
                texts(accounts, Account::name),
                texts(accounts, Account::asset),
                texts(accounts, account -> Word.of(account.kind())),
                texts(accounts, account -> Word.of(account.state())),
                texts(accounts, account -> account.debitsPosted().toString()),
                texts(accounts, account -> account.creditsPosted().toString()),
                texts(accounts, account -> account.debitsPending().toString()),
                texts(accounts, account -> account.creditsPending().toString()),
                texts(
                        accounts,
                        account -> account.floor().map(BigInteger::toString).orElse("")),
                texts(
                        accounts,
                        account -> account.ceiling().map(BigInteger::toString).orElse("")));
    }

    /** Says how low an account may go now. */
    void lower(Hash community, Account account) {
        sql.update(
                "update account set floor = ?::numeric where community = ? and name = ? and asset = ?",
                account.floor().map(BigDecimal::new),
                community.hex(),
                account.name(),
                account.asset());
    }

    /** What the index of the accounts of an asset goes by: see the migration that makes it. */
    public static String of(Hash community, String asset) {
        return community.hex() + " " + asset;
    }

    static Account account(ResultSet row) throws SQLException {
        return new Account(
                row.getString(1),
                row.getString(2),
                Account.Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
                Account.State.valueOf(row.getString(4).toUpperCase(Locale.ROOT)),
                counter(row, 5),
                counter(row, 6),
                counter(row, 7),
                counter(row, 8),
                AssetStore.whole(row, 9),
                AssetStore.whole(row, 10));
    }

    static BigInteger counter(ResultSet row, int column) throws SQLException {
        return Sql.whole(row, column);
    }

    static <T> String[] texts(Collection<T> items, Function<T, String> part) {
        return items.stream().map(part).toArray(String[]::new);
    }
}
