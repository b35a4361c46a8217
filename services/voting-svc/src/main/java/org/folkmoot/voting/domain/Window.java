// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.domain;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.record.Hash;

/** When a poll takes ballots: from the first moment on, and no longer at the second. */
public record Window(Instant opensAt, Instant closesAt) {
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    public Window {
        if (!opensAt.isBefore(closesAt))
            throw new IllegalArgumentException("opens at " + opensAt + ", but closes at " + closesAt);
    }

    /** Says whether a moment lies before the window. */
    public boolean isAhead(Instant now) {
        return now.isBefore(opensAt);
    }

    /** Why a poll takes no ballot at a moment, if its row is in this state; nothing if it takes some. */
    public Optional<Refusal> shut(Hash poll, Optional<String> state, Instant now) {
        if (isOver(now) || state.filter(CLOSED::equals).isPresent())
            return Optional.of(new Refusal.BallotLate(poll, closesAt));
        return state.filter(OPEN::equals).isPresent() ? Optional.empty() : Optional.of(new Refusal.PollCancelled(poll));
    }

    /** Says whether a moment lies behind the window. */
    public boolean isOver(Instant now) {
        return !now.isBefore(closesAt);
    }
}
