// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.Optional;

/** An action's owner refused it. The actions before it stay enacted; any member may have it tried again until the expiry. */
public record Failed(Mandate mandate, int step, int attempt, String reason, String detail, Instant failedAt)
        implements Passed {

    /** Expires at the expiry, or at once when the answer came after it. */
    @Override
    public Optional<Turn> turn() {
        var at = mandate.overAt(failedAt) ? failedAt : mandate.expiry();
        return Optional.of(new Turn(at, Expired.after(this, at)));
    }

    /** Is the index of the failed action within the proposal. */
    public int action() {
        return mandate.actions().get(step);
    }

    /** Orders the failed action again. */
    public Enacting retry(Instant now) {
        if (attempt > mandate.retries()) throw new Refused(new Refusal.RetriesExhausted(attempt, mandate.retries()));
        return new Enacting(mandate, step, attempt + 1, now);
    }
}
