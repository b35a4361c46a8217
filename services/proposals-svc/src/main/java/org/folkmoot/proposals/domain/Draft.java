// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.Optional;

/** Written, but not put to the vote: no rule is pinned yet. */
public record Draft(Instant draftedAt) implements State {

    public Submitted submit(Terms terms) {
        return new Submitted(terms);
    }

    /** Is submitted under a policy that asks for sponsors. */
    public Sponsoring sponsor(Backing backing) {
        return new Sponsoring(backing);
    }

    /** Is submitted under a policy that asks for a deposit, and for sponsors if there is a backing. */
    public Depositing deposit(Optional<Backing> backing) {
        return new Depositing(backing);
    }

    public Cancelled cancel(String reason, Instant now) {
        return new Cancelled(now, reason);
    }
}
