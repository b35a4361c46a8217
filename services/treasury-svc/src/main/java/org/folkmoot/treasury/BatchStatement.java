// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.folkmoot.record.Merkle;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Entry;
import org.folkmoot.treasury.domain.Hold;
import org.folkmoot.treasury.domain.Seat;
import org.folkmoot.treasury.domain.Word;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that writes a batch, part by part: a row for each leg, and one for each account however often it was
 * touched.
 */
final class BatchStatement {
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

    private final List<@Nullable Object> values = new ArrayList<>();
    private final List<String> parts = new ArrayList<>();
    private final Connection connection;
    private final long ledger;
    private final Instant now;

    /** Begins it. */
    BatchStatement(Connection connection, long ledger, Instant now) {
        this.connection = connection;
        this.ledger = ledger;
        this.now = now;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Adds the legs and what binds them together; all accounts have their numbers. */
    void rows(List<Leaf> rows, Map<Seat, Long> numbers) throws SQLException {
        if (rows.isEmpty()) return;
        var entries = rows.stream().flatMap(row -> row.entry().stream()).toList();
        if (entries.isEmpty()) parts.add(REFUSALS_ONLY);
        else block(entries);
        parts.add(TRANSFERS);
        values.add(ledger);
        values.add(now.atOffset(ZoneOffset.UTC));
        array("bytea", rows, row -> row.id().bytes(), byte[][]::new);
        array("int4", rows, Leaf::leg, Integer[]::new);
        array("text", rows, Leaf::code, String[]::new);
        array("int8", rows, row -> number(numbers, row.entry(), Entry::debit), Long[]::new);
        array("int8", rows, row -> number(numbers, row.entry(), Entry::credit), Long[]::new);
        array("text", rows, Leaf::amount, String[]::new);
        array("text", rows, Leaf::asked, String[]::new);
        array("bytea", rows, row -> row.cause().bytes(), byte[][]::new);
        array("text", rows, Leaf::memo, String[]::new);
        array("int4", rows, Leaf::line, Integer[]::new);
        array("int4", rows, Leaf::move, Integer[]::new);
        array("text", rows, Leaf::parts, String[]::new);
        array("text", rows, Leaf::refusal, String[]::new);
        array("text", rows, Leaf::detail, String[]::new);
        array("bytea", rows, Leaf::reverses, byte[][]::new);
    }

    private void block(List<Entry> entries) {
        parts.add(BLOCK);
        values.add(ledger);
        values.add(Merkle.root(entries.stream()
                        .map(entry -> Merkle.leaf(entry.bytes()))
                        .toList())
                .bytes());
        values.add(entries.size());
        values.add((int) entries.stream().filter(Entry::moves).count());
        values.add(now.atOffset(ZoneOffset.UTC));
    }

    /** Adds how accounts stand now, which the caller has locked. */
    void accounts(List<Account> changed, Map<Seat, Long> numbers) throws SQLException {
        if (changed.isEmpty()) return;
        parts.add(ACCOUNTS);
        array("int8", changed, account -> numbers.get(account.seat()), Long[]::new);
        array("text", changed, account -> Word.of(account.state()), String[]::new);
        counters(changed);
    }

    /** Adds the next four values: each counter of some accounts. */
    void counters(List<Account> accounts) throws SQLException {
        for (Function<Account, Object> counter : List.<Function<Account, Object>>of(
                Account::debitsPosted, Account::creditsPosted, Account::debitsPending, Account::creditsPending))
            array("text", accounts, account -> counter.apply(account).toString(), String[]::new);
    }

    /** Adds what is set aside, or is not any more. */
    void holds(List<Hold> held, Map<Seat, Long> numbers) throws SQLException {
        if (held.isEmpty()) return;
        parts.add(HOLDS);
        values.add(ledger);
        array("bytea", held, hold -> hold.id().bytes(), byte[][]::new);
        array("int8", held, hold -> numbers.get(new Seat(hold.debit(), hold.asset())), Long[]::new);
        array("int8", held, hold -> numbers.get(new Seat(hold.credit(), hold.asset())), Long[]::new);
        array("text", held, hold -> hold.amount().toString(), String[]::new);
        array("text", held, hold -> hold.settled().toString(), String[]::new);
        array("text", held, hold -> hold.deadline().toString(), String[]::new);
        array("text", held, hold -> Word.of(hold.state()), String[]::new);
    }

    /** Adds what members signed. */
    void acts(List<SignedOrders> acts) throws SQLException {
        if (acts.isEmpty()) return;
        parts.add(ACTS);
        values.add(ledger);
        values.add(now.atOffset(ZoneOffset.UTC));
        array("bytea", acts, one -> one.act().id().bytes(), byte[][]::new);
        array("text", acts, one -> one.act().envelope().suite(), String[]::new);
        array("bytea", acts, one -> one.act().envelope().signature(), byte[][]::new);
        array("bytea", acts, one -> one.act().envelope().payload(), byte[][]::new);
        array("bytea", acts, one -> one.lines().orElse(NO_LINES), byte[][]::new);
    }

    /** Adds a part of the caller's own. */
    void part(String sql) {
        parts.add(sql);
    }

    /** Adds the next value. */
    void value(Object value) {
        values.add(value);
    }

    /** Adds the next value, an array. */
    <T, R> void array(String type, Collection<T> items, Function<T, @Nullable R> part, IntFunction<R[]> array)
            throws SQLException {
        values.add(connection.createArrayOf(type, items.stream().map(part).toArray(array)));
    }

    /** Runs it; the last part says what it answers. */
    PreparedStatement run(String last) throws SQLException {
        var statement = connection.prepareStatement("with " + String.join(",\n", parts) + "\n" + last);
        try {
            for (int i = 0; i < values.size(); i++) statement.setObject(i + 1, values.get(i));
            statement.execute();
            return statement;
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    private static @Nullable Long number(Map<Seat, Long> numbers, Optional<Entry> entry, Function<Entry, String> side) {
        return entry.map(known -> numbers.get(new Seat(side.apply(known), known.asset())))
                .orElse(null);
    }
}
