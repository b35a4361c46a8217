// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Entry;

/** Reads the journal in its order, a piece at a time. Blocks that have a number never change. */
@ApplicationScoped
class JournalRows {
    private static final String LINE = """
            select t.id, t.leg, t.code, d.name, coalesce(c.name, ''), d.asset, coalesce(t.amount, 0), coalesce(t.asked, ''),
                t.cause, t.memo, t.at, b.first_entry + t.move, b.number, b.first_entry, b.root, b.head
            """;
    private static final String ACCOUNTS = " join account d on d.no = t.debit left join account c on c.no = t.credit ";
    private static final String ROWS = LINE + """
            from ledger l join block b on b.ledger = l.no join transfer t on t.block = b.no
            """ + ACCOUNTS + """
            where l.community = ? and b.number is not null""";
    /** No block is without a line, so as many blocks are enough; those that begin within the lines are read whole. */
    private static final String PIECE = """
            with next as (select b.* from ledger l join block b on b.ledger = l.no
                    where l.community = ? and b.number > ? and b.number <= ? order by b.number limit ?),
                b as (select n.*, sum(n.lines) over (order by n.number) - n.lines as before from next n)
            """ + LINE + """
            from b join transfer t on t.block = b.no
            """ + ACCOUNTS + """
            where b.before < ? order by b.number, t.line""";
    /** Found by the account: what others did in the journal costs nothing. No movement is in both halves. */
    private static final String MOVES = """
            with a as (select no from account where community = ? and name = ? and asset = ?),
                t as (
                    select t.* from a join transfer t on t.debit = a.no where t.block is not null and t.move is not null
                    union all
                    select t.* from a join transfer t on t.credit = a.no where t.block is not null and t.move is not null)
            """;

    private final Sql sql;

    JournalRows(DataSource database) {
        this.sql = new Sql(database);
    }

    /** A line of a block. */
    record BlockLine(long number, long firstEntry, Hash root, Hash head, Optional<Long> place, Entry entry) {}

    /** The number of the last block; 0 if there is none yet. */
    long last(Hash community) {
        return sql.first("select last_block from ledger where community = ?", row -> row.getLong(1), community.hex())
                .orElse(0L);
    }

    /**
     * All lines of the blocks that come after a number, up to another one; of so many blocks that they have about that many lines,
     * but of one at least. So any number of readers may take their time between two pieces.
     */
    @Transactional(TxType.SUPPORTS)
    List<BlockLine> piece(Hash community, long after, long last, int lines) {
        return sql.all(PIECE, JournalRows::line, community.hex(), after, last, lines, lines);
    }

    /** All lines of the block that a transfer is in; none if it is in none that has a number. */
    List<BlockLine> block(Hash community, Hash transfer) {
        return sql.all(
                ROWS + " and b.no = (select x.block from transfer x where x.ledger = l.no and x.id = ? and x.leg = 0)"
                        + " order by t.line",
                JournalRows::line,
                community.hex(),
                transfer.bytes());
    }

    /** The head of the block before the one of that number. */
    Hash headBefore(Hash community, long number) {
        return sql.first(
                        "select b.head from ledger l join block b on b.ledger = l.no where l.community = ? and b.number = ?",
                        row -> new Hash(row.getBytes(1)),
                        community.hex(),
                        number - 1)
                .orElse(Hash.ZERO);
    }

    /** What moved out of and into one account, from a place in the journal on. */
    List<BlockLine> of(Hash community, String account, String asset, long after, int limit) {
        return sql.all(
                MOVES + LINE
                        + " from t join block b on b.no = t.block" + ACCOUNTS
                        + "where b.first_entry + t.move > ? order by b.number, t.line limit ?",
                JournalRows::line,
                community.hex(),
                account,
                asset,
                after,
                limit);
    }

    /** What an account held after a place in the journal. */
    BigInteger upTo(Hash community, String account, String asset, long place) {
        return sum(community, account, asset, "b.first_entry + t.move <= ?", place);
    }

    /** What an account held at a moment: after all that had happened by then. The database would round up what it does not keep. */
    BigInteger at(Hash community, String account, String asset, Instant moment) {
        return sum(community, account, asset, "t.at <= ?", moment.truncatedTo(ChronoUnit.MICROS));
    }

    private BigInteger sum(Hash community, String account, String asset, String which, Object upTo) {
        return sql.first(
                        MOVES + "select coalesce(sum(case when t.credit = a.no then t.amount else -t.amount end), 0)"
                                + " from a cross join t join block b on b.no = t.block where " + which,
                        row -> Sql.whole(row, 1),
                        community.hex(),
                        account,
                        asset,
                        upTo)
                .orElse(BigInteger.ZERO);
    }

    private static BlockLine line(ResultSet row) throws SQLException {
        var entry = new Entry(
                new Hash(row.getBytes(1)),
                row.getInt(2),
                row.getString(3),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                Sql.whole(row, 7),
                row.getString(8),
                new Hash(row.getBytes(9)),
                row.getString(10),
                Sql.instant(row, 11));
        return new BlockLine(
                row.getLong(13),
                row.getLong(14),
                new Hash(row.getBytes(15)),
                new Hash(row.getBytes(16)),
                Optional.ofNullable(row.getObject(12, Long.class)),
                entry);
    }
}
