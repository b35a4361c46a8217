// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Measures how long something takes. */
final class Stopwatch {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final long startedAt = System.nanoTime();

    long nanos() {
        return Math.max(1, System.nanoTime() - startedAt);
    }

    /** Seconds with three decimals. */
    BigDecimal seconds() {
        return seconds(nanos());
    }

    static BigDecimal seconds(long nanos) {
        return BigDecimal.valueOf(nanos / NANOS_PER_MILLI, 3).setScale(3, RoundingMode.UNNECESSARY);
    }

    /** How many a second that makes, rounded down. */
    static long perSecond(long count, long nanos) {
        return Math.multiplyExact(count, NANOS_PER_SECOND) / nanos;
    }
}
