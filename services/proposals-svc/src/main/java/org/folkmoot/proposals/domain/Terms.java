// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What submission fixes for good: the poll, its window, and how long a passed proposal waits, lasts and may be retried.
 *
 * @param stage which stage it is in, counted from 1
 */
public record Terms(String poll, Window window, Duration timelock, Duration expires, int retries, int stage) {
    public Terms {
        if (timelock.isNegative() || !expires.isPositive() || retries < 0 || stage < 1)
            throw new IllegalArgumentException("no such terms: " + timelock + ", " + expires + ", " + retries);
    }

    /** The terms of a first stage. */
    public Terms(String poll, Window window, Duration timelock, Duration expires, int retries) {
        this(poll, window, timelock, expires, retries, 1);
    }

    /** Refuses what may only be done before anybody can have voted, in this stage or in one before. */
    void requireUnvoted(Instant now) {
        if (stage > 1 || window.begunAt(now)) throw new Refused(new Refusal.VotingBegun(window.opensAt()));
    }

    /** The same terms with a poll that closes at another moment. */
    public Terms closing(Instant closesAt) {
        return new Terms(poll, new Window(window.opensAt(), closesAt), timelock, expires, retries, stage);
    }

    /** Orders the actions of a passed proposal, counted from the decision. */
    public Mandate mandate(Instant decidedAt, List<Integer> actions) {
        var eta = decidedAt.plus(timelock);
        return new Mandate(eta, eta.plus(expires), actions, retries);
    }
}
