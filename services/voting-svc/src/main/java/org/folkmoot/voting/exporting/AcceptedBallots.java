// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.exporting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;

/** The ballots of a poll by their numbers, so that any number of them can be read a piece at a time. */
@ApplicationScoped
class AcceptedBallots {
    private final Sql sql;

    AcceptedBallots(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Some ballots behind a number. */
    @Transactional(TxType.SUPPORTS)
    List<BallotView> after(long no, long number, int limit) {
        return sql.all("""
                select number, member, act, choice, power, accepted_at, not exists (
                    select 1 from ballot as later where later.poll_no = ballot.poll_no
                        and later.member = ballot.member and later.seq > ballot.seq)
                from ballot where poll_no = ? and number > ? order by number limit ?""", AcceptedBallots::view, no, number, limit);
    }

    private static BallotView view(ResultSet row) throws SQLException {
        return new BallotView(
                row.getLong(1),
                new Hash(row.getBytes(2)),
                new Hash(row.getBytes(3)),
                row.getString(4),
                row.getBigDecimal(5).toBigIntegerExact(),
                Sql.instant(row, 6),
                row.getBoolean(7));
    }
}
