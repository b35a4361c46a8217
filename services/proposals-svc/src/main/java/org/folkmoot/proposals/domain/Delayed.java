// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.Optional;

/** The roll is frozen and the voting delay runs: members read, nobody votes yet. */
public record Delayed(Terms terms) implements Polled {

    @Override
    public Optional<Turn> turn() {
        return Optional.of(new Turn(terms.window().opensAt(), new Voting(terms)));
    }

    public Cancelled cancel(String reason, Instant now) {
        terms.requireUnvoted(now);
        return new Cancelled(now, reason);
    }
}
