// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.SigningKey;

/**
 * Signs acts with a member's key on this machine. An act is good for ten minutes; its {@code seq} is the time in
 * milliseconds, raised by one where two acts fall into the same one.
 */
public final class Signer {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final InstantSource clock;
    private final AtomicLong lastSeq = new AtomicLong();

    public Signer(InstantSource clock) {
        this.clock = clock;
    }

    /** A signed act about {@code subject} of the member whose key it is, ready to be sent. */
    public Envelope sign(KeptKey kept, Hash community, Hash subject, String type, Map<String, Object> body) {
        var now = clock.instant();
        return Acts.sign(
                kept.key(),
                new Act(
                        kept.member(community),
                        Json.object(body),
                        community,
                        kept.publicKey(),
                        notAfter(now),
                        seq(now),
                        subject,
                        type));
    }

    /** A signed act about {@code subject}, ready to be sent. */
    public Envelope sign(SigningKey key, Hash community, Hash subject, String type, Map<String, Object> body) {
        var now = clock.instant();
        var act = Act.draft(community, key.publicKey(), type, subject, Json.object(body), seq(now), notAfter(now));
        return Acts.sign(key, act);
    }

    /** Until when an act that is signed now is good. */
    public long notAfter() {
        return notAfter(clock.instant());
    }

    /** Signs from now on with later numbers than this one. */
    void after(long seq) {
        lastSeq.accumulateAndGet(seq, Math::max);
    }

    private long seq(Instant now) {
        return lastSeq.updateAndGet(last -> Math.max(last + 1, now.toEpochMilli()));
    }

    private static long notAfter(Instant now) {
        return now.plus(GOOD_FOR).getEpochSecond();
    }
}
