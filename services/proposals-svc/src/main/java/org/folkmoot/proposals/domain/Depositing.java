// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.util.Optional;

/**
 * Waiting for the treasury to take what the author puts down. Sponsors may sign meanwhile; whether they are too late is
 * said when the treasury has answered, so that it is nobody's loss that it was slow.
 *
 * @param backing the sponsors, if the policy asks for any
 */
public record Depositing(Optional<Backing> backing) implements Entering {

    /** The deposit was taken: now it waits for the sponsors who are missing, if any are. */
    public Optional<Sponsoring> taken() {
        return backing.filter(known -> !known.enough()).map(Sponsoring::new);
    }

    /** Still waits for the treasury, and for one sponsor less. */
    public Depositing backed(Backing more) {
        return new Depositing(Optional.of(more));
    }
}
