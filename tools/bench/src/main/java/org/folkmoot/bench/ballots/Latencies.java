// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import java.util.Arrays;

/** How long many things took, in nanoseconds. */
final class Latencies {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final int PERCENT = 100;

    private long[] nanos = new long[1_024];
    private int size;
    private boolean sorted;

    void add(long took) {
        if (size == nanos.length) nanos = Arrays.copyOf(nanos, 2 * size);
        nanos[size++] = took;
        sorted = false;
    }

    int size() {
        return size;
    }

    /** The time, in microseconds, that this share of them did not exceed. */
    long micros(int percent) {
        if (size == 0) return 0;
        if (!sorted) Arrays.sort(nanos, 0, size);
        sorted = true;
        return nanos[(int) Math.min(size - 1L, (long) size * percent / PERCENT)] / NANOS_PER_MICRO;
    }
}
