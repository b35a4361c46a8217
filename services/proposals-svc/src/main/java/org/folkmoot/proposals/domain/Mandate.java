// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.List;

/**
 * What a passed proposal may have enacted: these actions, by their index, in this order.
 *
 * <p>An action is ordered at an instant in {@code [eta, expiry)} or never. Once it is ordered, only the answer of its
 * owner moves the proposal, however late it comes. So an action that was enacted is never called expired, and an
 * expired action was never ordered or is known to have failed.
 */
public record Mandate(Instant eta, Instant expiry, List<Integer> actions, int retries) {
    public Mandate {
        if (!eta.isBefore(expiry)) throw new IllegalArgumentException("expires before it is due: " + eta);
        actions = List.copyOf(actions);
    }

    /** Is true while an action may be ordered. */
    public boolean runsAt(Instant now) {
        return !now.isBefore(eta) && now.isBefore(expiry);
    }

    /** Is true from the expiry on, the expiry included. */
    public boolean overAt(Instant now) {
        return !now.isBefore(expiry);
    }
}
