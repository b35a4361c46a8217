// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Hold;

/** Reads what is set aside. */
@ApplicationScoped
public class HoldStore {
    /** The columns of a hold {@code h} between the accounts {@code d} and {@code c}, as {@link #hold(ResultSet)} reads them. */
    static final String COLUMNS = "h.id, d.name, c.name, d.asset, h.amount, h.settled, h.deadline, h.state";

    private final Sql sql;

    HoldStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * A hold, and what it follows from.
     *
     * @param cause the hash of the proposal or act that asked for it
     */
    public record Kept(Hold hold, Hash cause) {}

    /** What is set aside at a moment, by deadline and name, after such a one. */
    public List<Kept> page(Hash community, Instant now, Instant deadline, Hash after, int limit) {
        return sql.all("""
                select %s, t.cause
                from ledger l join hold h on h.ledger = l.no join account d on d.no = h.debit join account c on c.no = h.credit
                    join transfer t on t.ledger = h.ledger and t.id = h.id and t.leg = 0
                where l.community = ? and h.state = 'held' and h.deadline > ? and (h.deadline, h.id) > (?, ?)
                order by h.deadline, h.id limit ?""".formatted(COLUMNS), HoldStore::kept, community.hex(), now, deadline, after.bytes(), limit);
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(hold(row), new Hash(row.getBytes(9)));
    }

    static Hold hold(ResultSet row) throws SQLException {
        return new Hold(
                new Hash(row.getBytes(1)),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                Sql.whole(row, 5),
                Sql.whole(row, 6),
                Sql.instant(row, 7),
                Hold.State.valueOf(row.getString(8).toUpperCase(Locale.ROOT)));
    }
}
