// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.folkmoot.treasury.Wanted.bytes;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.data.SqlFailure;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Books;
import org.folkmoot.treasury.domain.Hold;
import org.folkmoot.treasury.domain.Seat;

/**
 * Looks up and locks what a batch is about, in one call: all accounts in the order of their numbers, so that no two
 * batches wait for each other, and then, when nobody else can change it any more, what is known of ids and holds.
 */
@ApplicationScoped
class BatchLoad {
    // Accounts of holds that are due or asked for, and of what is to be reversed, are found with those that are named.
    // The key
    // of the block is taken after the locks.
    private static final String LOAD = """
            %s;
            with wanted as (
                select (select a.no from account a where a.community = ? and a.name = w.name and a.asset = w.asset) as no
                    from unnest(?, ?) as w (name, asset)
                union select unnest(array[debit, credit]) from hold
                    where ledger = ? and (state = 'held' and deadline <= ? or id = any (?))
                union select unnest(array[debit, credit]) from transfer where ledger = ? and id = any (?))
            select %s, a.no from account a where a.no = any (array(select no from wanted where no is not null))
                order by a.no for update;
            select nextval(pg_get_serial_sequence('block', 'no'));
            select %s from transfer t left join account d on d.no = t.debit left join account c on c.no = t.credit
                where t.ledger = ? and t.id = any (?) order by t.id, t.leg;
            select h.id, d.name, c.name, d.asset, h.amount, h.settled, h.deadline, h.state
                from hold h join account d on d.no = h.debit join account c on c.no = h.credit
                where h.ledger = ? and (h.state = 'held' and h.deadline <= ? or h.id = any (?))
            """.formatted(AssetStore.COLUMNS, AccountStore.COLUMNS, Earlier.COLUMNS);

    private final DataSource database;
    private final Map<Hash, Long> ledgers = new ConcurrentHashMap<>();
    private final Sql sql;

    BatchLoad(DataSource database) {
        this.database = database;
        this.sql = new Sql(database);
    }

    /** What was found: the books, the numbers of the accounts, and the key of the block that will be written. */
    record Loaded(long ledger, Books books, Map<Seat, Long> numbers, long block) {}

    Loaded load(Hash community, Wanted wanted, Instant now) {
        long ledger = ledgers.computeIfAbsent(community, this::number);
        try (var connection = database.getConnection();
                var statement = connection.prepareStatement(LOAD)) {
            fill(connection, statement, community, ledger, wanted, now);
            return read(ledger, statement);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static void fill(
            Connection connection, PreparedStatement statement, Hash community, long ledger, Wanted wanted, Instant now)
            throws SQLException {
        var at = now.atOffset(ZoneOffset.UTC);
        var ids = connection.createArrayOf("bytea", bytes(wanted.ids()));
        var holds = connection.createArrayOf("bytea", bytes(wanted.holds()));
        var reversed = connection.createArrayOf("bytea", bytes(wanted.reversed()));
        var names = wanted.seats().stream().map(Seat::name).toArray(String[]::new);
        var codes = wanted.seats().stream().map(Seat::asset).toArray(String[]::new);
        var values = List.of(
                community.hex(),
                community.hex(),
                connection.createArrayOf("text", names),
                connection.createArrayOf("text", codes),
                ledger,
                at,
                holds,
                ledger,
                reversed,
                ledger,
                ids,
                ledger,
                at,
                holds);
        for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i));
    }

    /** The number of a ledger, which it keeps. */
    long number(Hash community) {
        return sql.first("select no from ledger where community = ?", row -> row.getLong(1), community.hex())
                .orElseThrow(() -> new IllegalStateException("nobody told of the founding of " + community));
    }

    private static Loaded read(long ledger, PreparedStatement statement) throws SQLException {
        statement.execute();
        var assets = new ArrayList<Asset>();
        try (var rows = statement.getResultSet()) {
            while (rows.next()) assets.add(AssetStore.asset(rows));
        }
        var books = new Books(assets);
        statement.getMoreResults();
        var numbers = new HashMap<Seat, Long>();
        try (var rows = statement.getResultSet()) {
            while (rows.next()) account(rows, books, numbers);
        }
        statement.getMoreResults();
        long block;
        try (var rows = statement.getResultSet()) {
            rows.next();
            block = rows.getLong(1);
        }
        statement.getMoreResults();
        try (var rows = statement.getResultSet()) {
            Earlier.read(rows).forEach(books::know);
        }
        statement.getMoreResults();
        try (var rows = statement.getResultSet()) {
            while (rows.next()) hold(rows, books, numbers);
        }
        return new Loaded(ledger, books, numbers, block);
    }

    private static void account(ResultSet rows, Books books, Map<Seat, Long> numbers) throws SQLException {
        var account = AccountStore.account(rows);
        books.know(account);
        numbers.put(new Seat(account.name(), account.asset()), rows.getLong(11));
    }

    /** A hold that was set aside after the accounts were locked is not due for this batch. */
    private static void hold(ResultSet rows, Books books, Map<Seat, Long> numbers) throws SQLException {
        var hold = new Hold(
                new Hash(rows.getBytes(1)),
                rows.getString(2),
                rows.getString(3),
                rows.getString(4),
                AccountStore.counter(rows, 5),
                AccountStore.counter(rows, 6),
                Sql.instant(rows, 7),
                Hold.State.valueOf(rows.getString(8).toUpperCase(Locale.ROOT)));
        if (numbers.containsKey(new Seat(hold.debit(), hold.asset()))
                && numbers.containsKey(new Seat(hold.credit(), hold.asset()))) books.know(hold);
    }
}
