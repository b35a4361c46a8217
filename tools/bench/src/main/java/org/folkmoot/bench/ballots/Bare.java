// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

/**
 * What bare verifications of signatures cost at a moment, on a machine whose cores are now quicker and now slower.
 *
 * @param verify the processor time of one, V, in nanoseconds
 * @param perSecond how many all cores do in a second
 */
record Bare(long verify, long perSecond) {
    private static final int TURNS = 500;
    private static final long HALF_A_SECOND = 500_000_000;

    static Bare of(Work verify) {
        return new Bare(Work.cpuNanos(verify, TURNS), Work.perSecond(verify, HALF_A_SECOND));
    }

    /** What is between this moment and another. */
    Bare and(Bare other) {
        return new Bare((verify + other.verify) / 2, (perSecond + other.perSecond) / 2);
    }
}
