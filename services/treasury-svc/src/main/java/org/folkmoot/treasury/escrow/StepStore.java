// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** What was asked of escrows, and what became of it, for good. */
@ApplicationScoped
class StepStore {
    private static final String COLUMNS = """
            select s.id, s.escrow, s.what, s.asked, s.credit, s.amount, s.reason, s.detail, s.at, s.no
            from escrow_step s join ledger l on l.no = s.ledger where l.community = ?\s""";

    private final Sql sql;

    StepStore(DataSource database) {
        this.sql = new Sql(database);
    }

    /**
     * What was asked under an id, and what became of it.
     *
     * @param asked all of it, as canonical JSON
     * @param paid what was moved, if anything was
     * @param refused why nothing happened, if nothing did
     */
    record Taken(
            Hash id,
            Hash escrow,
            String what,
            String asked,
            Optional<Paid> paid,
            Optional<Why> refused,
            Instant at,
            long no) {}

    /** An amount in minor units, and the account that it went to. */
    record Paid(String to, BigInteger amount) {}

    /** The stable name of a reason, and the same as a sentence. */
    record Why(String reason, String detail) {}

    Optional<Taken> find(Hash community, Hash id) {
        return sql.first(COLUMNS + "and s.id = ?", StepStore::taken, community.hex(), id.bytes());
    }

    /** What was done about one escrow, the latest first. */
    List<Taken> page(Hash community, Hash escrow, long before, int limit) {
        return sql.all(
                COLUMNS + "and s.escrow = ? and s.no < ? and s.reason is null order by s.no desc limit ?",
                StepStore::taken,
                community.hex(),
                escrow.bytes(),
                before,
                limit);
    }

    void insert(Hash community, Taken taken) {
        sql.update(
                """
                insert into escrow_step (ledger, id, escrow, what, asked, credit, amount, reason, detail, at)
                select no, ?, ?, ?, ?, ?, ?::numeric, ?, ?, ? from ledger where community = ?""",
                taken.id.bytes(),
                taken.escrow.bytes(),
                taken.what,
                taken.asked,
                taken.paid.map(Paid::to),
                taken.paid.map(paid -> new BigDecimal(paid.amount())),
                taken.refused.map(Why::reason),
                taken.refused.map(Why::detail),
                taken.at,
                community.hex());
    }

    private static Taken taken(ResultSet row) throws SQLException {
        var to = Optional.ofNullable(row.getString(5));
        var amount = Optional.ofNullable(row.getBigDecimal(6)).map(BigDecimal::toBigIntegerExact);
        var reason = Optional.ofNullable(row.getString(7));
        var detail = Optional.ofNullable(row.getString(8));
        return new Taken(
                new Hash(row.getBytes(1)),
                new Hash(row.getBytes(2)),
                row.getString(3),
                row.getString(4),
                to.flatMap(account -> amount.map(moved -> new Paid(account, moved))),
                reason.flatMap(name -> detail.map(sentence -> new Why(name, sentence))),
                Sql.instant(row, 9),
                row.getLong(10));
    }
}
