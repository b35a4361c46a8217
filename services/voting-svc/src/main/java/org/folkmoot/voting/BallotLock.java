// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

/** The advisory lock of whoever adds ballots: numbers are in the order of the commits. */
public final class BallotLock {
    /** Any number that nobody else locks. */
    public static final long KEY = 0x666d5f62616c6cL;

    private BallotLock() {}
}
