// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.folkmoot.record.Hash;

/** A town's ledger that somebody keeps locked, as a long decision does, until it is closed. */
record HeldLedger(Connection connection) implements AutoCloseable {
    static HeldLedger of(Town town, DataSource database) throws SQLException {
        var connection = database.getConnection();
        connection.setAutoCommit(false);
        try (var lock = connection.prepareStatement("select 1 from ledger where community = ? for no key update")) {
            lock.setString(1, town.community().hex());
            lock.execute();
        }
        return new HeldLedger(connection);
    }

    /** Returns when somebody waits for what is locked here. */
    void awaitWaiting() {
        Awaitility.await().until(() -> {
            try (var asked = connection.createStatement();
                    var rows = asked.executeQuery("select exists (select from pg_stat_activity"
                            + " where pg_backend_pid() = any (pg_blocking_pids(pid)))")) {
                return rows.next() && rows.getBoolean(1);
            }
        });
    }

    /** Locks the row of a table, too, and says whether there is one; fails if somebody else has it. */
    boolean locks(String row, Hash... named) throws SQLException {
        try (var lock = connection.prepareStatement("select 1 from " + row + " for update nowait")) {
            for (var i = 0; i < named.length; i++) lock.setBytes(i + 1, named[i].bytes());
            return lock.executeQuery().next();
        }
    }

    @Override
    public void close() throws SQLException {
        if (connection.isClosed()) return;
        connection.rollback();
        connection.close();
    }
}
