// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/**
 * Passed, but not all of it was enacted in time. What was enacted before stays enacted.
 *
 * @param ordered how many actions the decision ordered; none if there was no moment for any
 */
public record Expired(Instant endedAt, int enacted, int ordered) implements Ended {

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
