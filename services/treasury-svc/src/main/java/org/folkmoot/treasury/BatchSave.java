// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.folkmoot.treasury.AccountStore.texts;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.folkmoot.platform.data.SqlFailure;
import org.folkmoot.record.Merkle;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Entry;
import org.folkmoot.treasury.domain.Hold;
import org.folkmoot.treasury.domain.Seat;
import org.jspecify.annotations.Nullable;

/** Writes what a batch changed, in one statement: a row for each account however often it was touched, and one for each leg. */
@ApplicationScoped
class BatchSave {
    // Its key is given here, under the locks: of two blocks that touch the same account, the later has the higher.
    private static final String BLOCK = """
            block_key as (insert into block (ledger, root, lines, moves, at) values (?, ?, ?, ?, ?) returning no)""";

    private static final String REFUSALS_ONLY = "block_key as (select null::bigint as no)";

    private static final String TRANSFERS = """
            legs as (insert into transfer (ledger, id, leg, code, debit, credit, amount, asked, cause, memo, at, block, line,
                move, parts, refusal, detail, reverses)
            select ?, id, leg, code, debit, credit, amount::numeric, asked, cause, memo, ?::timestamptz,
                case when line is not null then (select no from block_key) end, line, move, parts, refusal, detail, reverses
            from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) as t (id, leg, code, debit, credit, amount, asked,
                cause, memo, line, move, parts, refusal, detail, reverses))""";

    private static final String ACCOUNTS = """
            counters as (update account set state = v.state, debits_posted = v.dp, credits_posted = v.cp,
                debits_pending = v.dh, credits_pending = v.ch
            from unnest(?, ?, ?::text[]::numeric[], ?::text[]::numeric[], ?::text[]::numeric[], ?::text[]::numeric[])
                as v (no, state, dp, cp, dh, ch)
            where account.no = v.no)""";

    private static final String HOLDS = """
            holds as (insert into hold (ledger, id, debit, credit, amount, settled, deadline, state)
            select ?, id, debit, credit, amount::numeric, settled::numeric, deadline::timestamptz, state
            from unnest(?, ?, ?, ?, ?, ?, ?) as h (id, debit, credit, amount, settled, deadline, state)
            on conflict (ledger, id) do update set settled = excluded.settled, state = excluded.state)""";

    private static final String ACTS = """
            acts as (insert into payment_act (act, ledger, suite, signature, payload, lines, at)
            select act, ?, suite, signature, payload, lines, ?::timestamptz
            from unnest(?, ?, ?, ?, ?) as kept (act, suite, signature, payload, lines)
            on conflict (act) do nothing)""";

    private static final byte[] NO_LINES = {};

    private final DataSource database;

    BatchSave(DataSource database) {
        this.database = database;
    }

    /** Writes rows, what is different in accounts and holds, and the acts that asked for it. All accounts have their numbers. */
    void save(BatchLoad.Loaded loaded, List<Leaf> rows, List<SignedOrders> acts, Instant now) {
        var entries = rows.stream().flatMap(row -> row.entry().stream()).toList();
        var changed = loaded.books().changed();
        var held = loaded.books().held();
        var values = new ArrayList<@Nullable Object>();
        var parts = new ArrayList<String>();
        try (var connection = database.getConnection()) {
            if (!rows.isEmpty()) {
                parts.add(entries.isEmpty() ? REFUSALS_ONLY : BLOCK);
                if (!entries.isEmpty()) block(values, loaded.ledger(), entries, now);
                parts.add(TRANSFERS);
                transfers(connection, values, loaded, rows, now);
            }
            if (!changed.isEmpty()) {
                parts.add(ACCOUNTS);
                accounts(connection, values, loaded.numbers(), changed);
            }
            if (!held.isEmpty()) {
                parts.add(HOLDS);
                holds(connection, values, loaded, held);
            }
            if (!acts.isEmpty()) {
                parts.add(ACTS);
                acts(connection, values, loaded.ledger(), acts, now);
            }
            if (!parts.isEmpty()) run(connection, "with " + String.join(",\n", parts) + "\nselect 1", values);
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static void run(Connection connection, String sql, List<@Nullable Object> values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i));
            statement.execute();
        }
    }

    private static void block(List<@Nullable Object> values, long ledger, List<Entry> entries, Instant now) {
        values.add(ledger);
        values.add(Merkle.root(entries.stream()
                        .map(entry -> Merkle.leaf(entry.bytes()))
                        .toList())
                .bytes());
        values.add(entries.size());
        values.add((int) entries.stream().filter(Entry::moves).count());
        values.add(now.atOffset(ZoneOffset.UTC));
    }

    private static void acts(
            Connection connection, List<@Nullable Object> values, long ledger, List<SignedOrders> acts, Instant now)
            throws SQLException {
        values.add(ledger);
        values.add(now.atOffset(ZoneOffset.UTC));
        values.add(connection.createArrayOf(
                "bytea", each(acts, one -> one.act().id().bytes(), byte[][]::new)));
        values.add(connection.createArrayOf(
                "text", each(acts, one -> one.act().envelope().suite(), String[]::new)));
        values.add(connection.createArrayOf(
                "bytea", each(acts, one -> one.act().envelope().signature(), byte[][]::new)));
        values.add(connection.createArrayOf(
                "bytea", each(acts, one -> one.act().envelope().payload(), byte[][]::new)));
        values.add(
                connection.createArrayOf("bytea", each(acts, one -> one.lines().orElse(NO_LINES), byte[][]::new)));
    }

    private static void transfers(
            Connection connection, List<@Nullable Object> values, BatchLoad.Loaded loaded, List<Leaf> rows, Instant now)
            throws SQLException {
        var numbers = loaded.numbers();
        values.add(loaded.ledger());
        values.add(now.atOffset(ZoneOffset.UTC));
        values.add(connection.createArrayOf("bytea", each(rows, row -> row.id().bytes(), byte[][]::new)));
        values.add(connection.createArrayOf("int4", each(rows, Leaf::leg, Integer[]::new)));
        values.add(connection.createArrayOf("text", each(rows, Leaf::code, String[]::new)));
        values.add(connection.createArrayOf(
                "int8", each(rows, row -> number(numbers, row.entry(), Entry::debit), Long[]::new)));
        values.add(connection.createArrayOf(
                "int8", each(rows, row -> number(numbers, row.entry(), Entry::credit), Long[]::new)));
        values.add(connection.createArrayOf("text", each(rows, Leaf::amount, String[]::new)));
        values.add(connection.createArrayOf("text", each(rows, Leaf::asked, String[]::new)));
        values.add(
                connection.createArrayOf("bytea", each(rows, row -> row.cause().bytes(), byte[][]::new)));
        values.add(connection.createArrayOf("text", each(rows, Leaf::memo, String[]::new)));
        values.add(connection.createArrayOf("int4", each(rows, Leaf::line, Integer[]::new)));
        values.add(connection.createArrayOf("int4", each(rows, Leaf::move, Integer[]::new)));
        values.add(connection.createArrayOf("text", each(rows, Leaf::parts, String[]::new)));
        values.add(connection.createArrayOf("text", each(rows, Leaf::refusal, String[]::new)));
        values.add(connection.createArrayOf("text", each(rows, Leaf::detail, String[]::new)));
        values.add(connection.createArrayOf("bytea", each(rows, Leaf::reverses, byte[][]::new)));
    }

    private static void accounts(
            Connection connection, List<@Nullable Object> values, Map<Seat, Long> numbers, List<Account> changed)
            throws SQLException {
        values.add(connection.createArrayOf(
                "int8", each(changed, account -> numbers.get(new Seat(account.name(), account.asset())), Long[]::new)));
        values.add(connection.createArrayOf("text", texts(changed, account -> AccountStore.word(account.state()))));
        for (Function<Account, Object> counter : List.<Function<Account, Object>>of(
                Account::debitsPosted, Account::creditsPosted, Account::debitsPending, Account::creditsPending))
            values.add(connection.createArrayOf(
                    "text", texts(changed, account -> counter.apply(account).toString())));
    }

    private static void holds(
            Connection connection, List<@Nullable Object> values, BatchLoad.Loaded loaded, List<Hold> held)
            throws SQLException {
        var numbers = loaded.numbers();
        values.add(loaded.ledger());
        values.add(
                connection.createArrayOf("bytea", each(held, hold -> hold.id().bytes(), byte[][]::new)));
        values.add(connection.createArrayOf(
                "int8", each(held, hold -> numbers.get(new Seat(hold.debit(), hold.asset())), Long[]::new)));
        values.add(connection.createArrayOf(
                "int8", each(held, hold -> numbers.get(new Seat(hold.credit(), hold.asset())), Long[]::new)));
        values.add(connection.createArrayOf(
                "text", texts(held, hold -> hold.amount().toString())));
        values.add(connection.createArrayOf(
                "text", texts(held, hold -> hold.settled().toString())));
        values.add(connection.createArrayOf(
                "text", texts(held, hold -> hold.deadline().toString())));
        values.add(connection.createArrayOf("text", texts(held, hold -> AccountStore.word(hold.state()))));
    }

    private static @Nullable Long number(Map<Seat, Long> numbers, Optional<Entry> entry, Function<Entry, String> side) {
        return entry.map(known -> numbers.get(new Seat(side.apply(known), known.asset())))
                .orElse(null);
    }

    private static <T, R> R[] each(
            List<T> items, Function<T, @Nullable R> part, java.util.function.IntFunction<R[]> array) {
        return items.stream().map(part).toArray(array);
    }
}
