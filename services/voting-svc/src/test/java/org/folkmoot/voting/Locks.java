// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import java.time.Instant;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** Who waits for whom in the database. */
public record Locks(DataSource database) {
    private static final String OTHERS_DUE = """
            select exists (select from poll where state = 'open' and coalesce(lead, no) = no and unsealing_since is null
                and paused_until is null and coalesce(look_at, closes_at) < ?
                and not exists (select from poll as other where other.lead = poll.no and other.unsealing_since is not null))""";

    /** Whether somebody who delegates now would have to wait. */
    boolean holdUpDelegations(Hash community) {
        return !QuarkusTransaction.requiringNew()
                .call(() -> new Sql(database)
                        .first(
                                "select pg_try_advisory_xact_lock(hashtextextended(?, 0))",
                                row -> row.getBoolean(1),
                                "folkmoot.delegation " + community.hex())
                        .orElseThrow());
    }

    /** The process of PostgreSQL that works for this transaction. */
    public int backend() {
        return new Sql(database)
                .first("select pg_backend_pid()", row -> row.getInt(1))
                .orElseThrow();
    }

    /** Whether a process waits for a lock. */
    boolean waits(int backend) {
        return is("select exists (select from pg_locks where pid = ? and not granted)", backend);
    }

    /** Whether somebody waits for what a process holds. */
    public boolean keepsWaiting(int backend) {
        return is("select exists (select from pg_stat_activity where ? = any (pg_blocking_pids(pid)))", backend);
    }

    /** Whether the row of a poll is held by somebody who waits for a table. */
    boolean waitsFor(String table, Hash poll) {
        return is("select exists (select from pg_locks where relation = ?::regclass and not granted)", table)
                && !is("select exists (select from poll where poll = ? for update skip locked)", poll.bytes());
    }

    /**
     * Does something while whoever works on a poll that is due at a moment waits for a table. Polls of other tests that are due
     * before are worked on first: one of them would wait in its place.
     */
    <T> T whileWaiting(String table, Hash poll, TestClock clock, Instant due, Supplier<T> what) {
        clock.reach(due.minusMillis(1));
        Village.await(() -> assertThat(is(OTHERS_DUE, due)).isFalse());
        return QuarkusTransaction.requiringNew().call(() -> {
            new Sql(database).update("lock table " + table + " in access exclusive mode");
            clock.reach(due);
            Village.await(() -> assertThat(waitsFor(table, poll)).isTrue());
            return what.get();
        });
    }

    /** Ends the connections of those who wait for a table, as if their process had died. */
    void killWhoWaitsFor(String table) {
        apart(() -> new Sql(database)
                .all(
                        "select pg_terminate_backend(pid) from pg_locks where relation = ?::regclass and not granted",
                        row -> row.getBoolean(1),
                        table));
        Village.await(() -> assertThat(
                        is("select exists (select from pg_locks where relation = ?::regclass and not granted)", table))
                .isFalse());
    }

    /** Asks in a transaction of its own, which sees what others have committed. */
    <T> T apart(Supplier<T> what) {
        return QuarkusTransaction.requiringNew().call(what::get);
    }

    private boolean is(String question, Object of) {
        return QuarkusTransaction.requiringNew()
                .call(() -> new Sql(database)
                        .first(question, row -> row.getBoolean(1), of)
                        .orElseThrow());
    }
}
