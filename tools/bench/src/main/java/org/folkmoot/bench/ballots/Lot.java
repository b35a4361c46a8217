// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import org.folkmoot.bench.Cpu;

/**
 * Ballots that were sent in one way, and what they cost until the last of them was told to the others.
 *
 * @param bare what bare verifications cost just before and after
 */
record Lot(String name, Answers answers, Cpu cpu, Bare bare) {
    private static final long NANOS_PER_MICRO = 1_000;

    /** The processor time of all processes of the suite per ballot, in nanoseconds. */
    long nanosPerBallot() {
        return perBallot(cpu.total());
    }

    /** So many microseconds of processor time, in nanoseconds per ballot. */
    long perBallot(long micros) {
        return micros * NANOS_PER_MICRO / Math.max(1, answers.received());
    }
}
