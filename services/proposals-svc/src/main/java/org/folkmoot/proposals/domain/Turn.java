// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;

/** A change that needs nobody: from this instant on, the state is another one. */
public record Turn(Instant at, State to) {

    /** Is true from the deadline on, the deadline included. */
    public boolean dueAt(Instant now) {
        return !now.isBefore(at);
    }
}
