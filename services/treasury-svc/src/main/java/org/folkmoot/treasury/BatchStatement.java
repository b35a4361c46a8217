// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.folkmoot.record.Merkle;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Entry;
import org.folkmoot.treasury.domain.Hold;
import org.folkmoot.treasury.domain.Seat;
import org.folkmoot.treasury.domain.Transfer;
import org.folkmoot.treasury.domain.Word;
import org.jspecify.annotations.Nullable;

/**
 * The one statement that writes a batch, part by part: a row for each leg, and one for each account however often it was
 * touched.
 */
final class BatchStatement extends JoinedStatement {
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

    // Each array costs something however few rows there are, so what all of them have in common is said once.
    private static final String PAYMENTS = """
            legs as (insert into transfer (ledger, id, leg, code, debit, credit, amount, asked, cause, memo, at, block, line, move)
            select ?, id, leg, ?, debit, credit, amount::numeric, asked, cause, memo, ?::timestamptz, (select no from block_key),
                place - 1, place - 1
            from unnest(?, ?, ?, ?, ?, ?, ?, ?) with ordinality as t (id, leg, debit, credit, amount, asked, cause, memo, place))""";

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
            from unnest(?, ?, ?, ?, ?) as kept (act, suite, signature, payload, lines)%s)""";

    private static final String NEW_ACTS = ACTS.formatted("");
    private static final String ACTS_ONCE = ACTS.formatted(" on conflict (act) do nothing");

    private static final byte[] NO_LINES = {};

    private final long ledger;
    private final Instant now;

    /** Begins it. */
    BatchStatement(Connection connection, long ledger, Instant now) {
        super(connection);
        this.ledger = ledger;
        this.now = now;
    }

    /** Adds the legs and what binds them together; all accounts have their numbers. */
    void rows(List<Leaf> rows, Map<Seat, Long> numbers) throws SQLException {
        if (rows.isEmpty()) return;
        var entries = rows.stream().flatMap(row -> row.entry().stream()).toList();
        if (entries.isEmpty()) part(REFUSALS_ONLY);
        else block(entries);
        part(TRANSFERS);
        value(ledger);
        value(now.atOffset(ZoneOffset.UTC));
        array("bytea", rows, row -> row.id().bytes(), byte[][]::new);
        array("int4", rows, Leaf::leg, Integer[]::new);
        array("text", rows, Leaf::code, String[]::new);
        moved(rows, numbers);
        array("int4", rows, Leaf::line, Integer[]::new);
        array("int4", rows, Leaf::move, Integer[]::new);
        array("text", rows, Leaf::parts, String[]::new);
        array("text", rows, Leaf::refusal, String[]::new);
        array("text", rows, Leaf::detail, String[]::new);
        array("bytea", rows, Leaf::reverses, byte[][]::new);
    }

    /** Adds the legs of payments that are all done: each of them moves something, and nothing else is to be said about it. */
    void payments(List<Leaf> rows, Map<Seat, Long> numbers) throws SQLException {
        block(rows.stream().flatMap(row -> row.entry().stream()).toList());
        part(PAYMENTS);
        value(ledger);
        value(Transfer.Code.PAID.word());
        value(now.atOffset(ZoneOffset.UTC));
        array("bytea", rows, row -> row.id().bytes(), byte[][]::new);
        array("int4", rows, Leaf::leg, Integer[]::new);
        moved(rows, numbers);
    }

    private void moved(List<Leaf> rows, Map<Seat, Long> numbers) throws SQLException {
        array("int8", rows, row -> number(numbers, row.entry(), Entry::debit), Long[]::new);
        array("int8", rows, row -> number(numbers, row.entry(), Entry::credit), Long[]::new);
        array("text", rows, Leaf::amount, String[]::new);
        array("text", rows, Leaf::asked, String[]::new);
        array("bytea", rows, row -> row.cause().bytes(), byte[][]::new);
        array("text", rows, Leaf::memo, String[]::new);
    }

    private void block(List<Entry> entries) {
        part(BLOCK);
        value(ledger);
        value(Merkle.root(entries.stream()
                        .map(entry -> Merkle.leaf(entry.bytes()))
                        .toList())
                .bytes());
        value(entries.size());
        value((int) entries.stream().filter(Entry::moves).count());
        value(now.atOffset(ZoneOffset.UTC));
    }

    /** Adds how accounts stand now, which the caller has locked. */
    void accounts(List<Account> changed, Map<Seat, Long> numbers) throws SQLException {
        if (changed.isEmpty()) return;
        part(ACCOUNTS);
        array("int8", changed, account -> numbers.get(account.seat()), Long[]::new);
        array("text", changed, account -> Word.of(account.state()), String[]::new);
        for (Function<Account, Object> counter : List.<Function<Account, Object>>of(
                Account::debitsPosted, Account::creditsPosted, Account::debitsPending, Account::creditsPending))
            array("text", changed, account -> counter.apply(account).toString(), String[]::new);
    }

    /** Adds what is set aside, or is not any more. */
    void holds(List<Hold> held, Map<Seat, Long> numbers) throws SQLException {
        if (held.isEmpty()) return;
        part(HOLDS);
        value(ledger);
        array("bytea", held, hold -> hold.id().bytes(), byte[][]::new);
        array("int8", held, hold -> numbers.get(new Seat(hold.debit(), hold.asset())), Long[]::new);
        array("int8", held, hold -> numbers.get(new Seat(hold.credit(), hold.asset())), Long[]::new);
        array("text", held, hold -> hold.amount().toString(), String[]::new);
        array("text", held, hold -> hold.settled().toString(), String[]::new);
        array("text", held, hold -> hold.deadline().toString(), String[]::new);
        array("text", held, hold -> Word.of(hold.state()), String[]::new);
    }

    /** Adds what members signed, some of which may be known already. */
    void acts(List<SignedOrders> acts) throws SQLException {
        if (!acts.isEmpty()) acts(ACTS_ONCE, acts);
    }

    /** Adds what members signed and nobody has seen: to look for it first would take longer than to write it. */
    void newActs(List<SignedOrders> acts) throws SQLException {
        acts(NEW_ACTS, acts);
    }

    private void acts(String sql, List<SignedOrders> acts) throws SQLException {
        part(sql);
        value(ledger);
        value(now.atOffset(ZoneOffset.UTC));
        array("bytea", acts, one -> one.act().id().bytes(), byte[][]::new);
        array("text", acts, one -> one.act().envelope().suite(), String[]::new);
        array("bytea", acts, one -> one.act().envelope().signature(), byte[][]::new);
        array("bytea", acts, one -> one.act().envelope().payload(), byte[][]::new);
        array("bytea", acts, one -> one.lines().orElse(NO_LINES), byte[][]::new);
    }

    private static @Nullable Long number(Map<Seat, Long> numbers, Optional<Entry> entry, Function<Entry, String> side) {
        return entry.map(known -> numbers.get(new Seat(side.apply(known), known.asset())))
                .orElse(null);
    }
}
