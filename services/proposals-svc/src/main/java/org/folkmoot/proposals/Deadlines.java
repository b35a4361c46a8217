// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;

/** Which proposals have a deadline behind them that nobody has acted on; this is asked several times a second. */
@ApplicationScoped
public class Deadlines {
    private final Sql sql;

    Deadlines(DataSource database) {
        this.sql = new Sql(database);
    }

    /** Lists some of them, those that wait longest first. */
    public List<String> due(Instant now, int limit) {
        return sql.all(
                "select proposal from schedule where due_at <= ? group by proposal order by min(due_at) limit ?",
                row -> row.getString(1),
                now,
                limit);
    }
}
