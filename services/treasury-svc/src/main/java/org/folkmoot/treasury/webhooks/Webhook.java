// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.webhooks;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;

/**
 * A system outside that is told what happens in a community.
 *
 * @param reason why it is told nothing any more; empty if it is
 * @param fault why what comes next was not taken when it was last tried; empty if it was not tried
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
        String fault,
        long claim,
        long number) {
    /**
     * What is signed with, and what else is signed with until a moment. A secret that cannot be opened here is empty.
     *
     * @param old what was replaced, the newest first
     */
    record Keys(Scheme scheme, byte[] secret, List<Old> old) {
        /** How many secrets sign at once, so that the header is never longer than receivers take. */
        static final int MOST = 10;

        /** Whether there is anything to sign with. */
        boolean canSign() {
            return secret.length > 0;
        }

        /** The signatures of something, the newest secret's first. */
        String sign(String id, long seconds, String body, Instant now) {
            return Stream.concat(Stream.of(secret), signing(now).map(Old::secret))
                    .map(one -> scheme.sign(one, id, seconds, body))
                    .collect(Collectors.joining(" "));
        }

        /** When one more secret may be made; nothing if it may be at once. */
        Optional<Instant> full(Instant now) {
            return signing(now).count() < MOST - 1
                    ? Optional.empty()
                    : signing(now).map(Old::until).min(Comparator.naturalOrder());
        }

        private Stream<Old> signing(Instant now) {
            return old.stream().filter(before -> now.isBefore(before.until));
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
