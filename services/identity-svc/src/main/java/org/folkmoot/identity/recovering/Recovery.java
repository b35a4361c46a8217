// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.recovering;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * An attempt to give a member new keys.
 *
 * @param keys the keys that the member will sign with, and no others
 * @param approvals how many guardians have agreed
 * @param dueAt when the keys change unless the member objects; nothing before enough guardians have agreed
 */
record Recovery(
        Hash id,
        Hash community,
        Hash member,
        Hash startedBy,
        Instant startedAt,
        List<PublicKey> keys,
        State state,
        int approvals,
        Optional<Instant> dueAt) {
    Recovery {
        keys = List.copyOf(keys);
    }

    /** What became of it. */
    enum State {
        OPEN,
        DONE,
        OBJECTED,
        FAILED,
        SUPERSEDED
    }
}
