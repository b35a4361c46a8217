// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.record.Hash;

/**
 * A system outside that is told what happens in a community.
 *
 * @param reason why it is told nothing any more; empty if it is
 */
record Webhook(
        String id,
        Hash community,
        String url,
        List<String> types,
        Keys keys,
        String reason,
        Instant registeredAt,
        int tries,
        long claim,
        long number) {
    /** What is signed with, and what else is signed with until a moment. A secret that cannot be opened here is empty. */
    record Keys(Scheme scheme, byte[] secret, Optional<Old> old) {
        /** Whether there is anything to sign with. */
        boolean canSign() {
            return secret.length > 0;
        }

        /** The signatures of something, the newest secret's first. */
        String sign(String id, long seconds, String body, Instant now) {
            var signature = scheme.sign(secret, id, seconds, body);
            return old.filter(before -> now.isBefore(before.until))
                    .map(before -> signature + " " + scheme.sign(before.secret, id, seconds, body))
                    .orElse(signature);
        }
    }

    /** A secret that was replaced. */
    record Old(byte[] secret, Instant until) {}

    /** Something that is to be told. */
    record Message(long number, String id, String body) {}

    boolean enabled() {
        return reason.isEmpty();
    }
}
