// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.PostedEntry;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.contracts.TransfersPostedV1;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.record.JournalCheck;

/**
 * Gives blocks their numbers and tells their movements, when they are committed: the journal has no gap although nobody who
 * moves money waits for a number. Whoever numbers holds the ledger's row.
 */
@ApplicationScoped
public class Blocks {
    private static final int MOST_BLOCKS = 200;
    private static final int MOST_ENTRIES = 500;

    private final Sql sql;
    private final Outbox outbox;

    Blocks(DataSource database, Outbox outbox) {
        this.sql = new Sql(database);
        this.outbox = outbox;
    }

    private record Tip(long ledger, long entry, long block, Hash head) {}

    private record Block(long no, Hash root, int moves) {}

    /** The communities with blocks that wait for a number. */
    public List<Hash> waiting() {
        return sql.all("""
                select community from ledger l
                where exists (select 1 from block b where b.ledger = l.no and b.number is null)""", row -> Hash.parse(row.getString(1)));
    }

    /** Numbers all that waits. */
    @Transactional(TxType.MANDATORY)
    void numberAll(Hash community) {
        while (number(community)) {}
    }

    /** Numbers what waits, a part of it if that is much; true if there is more. */
    @Transactional(TxType.MANDATORY)
    public boolean number(Hash community) {
        var tip = sql.first(
                        "select no, last_entry, last_block, head from ledger where community = ? for no key update",
                        row -> new Tip(row.getLong(1), row.getLong(2), row.getLong(3), new Hash(row.getBytes(4))),
                        community.hex())
                .orElseThrow(() -> new IllegalStateException("nobody told of the founding of " + community));
        var blocks = sql.all(
                "select no, root, moves from block where ledger = ? and number is null order by no limit ?",
                row -> new Block(row.getLong(1), new Hash(row.getBytes(2)), row.getInt(3)),
                tip.ledger,
                MOST_BLOCKS);
        if (blocks.isEmpty()) return false;
        var next = tip;
        var heads = new ArrayList<byte[]>();
        var firsts = new ArrayList<Long>();
        for (var block : blocks) {
            firsts.add(next.entry + 1);
            next = new Tip(tip.ledger, next.entry + block.moves, next.block + 1, head(next, block));
            heads.add(next.head.bytes());
        }
        write(tip, blocks, firsts, heads);
        sql.update(
                "update ledger set last_entry = ?, last_block = ?, head = ? where no = ?",
                next.entry,
                next.block,
                next.head.bytes(),
                next.ledger);
        tell(community, tip, next);
        return blocks.size() == MOST_BLOCKS;
    }

    /** What binds a block to everything before it. */
    private static Hash head(Tip before, Block block) {
        return JournalCheck.head(before.head, before.block + 1, before.entry + 1, block.root);
    }

    private void write(Tip tip, List<Block> blocks, List<Long> firsts, List<byte[]> heads) {
        sql.update(
                """
                update block set number = ? + place, first_entry = first, head = value
                from unnest(?, ?, ?) with ordinality as v (key, first, value, place) where no = key""",
                tip.block,
                blocks.stream().map(Block::no).toArray(Long[]::new),
                firsts.toArray(Long[]::new),
                heads.toArray(byte[][]::new));
    }

    private void tell(Hash community, Tip before, Tip after) {
        var posted = sql.all(
                """
                select t.id, b.first_entry + t.move, d.name, c.name, d.asset, t.amount, t.cause, t.at
                from block b join transfer t on t.block = b.no
                    join account d on d.no = t.debit join account c on c.no = t.credit
                where b.ledger = ? and b.number > ? and b.number <= ? and t.move is not null order by 2""",
                row -> new TransferPostedV1(
                        community.hex(),
                        new Hash(row.getBytes(1)).hex(),
                        row.getLong(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        AccountStore.counter(row, 6),
                        new Hash(row.getBytes(7)).hex(),
                        Sql.instant(row, 8)),
                before.ledger,
                before.block,
                after.block);
        var events = new ArrayList<Event>();
        for (int from = 0; from < posted.size(); from += MOST_ENTRIES)
            events.add(event(community, posted.subList(from, Math.min(posted.size(), from + MOST_ENTRIES))));
        if (!events.isEmpty()) outbox.addAll(events);
    }

    /** One movement is told by itself, many together. */
    private static Event event(Hash community, List<TransferPostedV1> posted) {
        if (posted.size() == 1) return posted.getFirst();
        return new TransfersPostedV1(
                community.hex(),
                posted.getFirst().number(),
                posted.stream().map(PostedEntry::of).toList());
    }
}
