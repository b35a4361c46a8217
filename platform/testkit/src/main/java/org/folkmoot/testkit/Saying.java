// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.MemberIds;
import org.folkmoot.record.SigningKey;

/**
 * An act that is being written. Unless told otherwise it is about its community, valid for a day, and numbered higher
 * than every act before it.
 */
public record Saying(
        SigningKey signer,
        Hash actor,
        Hash community,
        String type,
        Hash subject,
        Map<String, Object> body,
        long seq,
        Instant notAfter) {
    private static final AtomicLong SEQ = new AtomicLong(System.currentTimeMillis());
    private static final Duration VALID = Duration.ofDays(1);

    public Saying {
        body = Map.copyOf(body);
    }

    /** Starts an act that this key signs, about its community. */
    public static Saying of(SigningKey signer, Hash community, String type) {
        return new Saying(
                signer,
                MemberIds.of(community, signer.publicKey()),
                community,
                type,
                community,
                Map.of(),
                SEQ.incrementAndGet(),
                Instant.now().plus(VALID));
    }

    /** The same, but about this. */
    public Saying about(Hash newSubject) {
        return new Saying(signer, actor, community, type, newSubject, body, seq, notAfter);
    }

    /** The same, said by this member, who has more keys than the first one. */
    public Saying as(Hash member) {
        return new Saying(signer, member, community, type, subject, body, seq, notAfter);
    }

    /** The same, with one more member in its body. */
    public Saying with(String name, Object value) {
        var larger = new TreeMap<>(body);
        larger.put(name, value);
        return new Saying(signer, actor, community, type, subject, larger, seq, notAfter);
    }

    /** The same, with this number. */
    public Saying seq(long newSeq) {
        return new Saying(signer, actor, community, type, subject, body, newSeq, notAfter);
    }

    /** The same, valid until then. */
    public Saying until(Instant newNotAfter) {
        return new Saying(signer, actor, community, type, subject, body, seq, newNotAfter);
    }

    /** What will be signed. */
    public Act act() {
        return new Act(
                actor, Json.object(body), community, signer.publicKey(), notAfter.getEpochSecond(), seq, subject, type);
    }

    /** Signs it. */
    public Envelope sign() {
        return Acts.sign(signer, act());
    }
}
