// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;

/**
 * A real Kafka, broker and controller in one, whose data stays in a folder. An acknowledged record is on the disk: the
 * log is flushed before every answer. Topics are made by those who write to them, never by accident.
 */
public final class KafkaServer {
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration LEFTOVER = Duration.ofSeconds(20);

    private final Path folder;
    private final int port;
    private final int controllerPort;
    private final Path log;

    /** Describes a server that logs into its folder; nothing happens before it is started. */
    public KafkaServer(Path folder, int port, int controllerPort) {
        this(folder, port, controllerPort, folder.resolve("kafka.log"));
    }

    /** Describes a server that logs to this file when it is a process of its own. */
    public KafkaServer(Path folder, int port, int controllerPort, Path log) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
        this.controllerPort = controllerPort;
        this.log = log;
    }

    /** Runs the server until it is told to stop: the program of the child that {@link #start} starts. */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) throw new IllegalArgumentException("usage: KafkaServer FOLDER PORT CONTROLLER-PORT");
        var server = new KafkaServer(Path.of(args[0]), Integer.parseInt(args[1]), Integer.parseInt(args[2]));
        Folders.createPrivate(server.folder);
        Quiet.onlyWarnings();
        var self = RunningProcess.find(ProcessHandle.current().pid()).orElseThrow();
        Files.writeString(server.note(), self.pid() + " " + self.birth() + " starting\n");
        var broker = server.open();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::shutdown, "stop"));
        Files.writeString(server.note(), self.pid() + " " + self.birth() + " ready\n");
        broker.awaitShutdown();
    }

    /** Starts it inside this process; its {@code shutdown} stops it. */
    public KafkaRaftServer open() {
        var config = write(KafkaSettings.of(folder.resolve("log"), port, controllerPort));
        if (!Files.exists(folder.resolve("log/meta.properties"))) format(config);
        var broker = new KafkaRaftServer(
                KafkaConfig.fromProps(KafkaSettings.of(folder.resolve("log"), port, controllerPort), false),
                Time.SYSTEM);
        broker.startup();
        return broker;
    }

    /** Starts it as a process of its own with that much heap, after it has stopped a leftover of this folder. */
    public Child start(int heapMiB) {
        Folders.createPrivate(folder);
        clear();
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var command = List.of(
                java,
                "-Xmx" + heapMiB + "m",
                "-Xms64m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-cp",
                System.getProperty("java.class.path"),
                KafkaServer.class.getName(),
                folder.toString(),
                Integer.toString(port),
                Integer.toString(controllerPort));
        return Child.start(new Child.Plan("kafka", command, Map.of(), log, Signal.TERM, STOP), this::isReady);
    }

    /** What clients connect to. */
    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** The child that runs on this folder now, whoever started it. */
    public Optional<RunningProcess> running() {
        var words = noted();
        return words.size() == 3
                ? Optional.of(new RunningProcess(Long.parseLong(words.get(0)), Long.parseLong(words.get(1))))
                        .filter(RunningProcess::isAlive)
                : Optional.empty();
    }

    /** Whether the child that runs on this folder answers now. */
    public boolean isReady() {
        return running().filter(server -> isReady(server.pid())).isPresent();
    }

    private Path note() {
        return folder.resolve("process");
    }

    private boolean isReady(long pid) {
        var words = noted();
        return words.size() == 3
                && words.get(0).equals(Long.toString(pid))
                && words.get(2).equals("ready");
    }

    /** Process number, birth and state of the child that was started last. */
    private List<String> noted() {
        try {
            return Files.exists(note())
                    ? List.of(Files.readString(note()).strip().split(" "))
                    : List.of();
        } catch (IOException failure) {
            throw new BackendFailed("could not read " + note(), failure);
        }
    }

    private void clear() {
        running().ifPresent(leftover -> leftover.stop(Signal.TERM, LEFTOVER));
        try {
            Files.deleteIfExists(note());
        } catch (IOException failure) {
            throw new BackendFailed("could not delete " + note(), failure);
        }
    }

    private void format(Path config) {
        var out = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        var code = StorageTool.execute(
                new String[] {
                    "format", "--ignore-formatted", "-t", Uuid.randomUuid().toString(), "-c", config.toString()
                },
                out);
        if (code != 0) throw new BackendFailed("could not format Kafka's storage in " + folder);
    }

    private Path write(Properties settings) {
        var file = Folders.createPrivate(folder).resolve("server.properties");
        try (var out = Files.newBufferedWriter(file)) {
            settings.store(out, "Written at every start; changes are lost.");
            return file;
        } catch (IOException failure) {
            throw new BackendFailed("could not write " + file, failure);
        }
    }
}
