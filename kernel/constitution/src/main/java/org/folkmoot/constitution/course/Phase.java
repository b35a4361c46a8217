// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

/** Where a proposal stands. */
public enum Phase {
    /** It waits for its sponsors. */
    SPONSORING,
    /** Nobody can vote yet. */
    DELAYED,
    /** Ballots are taken. */
    VOTING,
    /** Ballots are taken, and the rules hold for now; if they go on to hold, it passes. */
    CONFIRMING,
    /** Only some choices are taken. */
    COOLING_OFF,
    /** It has passed and waits. */
    TIMELOCKED,
    /** It may be enacted. */
    EXECUTABLE,
    /** It was not sponsored, or not enacted, in time. */
    EXPIRED,
    /** It did not pass. */
    REJECTED
}
