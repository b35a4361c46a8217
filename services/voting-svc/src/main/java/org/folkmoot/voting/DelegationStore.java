// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.domain.Made;
import org.folkmoot.voting.domain.Scope;

/** Who lets whom vote. Rows are added and never changed, so what held at a moment can be asked for ever. */
@ApplicationScoped
public class DelegationStore {
    static final String COLUMNS = "no, principal, body, scope, delegates, weights, since, until, act";

    /** Of each principal the one in the narrowest scope that held just before its moment. */
    private static final String AS_OF = """
            select %s from (
                select distinct on (principal) * from (
                    select distinct on (principal, scope) delegation.*, place, moment
                    from unnest(?, ?) with ordinality as wanted (scope, moment, place)
                    join delegation using (scope)
                    where community = ? and body = ? and since < moment
                    order by principal, scope, no desc) as latest
                where not ends and (until is null or until >= moment)
                order by principal, place) as narrowest
            order by no""".formatted(COLUMNS);

    private static final String NOW = """
            select %s from delegation
            where community = ? and no > ? and not ends and (until is null or until > ?)
                and (?::bytea is null or principal = ?) and (?::bytea is null or delegates @> array[?::bytea])
                and (body = any (?) and not hidden or principal = ? or delegates @> array[?::bytea])
                and not exists (select from delegation as later
                    where later.community = delegation.community and later.body = delegation.body
                        and later.scope = delegation.scope and later.principal = delegation.principal
                        and later.no > delegation.no)
            order by no limit ?""".formatted(COLUMNS);

    private final Sql sql;

    DelegationStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * Makes everybody else wait who delegates in this community, takes ballots of polls that hear of it, or begins to count. Whoever
     * looks at the clock behind this comes after what they know.
     */
    @Transactional(TxType.MANDATORY)
    public void lock(Hash community) {
        sql.first(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))",
                _ -> true,
                "folkmoot.delegation " + community.hex());
    }

    /** Makes those wait who delegate in this community, and nobody who counts. Whoever holds the row of a poll takes this behind it. */
    @Transactional(TxType.MANDATORY)
    public void hold(Hash community) {
        sql.first(
                "select pg_advisory_xact_lock_shared(hashtextextended(?, 0))",
                _ -> true,
                "folkmoot.delegation " + community.hex());
    }

    /**
     * Waits for those who delegate now, and makes nobody wait: whoever delegates later looks at the clock later. A lock is let
     * go with everything that was done behind a savepoint.
     */
    @Transactional(TxType.MANDATORY)
    public void await(Hash community) {
        sql.update("savepoint before_delegations");
        hold(community);
        sql.update("rollback to savepoint before_delegations");
    }

    /** Adds what a member said; its number says that it came last. What was made hidden stays so, whatever is amended later. */
    @Transactional(TxType.MANDATORY)
    public void add(Hash community, Made made, boolean ends, boolean hidden) {
        sql.update(
                """
                insert into delegation (community, body, scope, principal, delegates, weights, ends, hidden, since, until, act)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                community.bytes(),
                made.body(),
                made.scope().text(),
                made.principal().bytes(),
                Sql.hashes(made.to().keySet()),
                made.to().values().toArray(Long[]::new),
                ends,
                hidden,
                made.since(),
                made.until(),
                made.act().bytes());
    }

    /** What a member said for one scope and holds now: whether it is hidden. */
    @Transactional(TxType.SUPPORTS)
    public Optional<Boolean> held(Hash community, Hash principal, String body, Scope scope, Instant now) {
        return sql.first("""
                        select hidden from (
                            select ends, until, hidden from delegation
                            where community = ? and body = ? and scope = ? and principal = ? order by no desc limit 1) as last
                        where not ends and (until is null or until > ?)""", row -> row.getBoolean(1), community.bytes(), body, scope.text(), principal.bytes(), now);
    }

    /** Whether anything that was ever said in a body is hidden. */
    @Transactional(TxType.SUPPORTS)
    public boolean hidesSome(Hash community, String body) {
        return sql.first(
                        "select from delegation where community = ? and body = ? and hidden limit 1",
                        _ -> true,
                        community.bytes(),
                        body)
                .isPresent();
    }

    /** The number of the last one of a community; 0 if there is none. */
    @Transactional(TxType.SUPPORTS)
    public long last(Hash community) {
        return sql.first(
                        "select no from delegation where community = ? order by no desc limit 1",
                        row -> row.getLong(1),
                        community.bytes())
                .orElse(0L);
    }

    /** The number of the last one of a body before a moment; 0 if there is none. */
    @Transactional(TxType.SUPPORTS)
    public long last(Hash community, String body, Instant before) {
        return sql.first("""
                        select no from delegation where community = ? and body = ? and since < ?
                        union all select 0 order by no desc limit 1""", row -> row.getLong(1), community.bytes(), body, before)
                .orElseThrow();
    }

    /** What counted just before each scope's moment, of each principal the narrowest, in the order in which they were made. */
    @Transactional(TxType.SUPPORTS)
    public List<Made> asOf(Hash community, String body, Map<Scope, Instant> moments) {
        return sql.all(
                AS_OF,
                DelegationStore::made,
                moments.keySet().stream().map(Scope::text).toArray(String[]::new),
                moments.values().toArray(Instant[]::new),
                community.bytes(),
                body);
    }

    /**
     * Which delegations are asked for.
     *
     * @param open the bodies in which everybody may know of them, but of those that were hidden when they were made
     * @param reader who may know of one's own, too
     */
    public record Asked(Optional<Hash> principal, Optional<Hash> delegate, Set<String> open, Optional<Hash> reader) {}

    /** What counts now, in the order in which it was made. What the reader may not know is not even passed over. */
    @Transactional(TxType.SUPPORTS)
    public List<Made> page(Hash community, Asked asked, Instant now, long after, int limit) {
        var from = asked.principal.map(Hash::bytes);
        var to = asked.delegate.map(Hash::bytes);
        var reader = asked.reader.map(Hash::bytes);
        var open = asked.open.toArray(String[]::new);
        return sql.all(
                NOW,
                DelegationStore::made,
                community.bytes(),
                after,
                now,
                from,
                from,
                to,
                to,
                open,
                reader,
                reader,
                limit);
    }

    static Made made(ResultSet row) throws SQLException {
        var delegates = (byte[][]) row.getArray(5).getArray();
        var weights = (Long[]) row.getArray(6).getArray();
        var to = new LinkedHashMap<Hash, Long>();
        for (int i = 0; i < delegates.length; i++) to.put(new Hash(delegates[i]), weights[i]);
        var until = row.getTimestamp(8);
        return new Made(
                row.getLong(1),
                new Hash(row.getBytes(2)),
                row.getString(3),
                Scope.parse(row.getString(4)),
                to,
                Sql.instant(row, 7),
                until == null ? Optional.empty() : Optional.of(Sql.instant(row, 8)),
                new Hash(row.getBytes(9)));
    }
}
