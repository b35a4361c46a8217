// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.folkmoot.testkit.Backends;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A replica of a new version starts while a transaction of an old one holds a table that the new one changes. */
@QuarkusTest
@TestProfile(MigrationLocksTest.NewVersion.class)
class MigrationLocksTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SCHEMA = "contended";

    @Inject
    AgroalDataSource database;

    @Test
    void aMigrationThatFindsATableHeldKeepsNobodyWaitingAndIsTriedAgain() throws SQLException {
        given().get("/health/live").then().statusCode(200);
        given().get("/health/ready").then().statusCode(503);
        // Longer than a wait and a pause together, so some of these come while the migration waits.
        for (int i = 0; i < 20; i++) read();
        assertThat(columns()).isEqualTo(2);

        OldReplica.end();

        await().atMost(PATIENCE).until(() -> given().get("/health/ready").statusCode() == 200);
        assertThat(columns()).isEqualTo(3);
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery("show lock_timeout")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("0");
        }
    }

    /** Reads as an old replica does; who has to wait for longer than a migration may is told so by an exception. */
    private static void read() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute("set statement_timeout = '3s'");
            statement.execute("select count(*) from sample");
            statement.execute("select pg_sleep(0.2)");
        }
    }

    private static int columns() throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "select count(*) from information_schema.columns where table_name = 'sample' and table_schema = '"
                                + SCHEMA + "'")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(Backends.jdbc() + "&currentSchema=" + SCHEMA);
    }

    /** Has one migration more, in a schema of its own. */
    public static final class NewVersion implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(OldReplica.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "folkmoot.service",
                    SCHEMA,
                    "quarkus.flyway.locations",
                    "db/platform,db/migration,db/contended",
                    "folkmoot.migrations.lock-wait",
                    "PT1S");
        }
    }

    /** Made the tables as they were before, and is in the middle of a transaction. */
    public static final class OldReplica implements QuarkusTestResourceLifecycleManager {
        private static @Nullable Connection transaction;

        @Override
        public Map<String, String> start() {
            var settings = new Backends().start();
            Flyway.configure()
                    .dataSource(Backends.jdbc(), null, null)
                    .defaultSchema(SCHEMA)
                    .schemas(SCHEMA)
                    .createSchemas(true)
                    .outOfOrder(true)
                    .locations("db/platform", "db/migration")
                    .load()
                    .migrate();
            try {
                var reading = connect();
                reading.setAutoCommit(false);
                reading.createStatement().execute("select count(*) from sample");
                transaction = reading;
            } catch (SQLException e) {
                throw new SqlFailure(e);
            }
            return settings;
        }

        static void end() throws SQLException {
            var reading = transaction;
            if (reading != null) reading.close();
        }

        @Override
        public void stop() {}
    }
}
