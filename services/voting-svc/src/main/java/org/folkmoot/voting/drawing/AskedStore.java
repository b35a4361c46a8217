// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** The tables of actions that asked for a draw: all of them, and those that have no answer yet. */
@ApplicationScoped
class AskedStore {
    private final Sql sql;

    AskedStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Notes that an action asked for a draw; false if it did before. */
    @Transactional(TxType.MANDATORY)
    boolean note(Hash enactment, Instant at) {
        return sql.update(
                        "insert into draw_order (enactment, asked_at) values (?, ?) on conflict do nothing",
                        enactment.bytes(),
                        at)
                == 1;
    }

    /** Keeps an action, which brings no number, until it has an answer. */
    @Transactional(TxType.MANDATORY)
    void add(Asked asked) {
        var order = asked.order();
        sql.update(
                """
                insert into draw_ask (enactment, community, proposal, action_index, attempt, action, asked_at,
                    constitution, position, place)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
                order.enactment().bytes(),
                order.community().bytes(),
                order.proposal().bytes(),
                order.actionIndex(),
                order.attempt(),
                asked.action(),
                asked.at(),
                asked.constitution().bytes(),
                asked.position(),
                asked.place());
    }

    /** Takes the row lock of the one that has waited longest, passing over those that somebody works on. */
    @Transactional(TxType.MANDATORY)
    Optional<Asked> lockNext(Collection<Long> except) {
        return sql.first("""
                select no, community, proposal, enactment, action_index, attempt, action, asked_at, constitution, position,
                    place
                from draw_ask where no <> all (?) order by no limit 1 for update skip locked""", AskedStore::asked, (Object) except.toArray(Long[]::new));
    }

    /** It has its answer. */
    @Transactional(TxType.MANDATORY)
    void remove(long no) {
        sql.update("delete from draw_ask where no = ?", no);
    }

    private static Asked asked(ResultSet row) throws SQLException {
        return new Asked(
                row.getLong(1),
                new Order(
                        new Hash(row.getBytes(2)),
                        new Hash(row.getBytes(3)),
                        new Hash(row.getBytes(4)),
                        row.getInt(5),
                        row.getInt(6)),
                row.getString(7),
                Sql.instant(row, 8),
                new Hash(row.getBytes(9)),
                row.getLong(10),
                row.getLong(11));
    }
}
