// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.backends.FreePorts;

/** Finds out from /proc which process listens on a port; does not know where there is no /proc. */
final class PortOwner {
    private static final String LISTENING = "0A";

    /** What PostgreSQL, Kafka and the services say when they cannot listen. */
    private static final Pattern IN_USE =
            Pattern.compile("already in use|already bound|BindException", Pattern.CASE_INSENSITIVE);

    /** From here on the system lends ports to outgoing connections, unless it is told otherwise. */
    private static final int LENT = 32_768;

    private PortOwner() {}

    /** Refuses when somebody else listens where one of these programs wants to. */
    static void refuseIfAny(List<Program> programs) {
        for (var program : programs) program.ports().forEach(port -> refuseIfUsed(port, program.name()));
    }

    private static void refuseIfUsed(int port, String program) {
        used(port, program).ifPresent(sentence -> {
            throw new HouseFailed(sentence);
        });
    }

    private static Optional<String> used(int port, String program) {
        if (FreePorts.isFree(port)) return Optional.empty();
        return Optional.of("Port " + port + ", which " + program + " needs, is in use"
                + of(port).map(" by "::concat).orElse("")
                + ". Stop that, or choose other ports with --port-base.");
    }

    /** Why a program that ended could not listen, in a sentence: somebody took its port after it was looked at. */
    static Optional<String> taken(Program program, String lastLines) {
        return program.ports().stream()
                .flatMap(port -> used(port, program.name()).stream())
                .findFirst()
                .or(() -> Optional.of("A port that " + program.name() + " needs ("
                                + program.ports().stream().map(String::valueOf).collect(Collectors.joining(", "))
                                + ") was in use when it started, and is free again: a connection had it. Start the suite"
                                + " again, or choose ports below " + LENT + " with --port-base.")
                        .filter(_ -> IN_USE.matcher(lastLines).find()));
    }

    /** Words for a message, such as "java (process 4711)". */
    private static Optional<String> of(int port) {
        var sockets = Stream.of("tcp", "tcp6")
                .flatMap(table -> lines(Path.of("/proc/net", table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(fields ->
                        fields.length > 9 && fields[1].endsWith(":%04X".formatted(port)) && fields[3].equals(LISTENING))
                .map(fields -> "socket:[" + fields[9] + "]")
                .collect(Collectors.toSet());
        return sockets.isEmpty()
                ? Optional.empty()
                : ProcessHandle.allProcesses()
                        .filter(process -> holds(process.pid(), sockets))
                        .findFirst()
                        .map(PortOwner::words);
    }

    private static boolean holds(long pid, Set<String> sockets) {
        try (var descriptors = Files.list(Path.of("/proc", Long.toString(pid), "fd"))) {
            return descriptors.anyMatch(descriptor -> sockets.contains(target(descriptor)));
        } catch (IOException | UncheckedIOException _) {
            return false; // it ended, or it is not ours to look at
        }
    }

    private static String target(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException _) {
            return "";
        }
    }

    private static Stream<String> lines(Path table) {
        try {
            return Files.exists(table) ? Files.readAllLines(table).stream() : Stream.empty();
        } catch (IOException _) {
            return Stream.empty();
        }
    }

    private static String words(ProcessHandle process) {
        var name = process.info()
                .command()
                .map(command -> Path.of(command).getFileName().toString())
                .orElse("a process");
        return name + " (process " + process.pid() + ")";
    }
}
