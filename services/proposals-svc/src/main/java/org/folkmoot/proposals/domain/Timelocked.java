// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.Optional;

/** Passed, and waiting for its eta. With nothing to enact, it is enacted at the eta itself. */
public record Timelocked(Mandate mandate) implements Passed {

    @Override
    public Optional<Turn> turn() {
        return Optional.of(
                mandate.actions().isEmpty()
                        ? new Turn(mandate.eta(), new Enacted(mandate.eta()))
                        : new Turn(mandate.expiry(), Expired.after(0, mandate, mandate.expiry())));
    }

    /** Is true when the first action is to be ordered. */
    public boolean startsAt(Instant now) {
        return !mandate.actions().isEmpty() && mandate.runsAt(now);
    }

    /** Orders the first action, or fails without an order because too many have left. */
    public State start(Instant now, Optional<Refusal.TooFewLeft> few) {
        if (!startsAt(now)) throw new IllegalStateException("not due at " + now + ": " + mandate);
        var order = new Enacting(mandate, 0, 1, now);
        return few.<State>map(why -> order.failed(Refusal.TooFewLeft.REASON, why.sentence(), now))
                .orElse(order);
    }
}
