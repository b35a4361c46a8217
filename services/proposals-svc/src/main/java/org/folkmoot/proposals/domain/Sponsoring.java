// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.util.Optional;

/** Waiting for its sponsors, and over if they are not found in time. */
public record Sponsoring(Backing backing) implements Entering {
    public Sponsoring {
        if (backing.enough()) throw new IllegalArgumentException("waits for nobody: " + backing);
    }

    /** Waits for one sponsor less; nothing if nobody is missing any more. */
    public Optional<Sponsoring> backed(Backing more) {
        return more.enough() ? Optional.empty() : Optional.of(new Sponsoring(more));
    }

    @Override
    public Optional<Turn> turn() {
        return Optional.of(new Turn(backing.until(), Lapsed.without(backing)));
    }
}
