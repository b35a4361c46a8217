// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.constitution.Asset;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Commitment;

/**
 * Looks up what the page of a ledger shows. Everything is found by an index that has the newest first, or only what is open,
 * so that it takes as long however much has ever moved.
 */
@ApplicationScoped
class LedgerRows {
    private final Sql sql;
    private final Clock clock;

    LedgerRows(DataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /**
     * How an asset is spread. Members have the rest: all accounts together hold nothing. What is paid as it becomes due is
     * promised and not kept: it is where it comes from until then.
     */
    record Spread(Asset asset, BigInteger issued, BigInteger own, BigInteger kept) {
        BigInteger members() {
            return issued.subtract(own).subtract(kept);
        }
    }

    /** A block of the journal. */
    record Block(long number, Hash root, Hash head, int lines, Instant at) {}

    /** What a proposal has set aside of one account. */
    record Committed(Hash proposal, String from, String to, String asset, BigInteger amount) {}

    /** Escrows that still have something, of one kind, asset and state. */
    record Kept(String kind, String state, String asset, long count, BigInteger left) {}

    /** What changes whenever something on the page does; what waits for its number is known by its own. */
    Optional<String> version(Hash community) {
        return sql.first("""
                select encode(l.head, 'hex') || ' ' || l.last_block || ' '
                    || (select count(*) || ' ' || coalesce(sum(b.no), 0) from block b where b.ledger = l.no and b.number is null)
                    || ' ' || (select count(*) from hold h where h.ledger = l.no and h.state = 'held' and h.deadline <= ?::timestamptz)
                    || ' ' || coalesce((select max(s.no) from escrow_step s where s.ledger = l.no), 0)
                    || ' ' || coalesce((select encode(r.hash, 'hex') from ledger_rules r where r.ledger = l.no), '')
                    || ' ' || coalesce((select extract(epoch from c.begun_until) from calendar c
                        where c.community = l.community), 0)
                    || ' ' || coalesce((select string_agg(s.name || ' ' || s.day, ' ' order by s.name) from schedule s
                        where s.community = l.community and s.kind = 'budget'), '')
                from ledger l where l.community = ?""", row -> row.getString(1), clock.instant(), community.hex());
    }

    /** Assets by code, all of one moment. */
    List<Spread> spreads(Hash community, int most) {
        return sql.all("""
                select x.code, x.scale, x.cap, x.kind,
                    coalesce((select i.debits_posted - i.credits_posted from account i
                        where i.community = x.community and i.name = 'issuance/' || x.code and i.asset = x.code), 0),
                    coalesce((select sum(a.credits_posted - a.debits_posted) from account a
                        where a.community = x.community and a.asset = x.code and a.kind = 'declared'), 0),
                    coalesce((select sum(e.amount - e.released - e.returned) from escrow e
                        where e.ledger = l.no and e.asset = x.code and e.released + e.returned < e.amount
                            and (e.terms::json ->> 'funded') is distinct from 'as-due'), 0)
                    + coalesce((select sum(p.amount) from payout p
                        where p.community = x.community and p.asset = x.code and p.transfer is null), 0)
                from ledger l join asset x on x.community = l.community where l.community = ? order by x.code limit ?""", LedgerRows::spread, community.hex(), most);
    }

    private static Spread spread(ResultSet row) throws SQLException {
        return new Spread(
                new Asset(
                        row.getString(1),
                        row.getInt(2),
                        Optional.ofNullable(row.getBigDecimal(3)).map(BigDecimal::toBigIntegerExact)),
                Sql.whole(row, 5),
                Sql.whole(row, 6),
                Sql.whole(row, 7));
    }

    /** Blocks, the latest first. */
    List<Block> blocks(Hash community, int most) {
        return sql.all(
                """
                select b.number, b.root, b.head, b.lines, b.at from block b
                where b.ledger = (select no from ledger where community = ?) and b.number is not null
                order by b.number desc limit ?""",
                row -> new Block(
                        row.getLong(1),
                        new Hash(row.getBytes(2)),
                        new Hash(row.getBytes(3)),
                        row.getInt(4),
                        Sql.instant(row, 5)),
                community.hex(),
                most);
    }

    /** What open proposals have set aside; what set it aside stands in the journal under its name. */
    List<Committed> committed(Hash community, int most) {
        return sql.all(
                """
                select t.cause, a.name, c.name, a.asset, h.amount - h.settled
                from account a join hold h on h.debit = a.no and h.state = 'held' and h.deadline = ?
                    join account c on c.no = h.credit join transfer t on t.ledger = h.ledger and t.id = h.id and t.leg = 0
                where a.community = ? and a.kind = 'declared' order by t.at desc, h.id limit ?""",
                row -> new Committed(
                        new Hash(row.getBytes(1)),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Sql.whole(row, 5)),
                Commitment.UNTIL,
                community.hex(),
                most);
    }

    /** Escrows that still have something, by kind, state and asset. */
    List<Kept> kept(Hash community) {
        return sql.all(
                """
                select e.kind, e.state, e.asset, count(*), sum(e.amount - e.released - e.returned)
                from ledger l join escrow e on e.ledger = l.no
                where l.community = ? and e.released + e.returned < e.amount
                    and (e.terms::json ->> 'funded') is distinct from 'as-due' group by 1, 2, 3 order by 1, 2, 3""",
                row -> new Kept(
                        row.getString(1), row.getString(2), row.getString(3), row.getLong(4), Sql.whole(row, 5)),
                community.hex());
    }
}
