// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class BackendsTest {
    @Test
    void aSecondResourceMeansTheSameServers() {
        var first = new Backends().start();

        var second = new Backends().start();

        assertThat(second).isEqualTo(first).containsKeys("JDBC", "KAFKA");
    }

    @Test
    void theDatabaseComesBackAtTheSameAddressAfterAKill() throws SQLException {
        execute("create table kept (word text)");

        Backends.postgres().kill();

        assertThatThrownBy(() -> execute("insert into kept values ('lost')")).isInstanceOf(SQLException.class);
        Backends.postgres().start();
        execute("insert into kept values ('found')");
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(Backends.jdbc());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
