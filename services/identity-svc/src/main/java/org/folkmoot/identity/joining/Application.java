// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.joining;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * Somebody's wish to become a member.
 *
 * @param applicant the id that the member will have
 * @param act the act by which the applicant asked
 * @param words why it stands as it does
 */
record Application(
        Hash community,
        Hash applicant,
        PublicKey key,
        Hash act,
        Instant appliedAt,
        State state,
        Optional<Instant> decidedAt,
        String words) {
    /** How an application stands. */
    enum State {
        OPEN,
        ADMITTED,
        REFUSED
    }

    boolean isOpen() {
        return state == State.OPEN;
    }
}
