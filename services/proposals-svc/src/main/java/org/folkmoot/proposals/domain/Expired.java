// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/** Passed, but not all of it was enacted in time. What was enacted before stays enacted. */
public record Expired(Instant endedAt, String reason) implements Ended {

    /** Says how far the enactment came. */
    static Expired before(Mandate mandate, int step, Instant at) {
        return new Expired(at, step + " of " + mandate.actions().size() + " actions were enacted before the expiry");
    }
}
