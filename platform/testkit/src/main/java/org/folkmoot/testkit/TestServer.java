// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.folkmoot.backends.Child;
import org.folkmoot.backends.Leash;
import org.folkmoot.backends.RunningProcess;
import org.folkmoot.backends.Signal;

/** One of the servers that the tests of a JVM share. */
public final class TestServer {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    // What ./folkmoot gives a server, too.
    private static final Duration STOP = Duration.ofSeconds(30);

    private final Supplier<String> address;
    private final Supplier<Optional<RunningProcess>> running;
    private final Supplier<Child> starter;

    TestServer(Supplier<String> address, Supplier<Optional<RunningProcess>> running, Supplier<Child> starter) {
        this.address = address;
        this.running = running;
        this.starter = starter;
    }

    /** What clients connect to; stays the same over restarts. */
    public String address() {
        return address.get();
    }

    /** Ends it at once, as a power cut would. */
    public void kill() {
        running.get().ifPresent(RunningProcess::kill);
    }

    /** Stops it in order, without waiting for its clients. */
    public void stop() {
        running.get().ifPresent(process -> process.stop(Signal.INT, STOP));
    }

    /** Starts it again on the same data and port, unless it runs, and waits until it is ready. */
    public void start() {
        if (running.get().isEmpty()) launch().awaitReady(PATIENCE);
    }

    Child launch() {
        var child = starter.get();
        Leash.take().hold(List.of(child.process()));
        return child;
    }

    void awaitReady(Child child) {
        child.awaitReady(PATIENCE);
    }
}
