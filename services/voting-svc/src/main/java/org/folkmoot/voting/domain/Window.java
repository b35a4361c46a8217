// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Instant;

/** When a poll takes ballots: from the first moment on, and no longer at the second. */
public record Window(Instant opensAt, Instant closesAt) {
    public Window {
        if (!opensAt.isBefore(closesAt))
            throw new IllegalArgumentException("opens at " + opensAt + ", but closes at " + closesAt);
    }

    /** Says whether a moment lies before the window. */
    public boolean isAhead(Instant now) {
        return now.isBefore(opensAt);
    }

    /** Says whether a moment lies behind the window. */
    public boolean isOver(Instant now) {
        return !now.isBefore(closesAt);
    }
}
