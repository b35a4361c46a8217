// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.backends.Child;
import org.folkmoot.backends.PostgresServer;
import org.folkmoot.backends.RunningProcess;
import org.folkmoot.backends.Signal;
import org.folkmoot.cli.Folkmoot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledSupervisorTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    /** Runs a house without services until it is killed. */
    static final class Supervisor {
        public static void main(String[] args) throws InterruptedException {
            var data = Path.of(args[0]);
            var options = Suites.backendsOn(data);
            var throwAway = new Options(
                    data, data, options.ports(), List.of(), true, options.jdbc(), options.kafka(), Map.of());
            try (var house = House.start(args[1].equals("lasting") ? options : throwAway, System.out::println)) {
                house.awaitClosed();
            }
        }
    }

    @Test
    void theNextHouseStopsWhatWasLeftAndFindsTheData() throws Exception {
        var data = folder.resolve("data");
        var supervisor = supervisor(data, "lasting");
        var left = Run.read(data).orElseThrow().processes();
        Suites.keepRow(
                new PostgresServer(data.resolve("postgres"), left.getFirst().port()).jdbcUrl());
        killOnly(supervisor);
        assertThat(left).allMatch(entry -> entry.process().isAlive());

        try (var house = House.start(Suites.backendsOn(data), _ -> {})) {

            assertThat(left).noneMatch(entry -> entry.process().isAlive());
            assertThat(Suites.keptRow(house.jdbc())).isEqualTo("acknowledged");
        }
    }

    @Test
    void downStopsWhatWasLeft() {
        var data = folder.resolve("data");
        var supervisor = supervisor(data, "lasting");
        var left = Run.read(data).orElseThrow().processes();
        killOnly(supervisor);

        var code = Folkmoot.commandLine().execute("down", "--data", data.toString());

        assertThat(code).isZero();
        assertThat(left).noneMatch(entry -> entry.process().isAlive());
        assertThat(Run.read(data)).isEmpty();
    }

    @Test
    void serversWithThrowAwayDataDieWithTheirSupervisor() {
        var data = folder.resolve("data");
        var supervisor = supervisor(data, "throw-away");
        var left = Run.read(data).orElseThrow().processes();

        killOnly(supervisor);

        assertThat(left).allMatch(entry -> entry.process().ended(PATIENCE));
    }

    private Child supervisor(Path data, String kind) {
        var command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx64m",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                Supervisor.class.getName(),
                data.toString(),
                kind);
        var plan = new Child.Plan("supervisor", command, Map.of(), folder.resolve("log"), Signal.TERM, PATIENCE);
        var child = Child.start(
                plan,
                _ -> Files.exists(data) && Run.read(data).filter(Run::started).isPresent());
        child.awaitReady(PATIENCE);
        return child;
    }

    /** Not its children, which is what a kill -9 from outside does. */
    private static void killOnly(Child supervisor) {
        ProcessHandle.of(supervisor.process().pid()).ifPresent(ProcessHandle::destroyForcibly);
        assertThat(supervisor.process()).matches(process -> process.ended(PATIENCE));
        assertThat(RunningProcess.find(supervisor.process().pid())).isEmpty();
    }
}
