// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.folkmoot.backends.BackendFailed;
import org.folkmoot.backends.Child;
import org.folkmoot.backends.RunningProcess;
import org.jspecify.annotations.Nullable;

/** A program that is started again when it ends without having been told to, with growing pauses, and not for ever. */
final class Supervised {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STEADY = Duration.ofMinutes(1);
    private static final int TRIES = 5;

    private final Program program;
    private final House house;

    private @Nullable Child child;
    private boolean wanted;
    private boolean answered;
    private int failures;
    private long startedAt;

    Supervised(Program program, House house) {
        this.program = program;
        this.house = house;
    }

    Program program() {
        return program;
    }

    /** Starts it without waiting for it to answer. */
    void launch() {
        start();
        house.remember();
    }

    void awaitReady() {
        var current = current();
        if (current == null) return;
        try {
            current.awaitReady(PATIENCE);
        } catch (BackendFailed failure) {
            if (current.isAlive()) throw failure;
            throw PortOwner.taken(program, current.lastLines())
                    .map(sentence -> new BackendFailed(sentence, failure))
                    .orElse(failure);
        }
        synchronized (this) {
            answered = true;
        }
    }

    Optional<RunningProcess> process() {
        return Optional.ofNullable(current()).filter(Child::isAlive).map(Child::process);
    }

    /** The process that was started last, whether it still runs or not. */
    Optional<RunningProcess> last() {
        return Optional.ofNullable(current()).map(Child::process);
    }

    boolean isReady() {
        return process().isPresent() && program.ready().getAsBoolean();
    }

    /** Stops it, and leaves it stopped. */
    void stop() {
        unwanted().ifPresent(Child::close);
    }

    /** Kills it, and leaves it dead. */
    void kill() {
        unwanted().ifPresent(Child::kill);
    }

    private synchronized @Nullable Child current() {
        return child;
    }

    private synchronized Optional<Child> unwanted() {
        wanted = false;
        return Optional.ofNullable(child);
    }

    private synchronized void start() {
        if (house.isClosing()) return;
        wanted = true;
        startedAt = System.nanoTime();
        var started = program.starter().get();
        child = started;
        var _ = started.ended().thenAcceptAsync(this::onEnd);
    }

    /** An end before the first answer is for {@link #awaitReady} to report: it will not be better the second time. */
    private synchronized void onEnd(Child ended) {
        if (!wanted || !answered || ended != child) return;
        var ran = Duration.ofNanos(System.nanoTime() - startedAt);
        if (ran.compareTo(STEADY) > 0) failures = 0;
        var lines = ended.lastLines();
        tryAgain(
                program.name() + " ended with code " + ended.exitCode().orElse(-1),
                PortOwner.taken(program, lines).map(" "::concat).orElse(lines));
    }

    private synchronized void tryAgain(String what, String details) {
        failures++;
        if (failures >= TRIES) {
            wanted = false;
            house.say(what + ", " + failures + " times in a row; it stays down until the suite is started again."
                    + details);
            return;
        }
        var pause = 1L << (failures - 1);
        house.say(what + "; it is started again in " + pause + " s.");
        CompletableFuture.delayedExecutor(pause, TimeUnit.SECONDS).execute(this::startAgain);
    }

    private void startAgain() {
        try {
            synchronized (this) {
                if (!wanted) return;
                start();
            }
        } catch (BackendFailed failure) {
            tryAgain(program.name() + " could not be started", " " + failure.getMessage());
            return;
        }
        house.remember();
        try {
            awaitReady();
            house.say(program.name() + " is ready again.");
        } catch (BackendFailed failure) {
            if (process().isPresent()) house.say(failure.getMessage()); // if it ended, that is told elsewhere
        }
    }
}
