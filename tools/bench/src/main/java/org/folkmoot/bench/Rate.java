// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;

/** How often a second something was done on one core: the median of several runs that took turns with the others. */
record Rate(String name, long perSecond) {
    private static final int ROUNDS = 7;
    private static final long WARM_UP_NANOS = 700_000_000;
    private static final long ROUND_NANOS = 250_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** Something to be done again and again. Its result keeps the compiler from leaving it out. */
    interface Work {
        int once(int turn);
    }

    record Named(String name, int unitsPerTurn, Work work) {}

    /** Measures all of them in turns, so that a busy moment of the machine hits them alike. */
    static Rate[] sideBySide(Named... works) {
        for (var work : works) measure(work, WARM_UP_NANOS);
        var rates = new long[works.length][ROUNDS];
        for (var round = 0; round < ROUNDS; round++) {
            for (var work = 0; work < works.length; work++) rates[work][round] = measure(works[work], ROUND_NANOS);
        }
        var medians = new Rate[works.length];
        for (var work = 0; work < works.length; work++) {
            Arrays.sort(rates[work]);
            medians[work] = new Rate(works[work].name(), rates[work][ROUNDS / 2]);
        }
        return medians;
    }

    private static volatile int sink;

    private static long measure(Named work, long forNanos) {
        var from = System.nanoTime();
        var turns = 0;
        var result = 0;
        while (System.nanoTime() - from < forNanos) result ^= work.work().once(turns++);
        sink = result;
        return (long) turns * work.unitsPerTurn() * NANOS_PER_SECOND / (System.nanoTime() - from);
    }

    /** Prints a table: each rate and what it is of the first one. */
    static void print(PrintStream out, String title, Rate... rates) {
        out.println(title);
        for (var rate : rates) {
            var ratio = BigDecimal.valueOf(rate.perSecond())
                    .divide(BigDecimal.valueOf(Math.max(1, rates[0].perSecond())), 3, RoundingMode.HALF_EVEN);
            out.println(String.format(Locale.ROOT, "  %-46s %12d /s   ratio %s", rate.name(), rate.perSecond(), ratio));
        }
    }
}
