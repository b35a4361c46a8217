// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import java.net.URI;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.folkmoot.bench.Cpu;
import org.folkmoot.cli.house.House;

/** Sends ballots of one poll to the suite and reads what that costs. */
final class Booth {
    private static final long STEP_NANOS = 300_000_000;
    private static final long QUIET_MICROS = 30_000;
    private static final int MOST_STEPS = 100;
    private static final int REST_SECONDS = 5;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private static final List<String> PROCESSES =
            List.of("voting", "postgres", "kafka", "identity", "proposals", "treasury");

    private final House house;
    private final Moot moot;
    private final SignedBallots ballots;
    private final Consumer<String> say;
    private final Work verify;
    private Cpu resting = Cpu.NOTHING;

    Booth(House house, Moot moot, SignedBallots ballots, Work verify, Consumer<String> say) {
        this.verify = verify;
        this.say = say;
        this.house = house;
        this.moot = moot;
        this.ballots = ballots;
    }

    /** The processor time that the suite has had so far, and that of the threads of voting-svc. */
    static Cpu cpu(House house) {
        return Cpu.now(house, PROCESSES);
    }

    /** Sends ballots one per request, as fast as they are answered or at a pace. */
    Lot single(String name, int connections, int from, int to, long perSecond) {
        try (var load = new SingleLoad(voting(), moot.poll(), ballots, connections)) {
            return measured(name, () -> load.send(from, to, perSecond));
        }
    }

    /** Sends ballots as lines. */
    Lot streamed(String name, int from, int to) {
        return measured(name, () -> new StreamLoad(voting(), moot.poll(), ballots).send(from, to));
    }

    URI voting() {
        return house.url("voting");
    }

    private Lot measured(String name, Supplier<Answers> sending) {
        var earlier = Bare.of(verify);
        var before = cpu(house);
        var from = System.nanoTime();
        var answers = sending.get();
        settle();
        var cpu = cpu(house).since(before).without(resting, System.nanoTime() - from);
        var lot = new Lot(name, answers, cpu, earlier.and(Bare.of(verify)));
        say.accept("  " + name + ": " + answers.perSecond() + " ballots a second, "
                + Report.micros(lot.nanosPerBallot()) + " µs of processor time each");
        return lot;
    }

    /** Looks for some seconds how much the suite takes while nothing happens: nobody should pay for that. */
    void rest() {
        settle();
        var before = cpu(house);
        LockSupport.parkNanos(REST_SECONDS * NANOS_PER_SECOND);
        resting = cpu(house).since(before).split(REST_SECONDS);
        say.accept(
                "  at rest all processes together take " + resting.total() / 1_000 + " ms of processor time a second");
    }

    /** What the suite takes in a second in which nothing happens. */
    Cpu resting() {
        return resting;
    }

    /** Waits until nobody tells anybody about ballots any more. */
    void settle() {
        var before = cpu(house);
        for (var step = 0; step < MOST_STEPS; step++) {
            LockSupport.parkNanos(STEP_NANOS);
            var now = cpu(house);
            var since = now.since(before);
            if (since.of("kafka") + since.of("proposals") < QUIET_MICROS && since.threads("outbox-relay") == 0) return;
            before = now;
        }
    }
}
