// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.e2e.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.folkmoot.backends.FreePorts;
import org.folkmoot.cli.house.Home;

/** Runs {@code ./folkmoot} as a person does who has built it, with data, keys and ports of its own. */
record Script(Path folder, int portBase) {
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    /** The services, PostgreSQL, Kafka and its controller. */
    private static final List<Integer> PORTS = List.of(1, 2, 3, 4, 20, 30, 31);

    private static final Set<Integer> BASES = ConcurrentHashMap.newKeySet();

    /** How a command ended and what it said. */
    record Ended(int code, String out, String err) {
        Ended mustSucceed() {
            if (code != 0) throw new AssertionError("ended with " + code + "\n" + out + "\n" + err);
            return this;
        }

        String lastLine() {
            return out.strip().lines().reduce("", (_, last) -> last);
        }
    }

    static Script in(Path folder) {
        return new Script(folder, freeBase());
    }

    Path data() {
        return folder.resolve("data");
    }

    /** Runs a command of the script. */
    Ended run(String... words) {
        return run(folkmoot(words));
    }

    /** Runs any command with the environment of the script. */
    Ended run(List<String> command) {
        try {
            var out = Files.createTempFile(folder, "out", ".txt");
            var err = Files.createTempFile(folder, "err", ".txt");
            var process = builder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
                throw new AssertionError(command + " takes too long\n" + Files.readString(out) + Files.readString(err));
            }
            return new Ended(process.exitValue(), Files.readString(out), Files.readString(err));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new AssertionError(failure);
        }
    }

    /** Starts a command of the script and does not wait for it; what it says goes into a file. */
    Process start(Path says, String... words) {
        try {
            var command = new ArrayList<>(interruptible());
            command.addAll(folkmoot(words));
            return builder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(says.toFile())
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** What a shell runs in the background ignores Ctrl-C, and so does all that it starts, unless env takes it back. */
    private List<String> interruptible() {
        var env = List.of("env", "--default-signal=INT");
        return run(Stream.concat(env.stream(), Stream.of("true")).toList()).code() == 0 ? env : List.of();
    }

    /** Whether nobody listens on our ports any more. */
    boolean isSilent() {
        return PORTS.stream().allMatch(offset -> FreePorts.isFree(portBase + offset));
    }

    private ProcessBuilder builder(List<String> command) {
        var builder = new ProcessBuilder(command).directory(Home.find().toFile());
        var environment = builder.environment();
        environment.keySet().removeIf(name -> name.startsWith("FOLKMOOT_"));
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("FOLKMOOT_BUILT", "yes");
        environment.put("FOLKMOOT_DATA", data().toString());
        environment.put("FOLKMOOT_KEYS", folder.resolve("keys").toString());
        environment.put("FOLKMOOT_PORT_BASE", Integer.toString(portBase));
        return builder;
    }

    private static List<String> folkmoot(String... words) {
        var command = new ArrayList<>(List.of("./folkmoot"));
        command.addAll(List.of(words));
        return command;
    }

    /** Below the ports that throw-away suites take, and no other script's: each has a hundred for itself. */
    private static int freeBase() {
        return new Random()
                .ints(110, 200)
                .map(hundred -> hundred * 100)
                .filter(BASES::add)
                .filter(base -> PORTS.stream().allMatch(offset -> FreePorts.isFree(base + offset)))
                .findFirst()
                .orElseThrow();
    }
}
