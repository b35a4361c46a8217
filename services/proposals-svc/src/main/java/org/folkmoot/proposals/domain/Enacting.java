// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/**
 * One action was ordered from its owner, and the answer is outstanding. The clock moves nothing here, see {@link Mandate}.
 *
 * @param step the place in the mandate of the action that was ordered
 */
public record Enacting(Mandate mandate, int step, int attempt, Instant orderedAt) implements Passed {
    public Enacting {
        if (step < 0 || step >= mandate.actions().size() || attempt < 1 || !mandate.runsAt(orderedAt))
            throw new IllegalArgumentException("no such order: " + step + ", " + attempt + ", " + orderedAt);
    }

    /** Is the index of the ordered action within the proposal. */
    public int action() {
        return mandate.actions().get(step);
    }

    /** Takes the owner's yes: orders the next action if there is one and time is left for it. */
    public State enacted(Instant now) {
        var next = step + 1;
        if (next == mandate.actions().size()) return new Enacted(now);
        return mandate.overAt(now) ? Expired.after(next, mandate, now) : new Enacting(mandate, next, attempt, now);
    }

    /** Takes the owner's yes to all actions that were ordered together. */
    public Enacted allEnacted(Instant now) {
        return new Enacted(now);
    }

    /** Takes the owner's no. */
    public Failed failed(String reason, String detail, Instant now) {
        return new Failed(mandate, step, attempt, reason, detail, now);
    }
}
