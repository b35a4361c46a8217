// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ledger;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.folkmoot.bench.Program;

/** The benchmark that comes with PostgreSQL, run against the server of the suite in a schema of its own. */
final class PgBench {
    private static final Pattern TPS = Pattern.compile("tps = ([0-9]+)");
    private static final String SCHEMA = "pgbench";
    private static final int SCALE = 10;

    private final URI server;
    private final String user;
    private final String password;

    private PgBench(URI server, String user, String password) {
        this.server = server;
        this.user = user;
        this.password = password;
    }

    /** Makes its tables; nothing if it is not installed. */
    static Optional<PgBench> on(String jdbc) {
        if (!Files.isExecutable(Path.of("/usr/bin/pgbench"))) return Optional.empty();
        var url = URI.create(jdbc.substring("jdbc:".length()));
        var bench = new PgBench(url, parameter(url, "user"), parameter(url, "password"));
        bench.run(List.of("psql", "-c", "create schema " + SCHEMA));
        bench.run(List.of("pgbench", "-i", "-q", "-s", String.valueOf(SCALE)));
        return Optional.of(bench);
    }

    /** What the server says about its durability. */
    String durability() {
        return run(List.of("psql", "-At", "-c", "show fsync", "-c", "show synchronous_commit"))
                .replace("\n", "/");
    }

    /** Transactions of TPC-B's kind a second. */
    long perSecond(int clients, int seconds) {
        var said =
                run(List.of("pgbench", "-n", "-c", String.valueOf(clients), "-j", "2", "-T", String.valueOf(seconds)));
        var match = TPS.matcher(said);
        if (!match.find()) throw new IllegalStateException(said);
        return Long.parseLong(match.group(1));
    }

    private String run(List<String> words) {
        var command = new ArrayList<>(words);
        command.addAll(1, List.of("-h", server.getHost(), "-p", String.valueOf(server.getPort()), "-U", user));
        var program = new ProcessBuilder(command);
        program.environment().put("PGPASSWORD", password);
        program.environment().put("PGDATABASE", server.getPath().substring(1));
        program.environment().put("PGOPTIONS", "-c search_path=" + SCHEMA);
        return Program.said(program);
    }

    private static String parameter(URI url, String name) {
        for (var part : url.getQuery().split("&", -1))
            if (part.startsWith(name + "=")) return part.substring(name.length() + 1);
        throw new IllegalArgumentException("no " + name + " in the address of the database");
    }
}
