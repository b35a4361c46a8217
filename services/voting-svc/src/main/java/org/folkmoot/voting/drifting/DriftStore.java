// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drifting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.constitution.check.Drift;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** What has drifted in each community, and as of what it was looked at. */
@ApplicationScoped
class DriftStore {
    private static final int ONE_WATCHER = 0x0d21f7;
    private static final Duration AGAIN = Duration.ofDays(1);

    /** As of what a community is looked at. */
    record Look(Hash community, Hash constitution, long position, long place) {}

    /** A drift as it is kept. */
    record Known(Drift drift, Instant since) {}

    private final Sql sql;

    DriftStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Makes this transaction the only one that looks, on all replicas; false if another one looks already. */
    @Transactional(TxType.MANDATORY)
    boolean isAlone() {
        return sql.first("select pg_try_advisory_xact_lock(?)", row -> row.getBoolean(1), ONE_WATCHER)
                .orElseThrow();
    }

    /** A community in which something has changed since it was looked at, or a term of office ended, or that was long ago. */
    @Transactional(TxType.MANDATORY)
    Optional<Look> next(Instant now) {
        return sql.first("""
                select community, known.constitution, known.position, coalesce(ledger.position, 0)
                from known_community known
                left join known_ledger ledger using (community)
                left join drift_look look using (community)
                where look.community is null or look.position <> known.position
                    or look.constitution <> known.constitution
                    or (look.balances and look.place <> coalesce(ledger.position, 0))
                    or look.looked_at <= ?
                    or exists (select from known_role role
                        where role.community = known.community and role.valid_to is null
                            and role.until > look.looked_at and role.until <= ?)
                limit 1""", DriftStore::look, now.minus(AGAIN), now);
    }

    /** Remembers that a community was looked at, and whether balances matter there. */
    @Transactional(TxType.MANDATORY)
    void looked(Look look, boolean balances, Instant now) {
        sql.update(
                """
                insert into drift_look (community, constitution, position, place, balances, looked_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (community) do update set constitution = excluded.constitution, position = excluded.position,
                    place = excluded.place, balances = excluded.balances, looked_at = excluded.looked_at""",
                look.community().bytes(),
                look.constitution().bytes(),
                look.position(),
                look.place(),
                balances,
                now);
    }

    /** What has drifted in a community, in the order of its paths. */
    @Transactional(TxType.SUPPORTS)
    List<Known> of(Hash community) {
        return sql.all(
                "select policy, path, state, reason, since from drift where community = ? order by path",
                DriftStore::known,
                community.bytes());
    }

    @Transactional(TxType.MANDATORY)
    void keep(Hash community, Drift drift, Instant since) {
        sql.update(
                """
                insert into drift (community, path, policy, state, reason, since) values (?, ?, ?, ?, ?, ?)
                on conflict (community, path) do update set policy = excluded.policy, state = excluded.state,
                    reason = excluded.reason, since = excluded.since""",
                community.bytes(),
                drift.path(),
                drift.policy(),
                drift.state().name().toLowerCase(Locale.ROOT),
                drift.words(),
                since);
    }

    @Transactional(TxType.MANDATORY)
    void forget(Hash community, String path) {
        sql.update("delete from drift where community = ? and path = ?", community.bytes(), path);
    }

    private static Look look(ResultSet row) throws SQLException {
        return new Look(new Hash(row.getBytes(1)), new Hash(row.getBytes(2)), row.getLong(3), row.getLong(4));
    }

    private static Known known(ResultSet row) throws SQLException {
        var state = Drift.State.valueOf(row.getString(3).toUpperCase(Locale.ROOT));
        return new Known(new Drift(row.getString(1), row.getString(2), state, row.getString(4)), Sql.instant(row, 5));
    }
}
