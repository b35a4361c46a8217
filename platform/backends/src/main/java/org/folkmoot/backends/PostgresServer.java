// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A real PostgreSQL whose data stays in a folder. The postmaster is started directly, not by {@code pg_ctl}, so its
 * process is the {@link Child} that {@link #start()} returns. Nobody can log in as the superuser: the one role that can
 * log in owns the database {@code folkmoot} and nothing else.
 */
public final class PostgresServer {
    /** The database, and the role that owns it. */
    public static final String NAME = "folkmoot";

    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration LEFTOVER = Duration.ofSeconds(20);
    private static final List<String> DURABLE = List.of(
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "shared_buffers=128MB",
            "max_wal_size=2GB",
            "max_connections=150",
            "jit=off",
            "timezone=UTC",
            "log_timezone=UTC",
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=");

    // A session that gives the memory of each statement back to the system has it mapped anew for the next one, which
    // costs more than a short statement. So up to a mebibyte is kept.
    private static final Map<String, String> KEEPS_MEMORY =
            Map.of("MALLOC_TOP_PAD_", "524288", "MALLOC_TRIM_THRESHOLD_", "1048576");

    private final Path folder;
    private final int port;
    private final Path log;

    /** Describes a server that logs into its folder; nothing happens before {@link #start()}. */
    public PostgresServer(Path folder, int port) {
        this(folder, port, folder.resolve("postgres.log"));
    }

    /** Describes a server that logs to this file. */
    public PostgresServer(Path folder, int port, Path log) {
        this.folder = folder.toAbsolutePath().normalize();
        this.port = port;
        this.log = log;
    }

    /** Starts the server, after it has made the database when there is none, and stopped a leftover of this folder. */
    public Child start() {
        Folders.createPrivate(folder);
        var programs = PostgresBinaries.unpacked();
        if (!Files.exists(data())) create(programs);
        new Postmaster(data()).clear(LEFTOVER);
        var command = Unprivileged.command(programs.resolve("bin/postgres").toString(), "-D", data().toString());
        for (var setting : DURABLE) command.addAll(List.of("-c", setting));
        command.addAll(List.of("-c", "port=" + port));
        var plan = new Child.Plan("postgres", command, KEEPS_MEMORY, log, Signal.INT, STOP);
        return Child.start(plan, new Postmaster(data())::isReady);
    }

    /** The address with the role and its password, as the services take it; valid after the first start. */
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + NAME + "?user=" + NAME + "&password=" + password();
    }

    /** The server that runs on this folder now, whoever started it. */
    public Optional<RunningProcess> running() {
        return new Postmaster(data()).running();
    }

    /** Whether it accepts connections now. */
    public boolean isReady() {
        var postmaster = new Postmaster(data());
        return postmaster
                .running()
                .filter(server -> postmaster.isReady(server.pid()))
                .isPresent();
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String password() {
        try {
            return Files.readString(folder.resolve("password")).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Makes the database beside its final place and renames, so that a crash leaves either all of it or nothing. */
    private void create(Path programs) {
        var fresh = folder.resolve("data.new");
        Folders.delete(fresh);
        try {
            var password = newPassword();
            run(
                    Unprivileged.command(
                            programs.resolve("bin/initdb").toString(),
                            "--pgdata=" + fresh,
                            "--username=postgres",
                            "--auth-local=reject",
                            "--auth-host=scram-sha-256",
                            "--encoding=UTF8",
                            "--locale=C",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--data-checksums",
                            "--no-instructions"),
                    "");
            run(
                    Unprivileged.command(
                            programs.resolve("bin/postgres").toString(),
                            "--single",
                            "-D",
                            fresh.toString(),
                            "postgres"),
                    "create role %s login password '%s';%ncreate database %s owner %s;%ngrant pg_monitor to %s;%n"
                            .formatted(NAME, password, NAME, NAME, NAME));
            Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failure) {
            throw new BackendFailed("could not create the database in " + folder, failure);
        }
    }

    private String newPassword() throws IOException {
        var bytes = new byte[24];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        var file = folder.resolve("password");
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password + "\n");
        return password;
    }

    private void run(List<String> command, String input) throws IOException {
        var process = new ProcessBuilder(new ArrayList<>(command))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try (var in = process.outputWriter()) {
            in.write(input);
        }
        try {
            var code = process.waitFor();
            if (code != 0) throw new BackendFailed(command.getFirst() + " ended with code " + code + "; see " + log);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackendFailed("interrupted while creating the database", interrupted);
        }
    }
}
