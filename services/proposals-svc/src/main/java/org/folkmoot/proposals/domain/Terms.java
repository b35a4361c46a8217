// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/**
 * What submission fixes for good: the poll, its window, and how often what fails may be retried.
 *
 * @param stage which stage it is in, counted from 1
 */
public record Terms(String poll, Window window, int retries, int stage) {
    public Terms {
        if (retries < 0 || stage < 1) throw new IllegalArgumentException("no such terms: " + retries + ", " + stage);
    }

    /** The terms of a first stage. */
    public Terms(String poll, Window window, int retries) {
        this(poll, window, retries, 1);
    }

    /** Refuses what may only be done before anybody can have voted, in this stage or in one before. */
    void requireUnvoted(Instant now) {
        if (stage > 1 || window.begunAt(now)) throw new Refused(new Refusal.VotingBegun(window.opensAt()));
    }

    /** The same terms with a poll that closes at another moment. */
    public Terms closing(Instant closesAt) {
        return new Terms(poll, new Window(window.opensAt(), closesAt), retries, stage);
    }
}
