// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.folkmoot.treasury.Wanted.bytes;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.data.SqlFailure;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Books;
import org.folkmoot.treasury.domain.Seat;

/**
 * Looks up and locks what a batch is about, in one call: see {@link LockQuery}. What is known of ids and holds is read in a
 * second one, when nobody else can change it any more, and only if there is any: of two who take an id at the same moment
 * one cannot write it, and looks again.
 */
@ApplicationScoped
class BatchLoad {
    private static final String KNOWN = """
            select %s from transfer t left join account d on d.no = t.debit left join account c on c.no = t.credit
                where t.ledger = ? and t.id = any (?) order by t.id, t.leg;
            select %s
                from hold h join account d on d.no = h.debit join account c on c.no = h.credit
                where h.ledger = ? and (h.state = 'held' and h.deadline <= ? or h.id = any (?))
            """.formatted(Earlier.COLUMNS, HoldStore.COLUMNS);

    private final DataSource database;
    private final AssetStore assets;
    private final Map<Hash, Long> ledgers = new ConcurrentHashMap<>();
    private final Sql sql;

    BatchLoad(DataSource database, AssetStore assets) {
        this.database = database;
        this.assets = assets;
        this.sql = new Sql(database);
    }

    /** What was found: the books, and the numbers of the accounts. */
    record Loaded(long ledger, Books books, Map<Seat, Long> numbers) {
        Loaded with(Map<Seat, Long> others) {
            return new Loaded(ledger, books, others);
        }
    }

    Loaded load(Hash community, Wanted wanted, Instant now) {
        long ledger = ledgers.computeIfAbsent(community, this::number);
        var at = now.atOffset(ZoneOffset.UTC);
        try (var connection = database.getConnection()) {
            var found = new LockQuery(community, ledger, wanted, at).ask(connection);
            var loaded = loaded(community, ledger, found);
            if (found.more() || !wanted.isOrdinary()) know(connection, loaded, wanted, at);
            return loaded;
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    /** The number of a ledger that was loaded before. */
    Optional<Long> known(Hash community) {
        return Optional.ofNullable(ledgers.get(community));
    }

    /** The number of a ledger, which it keeps. */
    long number(Hash community) {
        return sql.first("select no from ledger where community = ?", row -> row.getLong(1), community.hex())
                .orElseThrow(() -> new IllegalStateException("nobody told of the founding of " + community));
    }

    private Loaded loaded(Hash community, long ledger, LockQuery.Found found) {
        var books = new Books(found.assetsDefinedIn()
                .map(transaction -> assets.all(community, transaction))
                .orElseGet(() -> assets.all(community)));
        var numbers = new HashMap<Seat, Long>();
        for (var one : found.accounts()) {
            books.know(one.account());
            numbers.put(one.account().seat(), one.no());
        }
        return new Loaded(ledger, books, numbers);
    }

    private static void know(Connection connection, Loaded loaded, Wanted wanted, OffsetDateTime at)
            throws SQLException {
        try (var statement = connection.prepareStatement(KNOWN)) {
            statement.setLong(1, loaded.ledger);
            statement.setObject(2, connection.createArrayOf("bytea", bytes(wanted.ids())));
            statement.setLong(3, loaded.ledger);
            statement.setObject(4, at);
            statement.setObject(5, connection.createArrayOf("bytea", bytes(wanted.holds())));
            statement.execute();
            try (var rows = statement.getResultSet()) {
                Earlier.read(rows).forEach(loaded.books::know);
            }
            statement.getMoreResults();
            try (var rows = statement.getResultSet()) {
                while (rows.next()) hold(rows, loaded.books, loaded.numbers);
            }
        }
    }

    /** A hold that was set aside after the accounts were locked is not due for this batch. */
    private static void hold(ResultSet rows, Books books, Map<Seat, Long> numbers) throws SQLException {
        var hold = HoldStore.hold(rows);
        if (numbers.containsKey(new Seat(hold.debit(), hold.asset()))
                && numbers.containsKey(new Seat(hold.credit(), hold.asset()))) books.know(hold);
    }
}
