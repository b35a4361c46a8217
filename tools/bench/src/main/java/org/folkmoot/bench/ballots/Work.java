// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/** Something that is done again and again in this process, to see what it costs. */
interface Work {
    /** Does it once; the result keeps the compiler from leaving it out. */
    int once(int turn);

    /** The processor time that it takes, in nanoseconds: the median of several rounds. */
    static long cpuNanos(Work work, int turns) {
        var rounds = new long[7];
        for (var round = -3; round < rounds.length; round++) {
            var threads = ManagementFactory.getThreadMXBean();
            var from = threads.getCurrentThreadCpuTime();
            Sink.result = IntStream.range(0, turns).map(work::once).sum();
            if (round >= 0) rounds[round] = (threads.getCurrentThreadCpuTime() - from) / turns;
        }
        Arrays.sort(rounds);
        return Math.max(1, rounds[rounds.length / 2]);
    }

    /** How often a second all cores together do it. */
    static long perSecond(Work work, long forNanos) {
        var done = new AtomicLong();
        var from = System.nanoTime();
        IntStream.range(0, Runtime.getRuntime().availableProcessors())
                .parallel()
                .forEach(_ -> {
                    for (var turn = 0; System.nanoTime() - from < forNanos; turn++) {
                        Sink.result = work.once(turn);
                        done.incrementAndGet();
                    }
                });
        return done.get() * 1_000_000_000L / (System.nanoTime() - from);
    }

    /** Where results go. */
    final class Sink {
        private static volatile int result;

        private Sink() {}
    }
}
