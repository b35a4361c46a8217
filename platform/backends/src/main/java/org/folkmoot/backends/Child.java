// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A server that this process started: it has a session of its own, and its output goes to a file. */
public final class Child implements AutoCloseable {
    private static final Duration FIRST_POLL = Duration.ofMillis(20);
    private static final Duration LONGEST_POLL = Duration.ofMillis(300);
    /** Java hears of an end a moment after the kernel knows it. */
    private static final Duration REAPED = Duration.ofSeconds(10);

    private static final int LINES_SHOWN = 15;

    /**
     * What to start.
     *
     * @param environment added to the environment of this process
     * @param patience how long a stop may take before the process is killed
     */
    public record Plan(
            String name,
            List<String> command,
            Map<String, String> environment,
            Path log,
            Signal stop,
            Duration patience) {
        public Plan {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    private final Plan plan;
    private final Process process;
    private final RunningProcess running;
    private final BooleanSupplier ready;

    private Child(Plan plan, Process process, RunningProcess running, BooleanSupplier ready) {
        this.plan = plan;
        this.process = process;
        this.running = running;
        this.ready = ready;
    }

    /** Starts it; {@code ready} is asked with its process number and must be cheap. */
    public static Child start(Plan plan, Readiness ready) {
        try {
            var builder = new ProcessBuilder(inItsOwnSession(plan.command()));
            builder.environment().putAll(plan.environment());
            builder.redirectErrorStream(true);
            builder.redirectOutput(ProcessBuilder.Redirect.appendTo(plan.log().toFile()));
            var process = builder.start();
            process.getOutputStream().close();
            var pid = process.pid();
            var running = RunningProcess.find(pid).orElse(new RunningProcess(pid, -1));
            return new Child(plan, process, running, () -> ready.of(pid));
        } catch (IOException failure) {
            throw new BackendFailed(
                    "could not start " + plan.name() + " (" + plan.command().getFirst() + ")", failure);
        }
    }

    /** Tells whether a server answers. */
    @FunctionalInterface
    public interface Readiness {
        /** Whether the server with this process number is ready now. */
        boolean of(long pid);
    }

    /** What the server is called. */
    public String name() {
        return plan.name();
    }

    /** The process, as others may find it again later. */
    public RunningProcess process() {
        return running;
    }

    /** Whether it runs. */
    public boolean isAlive() {
        return process.isAlive();
    }

    /** Whether it runs and answers. */
    public boolean isReady() {
        return isAlive() && ready.getAsBoolean();
    }

    /** The code that it ended with, or nothing while it runs. */
    public OptionalInt exitCode() {
        return isAlive() ? OptionalInt.empty() : OptionalInt.of(process.exitValue());
    }

    /** Completes when it has ended. */
    public CompletableFuture<Child> ended() {
        return process.onExit().thenApply(_ -> this);
    }

    /** Waits until it answers; refuses with the end of its log when it ends before that or takes too long. */
    public void awaitReady(Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        for (var pause = FIRST_POLL; !ready.getAsBoolean(); pause = longer(pause)) {
            if (endsWithin(pause))
                throw new BackendFailed(
                        name() + " ended with code " + process.exitValue() + " before it was ready." + lastLines());
            if (System.nanoTime() - deadline > 0)
                throw new BackendFailed(name() + " was not ready after " + atMost.toSeconds() + " s." + lastLines());
        }
    }

    /** Stops it, and kills it when it takes too long. */
    @Override
    public void close() {
        running.stop(plan.stop(), plan.patience());
        endsWithin(REAPED);
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        running.kill();
        endsWithin(REAPED);
    }

    /** The end of its log, for a message. */
    public String lastLines() {
        try (var lines = Files.lines(plan.log())) {
            var all = lines.toList();
            var last = all.subList(Math.max(0, all.size() - LINES_SHOWN), all.size());
            return " The end of " + plan.log() + ":\n  " + String.join("\n  ", last);
        } catch (IOException | java.io.UncheckedIOException _) {
            return " Its log is " + plan.log() + ".";
        }
    }

    /** Asks often at first and seldom later: some servers write a line for each question that they cannot answer. */
    private static Duration longer(Duration pause) {
        var longer = pause.multipliedBy(3).dividedBy(2);
        return longer.compareTo(LONGEST_POLL) < 0 ? longer : LONGEST_POLL;
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackendFailed("interrupted while waiting for " + name(), interrupted);
        }
    }

    /**
     * Ctrl-C in a terminal reaches every process of the session, but the servers must stop one after the other. setsid
     * becomes the command that it is given, so the process number stays the one that Java knows.
     */
    private static List<String> inItsOwnSession(List<String> command) {
        var setsid = Path.of("/usr/bin/setsid");
        if (!Files.isExecutable(setsid)) return command;
        var whole = new ArrayList<>(List.of(setsid.toString()));
        whole.addAll(command);
        return whole;
    }
}
