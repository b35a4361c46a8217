// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * Passed, but not all of it was enacted in time. What was enacted before stays enacted.
 *
 * @param ordered how many actions the decision ordered; none if there was no moment for any
 * @param failed what had failed before, and was not tried again in time
 */
public record Expired(Instant endedAt, int enacted, int ordered, Optional<Failed> failed) implements Ended {
    /** One of which nothing had failed. */
    public Expired(Instant endedAt, int enacted, int ordered) {
        this(endedAt, enacted, ordered, Optional.empty());
    }

    /** Ends what has failed. */
    static Expired after(Failed failed, Instant at) {
        return new Expired(at, failed.step(), failed.mandate().actions().size(), Optional.of(failed));
    }

    /** Ends a mandate after so many of its actions. */
    static Expired after(int enacted, Mandate mandate, Instant at) {
        return new Expired(at, enacted, mandate.actions().size());
    }

    @Override
    public String reason() {
        if (ordered == 0) return "the time in which it could be enacted was over before its timelock";
        return enacted + " of " + ordered + " actions were enacted before the expiry";
    }
}
