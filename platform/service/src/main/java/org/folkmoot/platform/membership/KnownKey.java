// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.membership;

import java.time.Instant;
import java.util.Optional;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * A key of a member and its life: what it signed from {@code from} on and before {@code to} stands.
 *
 * @param from the membership position from which on it signs
 * @param addedBy the act that added it; nothing for the key that the member joined with
 * @param to the membership position from which on it signs no more, if it was revoked
 */
public record KnownKey(
        PublicKey key,
        long from,
        Instant addedAt,
        Optional<Hash> addedBy,
        Optional<Long> to,
        Optional<Instant> revokedAt,
        Optional<Hash> revokedBy) {
    /** Whether it signs now. */
    public boolean isValid() {
        return to.isEmpty();
    }
}
