// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Suites without services, and a look into their database. */
final class Suites {
    private Suites() {}

    static Options backendsOn(Path data) {
        return new Options(data, data, Ports.free(), List.of(), false, Optional.empty(), Optional.empty(), Map.of());
    }

    static void keepRow(String jdbc) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbc);
                var statement = connection.createStatement()) {
            statement.execute("create table kept (word text)");
            statement.execute("insert into kept values ('acknowledged')");
        }
    }

    static String keptRow(String jdbc) throws SQLException {
        try (var connection = DriverManager.getConnection(jdbc);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select word from kept")) {
            rows.next();
            return rows.getString(1);
        }
    }
}
