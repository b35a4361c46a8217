// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** A town's ledger that somebody keeps locked, as a long decision does, until it is closed. */
record HeldLedger(Connection connection) implements AutoCloseable {
    static HeldLedger of(Town town, DataSource database) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement("select 1 from ledger where community = ? for update")) {
            lock.setString(1, town.community().hex());
            lock.execute();
        }
        return new HeldLedger(connection);
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) return;
        connection.rollback();
        connection.close();
    }
}
