// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/**
 * What is set aside for a proposal's actions, and how that stands.
 *
 * @param actions those for which it is, as they were told
 * @param detail why it could not be set aside, in a sentence; else nothing
 * @param at when it came to stand so
 */
public record Committed(String actions, Standing standing, String detail, Instant at) {

    /** How a commitment stands. */
    public enum Standing {
        /** The treasury was asked to set it aside. */
        DUE,
        /** It is set aside. */
        HELD,
        /** It could not be. */
        REFUSED,
        /** The proposal has ended, and what was left is free. */
        RELEASED
    }

    /** Whether the treasury has not answered yet. */
    public boolean outstanding() {
        return standing == Standing.DUE;
    }
}
