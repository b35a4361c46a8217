// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/** The voting period: open from {@code opensAt} on, closed from {@code closesAt} on. */
public record Window(Instant opensAt, Instant closesAt) {
    public Window {
        if (!opensAt.isBefore(closesAt)) throw new IllegalArgumentException("no time to vote: " + opensAt);
    }

    /** Is true from the opening on, the opening included. */
    public boolean begunAt(Instant now) {
        return !now.isBefore(opensAt);
    }
}
