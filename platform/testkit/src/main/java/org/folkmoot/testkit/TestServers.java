// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.folkmoot.backends.Child;
import org.folkmoot.backends.Folders;
import org.folkmoot.backends.FreePorts;
import org.folkmoot.backends.KafkaServer;
import org.folkmoot.backends.Leash;
import org.folkmoot.backends.PostgresServer;

/** The one pair of servers of this JVM. */
record TestServers(TestServer postgres, TestServer kafka) {
    private static final String PLACE = "org.folkmoot.testkit.servers";
    private static final int KAFKA_HEAP = 256;

    /** Finds them where every copy of this class looks, or starts them. */
    static TestServers shared() {
        var properties = System.getProperties();
        synchronized (properties) {
            if (properties.get(PLACE) == null) properties.put(PLACE, startAll());
            return of(properties.get(PLACE));
        }
    }

    @SuppressWarnings("unchecked") // only startAll puts something there
    private static TestServers of(Object place) {
        var servers = (List<Map.Entry<String, Consumer<String>>>) place;
        return new TestServers(server(servers.get(0)), server(servers.get(1)));
    }

    private static TestServer server(Map.Entry<String, Consumer<String>> entry) {
        return new TestServer(entry.getKey(), entry.getValue());
    }

    private static List<Map.Entry<String, Consumer<String>>> startAll() {
        var folder = temporaryFolder();
        var ports = FreePorts.take(3);
        var postgres = new PostgresServer(folder.resolve("postgres"), ports.get(0));
        var kafka = new KafkaServer(folder.resolve("kafka"), ports.get(1), ports.get(2));
        var leash = Leash.take();
        var broker = new Remote(() -> kafka.start(KAFKA_HEAP));
        var database = new Remote(postgres::start);
        var all = List.of(broker, database);
        all.forEach(Remote::launch);
        all.forEach(Remote::await);
        Runnable hold = () -> leash.hold(
                all.stream().map(remote -> remote.child.get().process()).toList());
        hold.run();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(all, folder), "end-backends"));
        return List.of(
                Map.entry(postgres.jdbcUrl(), database.andThen(_ -> hold.run())),
                Map.entry(kafka.bootstrap(), broker.andThen(_ -> hold.run())));
    }

    private static void end(List<Remote> all, Path folder) {
        all.forEach(remote -> remote.accept("kill"));
        Folders.delete(folder);
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("folkmoot-test");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Does to a child what a word says. */
    private static final class Remote implements Consumer<String> {
        private static final Duration PATIENCE = Duration.ofMinutes(2);

        private final Supplier<Child> starter;
        private final AtomicReference<Child> child = new AtomicReference<>();

        Remote(Supplier<Child> starter) {
            this.starter = starter;
        }

        @Override
        public void accept(String word) {
            switch (word) {
                case "kill" -> child.get().kill();
                case "stop" -> child.get().close();
                case "start" -> {
                    if (child.get().isAlive()) return;
                    launch();
                    await();
                }
                default -> throw new IllegalArgumentException(word);
            }
        }

        void launch() {
            child.set(starter.get());
        }

        void await() {
            child.get().awaitReady(PATIENCE);
        }
    }
}
