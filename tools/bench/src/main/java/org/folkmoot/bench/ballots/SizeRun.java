// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import java.util.Optional;
import java.util.function.Consumer;
import org.folkmoot.backends.RunningProcess;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.house.House;

/**
 * A poll of one size from its first ballot to its decision, with a live subscriber attached.
 *
 * @param first the first ten thousand ballots
 * @param last the last ten thousand, where there are more
 * @param visibleEarly how long ballots of the first lot were accepted before the subscriber saw them
 * @param readEarly how long a read of the live result took after the first lot
 * @param grown what voting-svc grew by between the two lots, in bytes
 * @param closeNanos from the deadline to the decision
 * @param closeCpu the processor time of all processes in between, in microseconds
 */
record SizeRun(
        int size,
        Lot first,
        Lot last,
        Latencies visibleEarly,
        Latencies visibleLate,
        Latencies readEarly,
        Latencies readLate,
        long grown,
        long closeNanos,
        long closeCpu) {
    static final int WINDOW = 10_000;
    private static final int READS = 300;

    static SizeRun of(House house, Api api, Work verify, int size, long periodSeconds, Consumer<String> say) {
        var moot = new Moot(api, house.suite(), new Voters(size, size), periodSeconds);
        say.accept("  " + size + " members are registered, the poll is open until " + moot.closesAt());
        try (var ballots = moot.ballots();
                var live = new Listeners(house.url("voting"), moot.poll(), 1)) {
            var booth = new Booth(house, moot, ballots, verify, say);
            booth.rest();
            var first = booth.streamed("first", 0, WINDOW);
            var visible = live.since(first.answers(), 0);
            var read = reads(moot);
            var memory = memory(house);
            var last = first;
            if (size > WINDOW) {
                if (size > 2 * WINDOW) booth.streamed("middle", WINDOW, size - WINDOW);
                last = booth.streamed("last", size - WINDOW, size);
            }
            var late = size > WINDOW ? live.since(last.answers(), size - WINDOW) : visible;
            var readLate = size > WINDOW ? reads(moot) : read;
            var grown = memory(house) - memory;
            say.accept("  " + size + " ballots are in; waiting for the deadline");
            var idle = moot.untilDeadline(() -> Booth.cpu(house));
            var took = moot.awaitDecision(size);
            var cpu =
                    Booth.cpu(house).since(idle).without(booth.resting(), took).total();
            return new SizeRun(size, first, last, visible, late, read, readLate, grown, took, cpu);
        }
    }

    private static Latencies reads(Moot moot) {
        var latencies = new Latencies();
        for (var read = 0; read < READS; read++) {
            var from = System.nanoTime();
            moot.tally();
            latencies.add(System.nanoTime() - from);
        }
        return latencies;
    }

    private static long memory(House house) {
        return house.process("voting").flatMap(RunningProcess::memory).orElse(0L);
    }

    /** What voting-svc grew by per ballot that came after the first lot. */
    Optional<Long> grownPerBallot() {
        return size > WINDOW ? Optional.of(grown / (size - WINDOW)) : Optional.empty();
    }
}
