// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.ProposalCancelledV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.KafkaProbe;

/** Facts that mean nothing but what their words say. */
public final class Samples {
    private static volatile boolean antidote;

    private Samples() {}

    /** A hash of some words. */
    public static Hash hash(String words) {
        return Hash.of(words.getBytes(UTF_8));
    }

    /** Has poison swallowed from now on, or refused again. */
    public static void antidote(boolean taken) {
        antidote = taken;
    }

    static boolean isPoison(String words) {
        return words.endsWith("poison") && !antidote;
    }

    /** Tells a fact as the service does that owns the topic. */
    public static void tell(String topic, Event event) {
        KafkaProbe.shared()
                .send(
                        topic,
                        event.subject(),
                        new String(EventJson.write(event), UTF_8),
                        Map.of(
                                "ce_id", UUID.randomUUID().toString(),
                                "ce_type", EventType.of(event).name()));
    }

    /** A fact about the aggregate with some words in it. */
    public static ProposalCancelledV1 fact(String aggregate, String words) {
        return new ProposalCancelledV1(
                hash("community").hex(),
                hash(aggregate).hex(),
                hash("poll").hex(),
                words,
                Instant.parse("2026-11-20T10:00:00Z"));
    }
}
