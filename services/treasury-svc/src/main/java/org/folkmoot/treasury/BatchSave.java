// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.folkmoot.platform.data.SqlFailure;

/** Writes what a batch changed whose accounts are locked, in one statement: see {@link BatchStatement}. */
@ApplicationScoped
class BatchSave {
    private final DataSource database;

    BatchSave(DataSource database) {
        this.database = database;
    }

    /**
     * Writes rows, what is different in accounts and holds, and the acts that asked for it. All accounts have their numbers.
     * Returns the number of the transaction, if anything was written.
     */
    Optional<String> save(BatchLoad.Loaded loaded, List<Leaf> rows, List<SignedOrders> acts, Instant now) {
        try (var connection = database.getConnection()) {
            var statement = new BatchStatement(connection, loaded.ledger(), now);
            statement.rows(rows, loaded.numbers());
            statement.accounts(loaded.books().changed(), loaded.numbers());
            statement.holds(loaded.books().held(), loaded.numbers());
            statement.acts(acts);
            if (statement.isEmpty()) return Optional.empty();
            try (var done = statement.run("select pg_current_xact_id()::xid::text")) {
                return Optional.of(text(done.getResultSet()));
            }
        } catch (SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static String text(ResultSet rows) throws SQLException {
        try (rows) {
            rows.next();
            return rows.getString(1);
        }
    }
}
