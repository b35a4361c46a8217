// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/** Written, but not put to the vote: no rule is pinned yet. */
public record Draft(Instant draftedAt) implements State {

    public Submitted submit(Terms terms) {
        return new Submitted(terms);
    }

    public Cancelled cancel(String reason, Instant now) {
        return new Cancelled(now, reason);
    }
}
