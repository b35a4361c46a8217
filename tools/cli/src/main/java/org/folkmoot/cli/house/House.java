// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.folkmoot.backends.BackendFailed;
import org.folkmoot.backends.Folders;
import org.folkmoot.backends.Leash;
import org.folkmoot.backends.RunningProcess;
import org.folkmoot.cli.client.Suite;

/**
 * The whole suite on one machine: PostgreSQL, Kafka and the services, each a process of its own that is started again
 * when it ends unexpectedly. It stops with the process that started it.
 */
public final class House implements AutoCloseable {
    private final Options options;
    private final Consumer<String> say;
    private final DataLock lock;
    private final Optional<Leash> leash;
    private final Programs programs;
    private final List<Supervised> backends;
    private final List<Supervised> services;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::close, "close-house");
    private volatile boolean started;

    private House(Options options, Consumer<String> say, DataLock lock) {
        this.options = options;
        this.say = say;
        this.lock = lock;
        leash = options.throwAway() ? Optional.of(Leash.take()) : Optional.empty();
        programs = new Programs(options);
        backends = programs.backends().stream().map(this::supervised).toList();
        services = programs.services().stream().map(this::supervised).toList();
    }

    /**
     * Starts everything and waits until it answers; {@code say} is told how it goes, now and later. Processes that a
     * killed supervisor left behind on the same data are stopped first.
     *
     * @throws AlreadyRuns when somebody runs the suite on this data
     */
    public static House start(Options options, Consumer<String> say) {
        var lock = DataLock.take(options.data()).orElseThrow(() -> new AlreadyRuns(options.data()));
        var house = open(options, say, lock);
        try {
            Runtime.getRuntime().addShutdownHook(house.hook);
            house.startAll();
            return house;
        } catch (BackendFailed failure) {
            throw new HouseFailed(failure.getMessage(), failure);
        } finally {
            if (!house.started) house.close();
        }
    }

    private static House open(Options options, Consumer<String> say, DataLock lock) {
        try {
            return new House(options, say, lock);
        } catch (HouseFailed failure) {
            lock.close();
            if (options.throwAway()) Folders.delete(options.data());
            throw failure;
        }
    }

    /** Where a service answers. */
    public URI url(String service) {
        return URI.create(named(service).program().url());
    }

    /** The addresses of all services. */
    public Suite suite() {
        return new Suite(url("identity"), url("proposals"), url("voting"), url("treasury"));
    }

    /** The PostgreSQL that the services use, with user and password. */
    public String jdbc() {
        return programs.jdbc();
    }

    /** The Kafka that the services use. */
    public String kafka() {
        return programs.kafka();
    }

    /** The file that a process writes its output to. */
    public Path log(String name) {
        return programs.log(name);
    }

    /** The folder with everything that lasts. */
    public Path data() {
        return options.data();
    }

    Ports ports() {
        return options.ports();
    }

    /** How everything is now. */
    public HouseStatus status() {
        return new HouseStatus(options.data(), all().map(House::part).toList());
    }

    /** The memory that all processes hold together. */
    public long rssMiB() {
        return status().rssMiB();
    }

    /** The process of this name, unless it is down. */
    public Optional<RunningProcess> process(String name) {
        return named(name).process();
    }

    /** Kills one process as a power cut would; it stays dead until {@link #restart}. */
    public void kill(String name) {
        named(name).kill();
    }

    /** Stops one process in order; it stays down until {@link #restart}. */
    public void stop(String name) {
        named(name).stop();
    }

    /** Stops one process if it runs, starts it again and waits until it answers. */
    public void restart(String name) {
        var one = named(name);
        one.stop();
        one.launch();
        one.awaitReady();
    }

    /** Waits until the house is closed. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
    }

    /** Lets everything go on without this process: {@code down} finds and stops it. To be followed by a close. */
    public void leave() {
        if (closing.getAndSet(true)) return;
        leash.ifPresent(Leash::close);
        lock.close();
        Hooks.remove(hook);
        closed.countDown();
        say("It goes on running. Stop it with ./folkmoot down --data " + options.data());
    }

    /** Stops the services, then Kafka, then PostgreSQL. Throw-away data is not stopped in order but thrown away. */
    @Override
    public void close() {
        if (closing.getAndSet(true)) return;
        if (options.throwAway()) {
            all().forEach(Supervised::kill);
        } else {
            if (all().anyMatch(one -> one.process().isPresent())) say.accept("Stopping …");
            Together.run(services, Supervised::stop);
            backends.reversed().forEach(Supervised::stop);
        }
        forget();
        lock.close();
        leash.ifPresent(Leash::close);
        if (options.throwAway()) Folders.delete(options.data());
        if (!Thread.currentThread().equals(hook)) Hooks.remove(hook);
        closed.countDown();
    }

    private void startAll() {
        var begin = System.nanoTime();
        Leftovers.stop(options.data(), say);
        PortOwner.refuseIfAny(all().map(Supervised::program).toList());
        startTogether(backends);
        startTogether(services);
        started = true;
        remember();
        say.accept("Everything is ready after " + seconds(begin) + " s.");
    }

    private void startTogether(List<Supervised> some) {
        var begin = System.nanoTime();
        Together.run(some, one -> {
            if (closing.get()) return;
            one.launch();
            one.awaitReady();
            say.accept("  %-10s ready after %d s, %s"
                    .formatted(
                            one.program().name(), seconds(begin), one.program().url()));
        });
    }

    /** Writes down who runs, after each start. */
    synchronized void remember() {
        if (closing.get()) return;
        var running = all().flatMap(one -> entry(one).stream()).toList();
        var self = RunningProcess.find(ProcessHandle.current().pid()).orElseThrow();
        new Run(self, started, running).write(options.data());
        leash.ifPresent(
                held -> held.hold(running.stream().map(Run.Entry::process).toList()));
    }

    private synchronized void forget() {
        Run.delete(options.data());
    }

    boolean isClosing() {
        return closing.get();
    }

    void say(String line) {
        say.accept(line);
    }

    private static Optional<Run.Entry> entry(Supervised one) {
        var program = one.program();
        return one.last()
                .map(process ->
                        new Run.Entry(program.name(), process, program.ports().getFirst(), program.url()));
    }

    private static HouseStatus.Part part(Supervised one) {
        var program = one.program();
        return HouseStatus.part(
                program.name(), one.process(), program.ports().getFirst(), program.url(), one.isReady());
    }

    private Supervised supervised(Program program) {
        return new Supervised(program, this);
    }

    private Supervised named(String name) {
        return all().filter(one -> one.program().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nothing here is called " + name));
    }

    private Stream<Supervised> all() {
        return Stream.concat(backends.stream(), services.stream());
    }

    private static long seconds(long since) {
        return Duration.ofNanos(System.nanoTime() - since).toSeconds();
    }
}
