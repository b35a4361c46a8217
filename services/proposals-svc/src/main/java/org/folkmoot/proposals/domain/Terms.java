// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What submission fixes for good: the poll, its window, and how long a passed proposal waits, lasts and may be retried. */
public record Terms(String poll, Window window, Duration timelock, Duration expires, int retries) {
    public Terms {
        if (timelock.isNegative() || !expires.isPositive() || retries < 0)
            throw new IllegalArgumentException("no such terms: " + timelock + ", " + expires + ", " + retries);
    }

    /** The same terms with a poll that closes at another moment. */
    public Terms closing(Instant closesAt) {
        return new Terms(poll, new Window(window.opensAt(), closesAt), timelock, expires, retries);
    }

    /** Orders the actions of a passed proposal, counted from the decision. */
    public Mandate mandate(Instant decidedAt, List<Integer> actions) {
        var eta = decidedAt.plus(timelock);
        return new Mandate(eta, eta.plus(expires), actions, retries);
    }
}
