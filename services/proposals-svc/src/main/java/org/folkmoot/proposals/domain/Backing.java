// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/**
 * The members who put their names to a proposal before it is voted on.
 *
 * @param body the body that they are of
 * @param needed how many it takes
 * @param found how many have signed
 * @param until when their time is over; this instant is not part of it
 */
public record Backing(String body, int needed, int found, Instant until) {
    public Backing {
        if (found < 0 || needed < 1 || found > needed)
            throw new IllegalArgumentException("no such backing: " + found + " of " + needed);
    }

    /** Is true as soon as nobody else is needed. */
    public boolean enough() {
        return found == needed;
    }

    /** Counts one sponsor more. */
    public Backing another() {
        return new Backing(body, needed, found + 1, until);
    }
}
