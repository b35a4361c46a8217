// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

class PostgresServerTest {
    @TempDir
    Path folder;

    PostgresServer server;
    Child child;

    @BeforeEach
    void startServer() {
        server = new PostgresServer(folder, FreePorts.take(1).getFirst());
        start();
    }

    @AfterEach
    void killServer() {
        child.kill();
    }

    @Test
    void aCommittedRowSurvivesAKill() throws SQLException {
        execute("create table kept (word text)");
        execute("insert into kept values ('acknowledged')");

        child.kill();
        start();

        assertThat(query("select word from kept")).isEqualTo("acknowledged");
    }

    @Test
    void aCommittedRowSurvivesAStop() throws SQLException {
        execute("create table kept (word text)");
        execute("insert into kept values ('acknowledged')");

        child.close();
        start();

        assertThat(query("select word from kept")).isEqualTo("acknowledged");
    }

    @Test
    void aSecondStartStopsTheServerThatRanOnTheFolder() throws SQLException {
        var leftover = child;

        start();

        assertThat(leftover.isAlive()).isFalse();
        assertThat(query("select 'open'")).isEqualTo("open");
    }

    @Test
    void aNumberThatAnotherProcessHasNowDoesNotStandInTheWay() throws Exception {
        child.kill();
        var file = folder.resolve("data/postmaster.pid");
        var lines = Files.readAllLines(file);
        lines.set(0, Long.toString(ProcessHandle.current().pid()));
        Files.write(file, lines);

        start();

        assertThat(query("select 'open'")).isEqualTo("open");
    }

    @Test
    void acknowledgedMeansOnTheDisk() throws SQLException {
        assertThat(query("show fsync")).isEqualTo("on");
        assertThat(query("show synchronous_commit")).isEqualTo("on");
        assertThat(query("show full_page_writes")).isEqualTo("on");
        assertThat(query("show data_checksums")).isEqualTo("on");
    }

    @Test
    void onlyTheOwnerOfTheDatabaseMayLogInAndOnlyWithThePassword() throws Exception {
        var stranger = server.jdbcUrl().replaceAll("password=.*", "password=guess");
        var superuser = server.jdbcUrl().replace("user=folkmoot", "user=postgres");

        assertThatThrownBy(() -> DriverManager.getConnection(stranger)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> DriverManager.getConnection(superuser)).isInstanceOf(SQLException.class);
        assertThat(query("select rolsuper::text from pg_roles where rolname = current_user"))
                .isEqualTo("false");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("password"))))
                .isEqualTo("rw-------");
    }

    @Test
    void itsMemoryIsKnown() {
        assertThat(child.process().memory())
                .hasValueSatisfying(bytes -> assertThat(bytes).isBetween(5_000_000L, 400_000_000L));
    }

    @Test
    void aSessionKeepsTheMemoryOfItsStatements() throws Exception {
        var arrays = "select count(*) from unnest(" + String.join(", ", Collections.nCopies(24, "'{1,2,3}'::int[]"))
                + ") as t where random() < 2";
        try (var connection = connect();
                var statement = connection.prepareStatement(arrays)) {
            var session = connection.unwrap(PGConnection.class).getBackendPID();
            for (int i = 0; i < 50; i++) statement.execute();
            var before = pagesMapped(session);

            for (int i = 0; i < 100; i++) statement.execute();

            assertThat(pagesMapped(session) - before).isLessThan(100);
        }
    }

    private static long pagesMapped(int process) throws IOException {
        var line = Files.readString(Path.of("/proc", Integer.toString(process), "stat"));
        return Long.parseLong(line.substring(line.lastIndexOf(')') + 2).split(" ")[7]);
    }

    private void start() {
        child = server.start();
        child.awaitReady(Duration.ofMinutes(1));
    }

    private void execute(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (var connection = connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(server.jdbcUrl());
    }
}
