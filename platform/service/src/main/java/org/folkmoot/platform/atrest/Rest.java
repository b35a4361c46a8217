// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.atrest;

/** Tells once when a process comes to rest: twice in a row it has had little of a processor, and before that more. */
final class Rest {
    /** One part of a core in so many is little. */
    private static final long LITTLE = 10;

    private static final int QUIET_LOOKS = 2;

    private long cpu;
    private long time;
    private int quiet;

    /** Begins while the process is busy with its start. */
    Rest(long cpuNanos, long nanoTime) {
        cpu = cpuNanos;
        time = nanoTime;
    }

    /** Leaves out what was done since the last look because of the rest: it is not what ends it. */
    void leaveOut(long cpuNanos, long nanoTime) {
        cpu = cpuNanos;
        time = nanoTime;
    }

    /** Whether it has just come to rest, after a look at the processor time that it has had so far. */
    boolean begins(long cpuNanos, long nanoTime) {
        var isQuiet = Math.multiplyExact(cpuNanos - cpu, LITTLE) < nanoTime - time;
        cpu = cpuNanos;
        time = nanoTime;
        quiet = isQuiet ? Math.min(quiet, QUIET_LOOKS) + 1 : 0;
        return quiet == QUIET_LOOKS;
    }
}
