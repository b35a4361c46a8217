// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountStore;

/** What accounts hold and held. */
@ApplicationScoped
class Holdings {
    // What is held less what happened since: the blocks since a moment are few, however long the journal is. What the
    // calendar moved since for an earlier moment was only late. Nothing else moves because of a constitution.
    private static final String HELD = """
            with since as (
                select coalesce(min(b.no), 9223372036854775807) as no from block b
                where b.ledger = (select no from ledger where community = ?) and b.at >= ?::timestamptz),
            late as (select moment_block as no from calendar where community = ? and moment = ?::timestamptz)
            select a.no, a.name, a.asset, a.state = 'open', a.credits_posted - a.debits_posted - (%s) - a.floor,
                a.credits_posted - a.debits_posted
                + coalesce((select sum(t.amount) from transfer t where t.debit = a.no and t.block is not null
                    and t.block >= (select no from since) and t.move is not null and t.at >= ?::timestamptz
                    and (t.block <= (select no from late) and t.cause in
                        (select constitution from calendar_rules where community = ?)) is not true), 0)
                - coalesce((select sum(t.amount) from transfer t where t.credit = a.no and t.block is not null
                    and t.block >= (select no from since) and t.move is not null and t.at >= ?::timestamptz
                    and (t.block <= (select no from late) and t.cause in
                        (select constitution from calendar_rules where community = ?)) is not true), 0)
            from account a where a.no = any (?) order by a.no""".formatted(AccountStore.PENDING);

    private final Sql sql;
    private final Clock clock;

    Holdings(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /**
     * How an account stands.
     *
     * @param available what can be spent; nothing if there is no limit
     * @param held what it held at a moment
     */
    record Stand(long no, String name, String asset, boolean open, Optional<BigInteger> available, BigInteger held) {
        /** Whether so much can be taken out of it. */
        boolean has(BigInteger amount) {
            return open && available.map(most -> most.compareTo(amount) >= 0).orElse(true);
        }
    }

    /**
     * Takes accounts of an asset until the transaction ends, in the order in which everybody takes them, and tells how each
     * stands and what it held before a moment. The caller has the ledger.
     */
    Map<String, Stand> take(Hash community, String asset, Collection<String> names, Instant before) {
        var numbers = sql.all(
                "select no from account where community = ? and asset = ? and name = any (?) order by no for update",
                row -> row.getLong(1),
                community.hex(),
                asset,
                names.toArray(String[]::new));
        var stands = new HashMap<String, Stand>();
        stands(community, numbers, before).forEach(stand -> stands.put(stand.name(), stand));
        return stands;
    }

    /** What each of these accounts held of each asset before a moment. */
    Map<String, Map<String, BigInteger>> held(Hash community, Collection<String> names, Instant before) {
        var numbers = sql.all(
                "select no from account where community = ? and name = any (?)",
                row -> row.getLong(1),
                community.hex(),
                names.toArray(String[]::new));
        var held = new HashMap<String, Map<String, BigInteger>>();
        stands(community, numbers, before)
                .forEach(stand ->
                        held.computeIfAbsent(stand.name(), _ -> new HashMap<>()).put(stand.asset(), stand.held()));
        return held;
    }

    private List<Stand> stands(Hash community, List<Long> numbers, Instant before) {
        var name = community.hex();
        return sql.all(
                HELD,
                Holdings::stand,
                name,
                before,
                name,
                before,
                clock.instant(),
                before,
                name,
                before,
                name,
                numbers.toArray(Long[]::new));
    }

    /** The names of the next accounts of an asset that members and the community hold, by the number of the account. */
    List<Seat> after(Hash community, String asset, long no, int most) {
        return sql.all(
                """
                select no, name from account where community || ' ' || asset = ? and no > ? and kind in ('declared', 'member')
                order by no limit ?""", row -> new Seat(row.getLong(1), row.getString(2)), AccountStore.of(community, asset), no, most);
    }

    /** An account and its number. */
    record Seat(long no, String name) {}

    private static Stand stand(ResultSet row) throws SQLException {
        return new Stand(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getBoolean(4),
                Optional.ofNullable(row.getBigDecimal(5)).map(most -> most.toBigIntegerExact()),
                Sql.whole(row, 6));
    }
}
