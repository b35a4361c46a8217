// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.backends.Folders;
import org.folkmoot.backends.FreePorts;
import org.folkmoot.backends.KafkaServer;
import org.folkmoot.backends.PostgresServer;

/**
 * The one pair of servers of this JVM. Quarkus loads this class more than once, so a system property of the JVM says
 * where the servers are, and what they are doing is read from their folder.
 */
record TestServers(TestServer postgres, TestServer kafka) {
    private static final String PLACE = "org.folkmoot.testkit.servers";
    private static final int KAFKA_HEAP = 256;

    /** Finds the servers, or starts them. */
    static TestServers shared() {
        synchronized (Runtime.getRuntime()) { // the one object that every copy of this class has
            return Optional.ofNullable(System.getProperty(PLACE))
                    .map(place -> at(List.of(place.split("\\|"))))
                    .orElseGet(TestServers::startAll);
        }
    }

    /** A folder and three ports. */
    private static TestServers at(List<String> place) {
        var folder = Path.of(place.getFirst());
        var ports = place.stream().skip(1).map(Integer::parseInt).toList();
        var postgres = new PostgresServer(folder.resolve("postgres"), ports.get(0));
        var kafka = new KafkaServer(folder.resolve("kafka"), ports.get(1), ports.get(2));
        return new TestServers(
                new TestServer(postgres::jdbcUrl, postgres::running, postgres::start),
                new TestServer(kafka::bootstrap, kafka::running, () -> kafka.start(KAFKA_HEAP)));
    }

    private static TestServers startAll() {
        var folder = temporaryFolder();
        var place = Stream.concat(Stream.of(folder), FreePorts.take(3).stream())
                .map(Object::toString)
                .toList();
        var servers = at(place);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> servers.end(folder), "end-backends"));
        var kafka = servers.kafka.launch();
        var postgres = servers.postgres.launch();
        servers.postgres.awaitReady(postgres);
        servers.kafka.awaitReady(kafka);
        System.setProperty(PLACE, place.stream().collect(Collectors.joining("|")));
        return servers;
    }

    private void end(Path folder) {
        postgres.kill();
        kafka.kill();
        Folders.delete(folder);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("folkmoot-test");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
