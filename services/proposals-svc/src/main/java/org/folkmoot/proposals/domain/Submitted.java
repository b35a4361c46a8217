// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/** Sent to the voting service, which has not frozen the roll yet. */
public record Submitted(Terms terms) implements Polled {

    /** Takes note of the poll. A poll that was opened late finds its voting period running already. */
    public Polled opened(Instant openedAt) {
        return terms.window().begunAt(openedAt) ? new Voting(terms) : new Delayed(terms);
    }

    public Rejected refused(Instant at, String reason) {
        return new Rejected(at, reason);
    }

    /** Ends it before anybody can have voted. From the opening on this is refused, although the poll may not be known here yet. */
    public Cancelled cancel(String reason, Instant now) {
        terms.requireUnvoted(now);
        return new Cancelled(now, reason);
    }
}
