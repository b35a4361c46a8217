// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A process of this machine, told apart by its birth from a later process that was given the same number.
 *
 * @param birth the kernel's start time: clock ticks since boot on Linux, milliseconds since 1970 elsewhere
 */
public record RunningProcess(long pid, long birth) {
    private static final Duration POLL = Duration.ofMillis(20);
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    /** Finds the process that has this number now. */
    public static Optional<RunningProcess> find(long pid) {
        return birthOf(pid).map(birth -> new RunningProcess(pid, birth));
    }

    /** Whether this very process still runs. */
    public boolean isAlive() {
        return birthOf(pid).filter(now -> now == birth).isPresent();
    }

    /** Asks the process to stop and kills it, with everything that it started, when it has not done so in time. */
    public void stop(Signal signal, Duration patience) {
        if (isAlive()) send(signal);
        if (!ended(patience)) kill();
    }

    /** Ends the process and everything that it started, at once and without asking. */
    public void kill() {
        if (!isAlive()) return;
        var handle = ProcessHandle.of(pid);
        var offspring = handle.stream()
                .flatMap(ProcessHandle::descendants)
                .map(child -> find(child.pid()))
                .flatMap(Optional::stream)
                .toList();
        if (isAlive()) handle.ifPresent(ProcessHandle::destroyForcibly);
        ended(AFTER_KILL);
        offspring.forEach(RunningProcess::kill);
    }

    /** Waits until the process has ended; false when it still runs after that time. */
    public boolean ended(Duration atMost) {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (isAlive()) {
            if (System.nanoTime() - deadline > 0) return false;
            pause();
        }
        return true;
    }

    /** The memory that the process and its children hold, in bytes; pages that they share are counted once. */
    public Optional<Long> memory() {
        if (!isAlive()) return Optional.empty();
        var offspring = ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid)
                .toList();
        if (offspring.isEmpty()) return Memory.resident(pid);
        var family = new java.util.ArrayList<>(offspring);
        family.add(pid);
        return Memory.shared(List.copyOf(family));
    }

    private void pause() {
        var handle = ProcessHandle.of(pid);
        if (handle.isEmpty()) return;
        try {
            handle.get().onExit().get(POLL.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            // The caller looks again and knows its deadline.
        } catch (ExecutionException failure) {
            throw new BackendFailed("could not wait for process " + pid, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackendFailed("interrupted while waiting for process " + pid, interrupted);
        }
    }

    /** Java itself can only send TERM and KILL. */
    private void send(Signal signal) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new BackendFailed("could not signal process " + pid, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BackendFailed("interrupted while stopping process " + pid, interrupted);
        }
    }

    private static Optional<Long> birthOf(long pid) {
        var stat = Path.of("/proc", Long.toString(pid), "stat");
        try {
            return Files.exists(Path.of("/proc/self/stat"))
                    ? ticks(Files.readString(stat))
                    : ProcessHandle.of(pid)
                            .filter(ProcessHandle::isAlive)
                            .flatMap(handle -> handle.info().startInstant())
                            .map(Instant::toEpochMilli);
        } catch (IOException _) {
            return Optional.empty(); // it ended while we looked
        }
    }

    /** The fields after the name, which is in parentheses and may itself hold spaces and parentheses. */
    private static Optional<Long> ticks(String stat) {
        var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        var ended = fields[0].equals("Z") || fields[0].equals("X");
        return ended ? Optional.empty() : Optional.of(Long.parseLong(fields[19]));
    }
}
