// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.Fresh.Replaced;

/** Ballots with what each of them replaced, in the order in which they were accepted. */
@ApplicationScoped
public class FreshBallots {
    private static final String OF_ONE = """
            select ballot.poll_no, ballot.number, ballot.accepted_at, ballot.choice, ballot.power,
                old.choice as old_choice, old.power as old_power, ballot.member, ballot.seq < 0 as on_paper,
                old.seq < 0 as old_on_paper
            from ballot left join lateral (
                select choice, power, seq from ballot as earlier
                where earlier.poll_no = ballot.poll_no and earlier.member = ballot.member and earlier.seq < ballot.seq
                order by earlier.seq desc limit 1) as old on true
            where ballot.poll_no = ? and ballot.number > ?""";

    private final Sql sql;

    FreshBallots(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Gives every ballot of some polls behind the number that is known of each, polls of one moment by their numbers. */
    void each(Map<Long, Long> known, Consumer<Fresh> consumer) {
        var parameters = new ArrayList<Object>();
        known.forEach((no, number) -> {
            parameters.add(no);
            parameters.add(number);
        });
        // Of a single poll the index gives the order; only several have to be sorted.
        var query = known.size() == 1
                ? OF_ONE + " order by ballot.number"
                : String.join(" union all ", Collections.nCopies(known.size(), OF_ONE))
                        + " order by accepted_at, poll_no, number";
        sql.each(query, FreshBallots::fresh, consumer, parameters.toArray());
    }

    private static Fresh fresh(ResultSet row) throws SQLException {
        var old = row.getString(6);
        return new Fresh(
                row.getLong(1),
                row.getLong(2),
                new Hash(row.getBytes(8)),
                Sql.instant(row, 3),
                row.getString(4),
                Sql.whole(row, 5),
                row.getBoolean(9),
                old == null ? Optional.empty() : Optional.of(new Replaced(old, Sql.whole(row, 7), row.getBoolean(10))));
    }
}
