// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.BallotsCastV1;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.KafkaProbe;

/** What the other services tell, as they tell it, and what this service told. */
public final class News {
    private News() {}

    public static void tell(String topic, Event event) {
        tell(topic, event, UUID.randomUUID());
    }

    /** Tells under a known id, so that the same delivery can come again. */
    static void tell(String topic, Event event, UUID id) {
        var headers = Map.of(
                "ce_specversion", "1.0",
                "ce_id", id.toString(),
                "ce_source", "/folkmoot/test",
                "ce_type", EventType.of(event).name(),
                "ce_time", "2026-11-20T10:00:00.000Z",
                "ce_subject", event.subject(),
                "content-type", "application/json");
        KafkaProbe.shared().send(topic, event.subject(), new String(EventJson.write(event), UTF_8), headers);
    }

    /** Lists what this service told about a poll, in order. */
    public static <E extends Event> List<E> about(String poll, Class<E> kind) {
        return KafkaProbe.shared().all(topic(kind)).stream()
                .filter(found -> poll.equals(found.key()))
                .map(News::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Lists all that this service told of one kind, in order per subject. */
    public static <E extends Event> List<E> all(Class<E> kind) {
        return KafkaProbe.shared().all(topic(kind)).stream()
                .map(News::event)
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Waits for the first event of a kind that this service tells about a poll. */
    public static <E extends Event> E await(String poll, Class<E> kind) {
        var found = KafkaProbe.shared()
                .await(topic(kind), message -> poll.equals(message.key()) && kind.isInstance(event(message)));
        return kind.cast(event(found));
    }

    private static String topic(Class<? extends Event> kind) {
        return kind.equals(BallotsCastV1.class) ? Topics.BALLOTS : Topics.VOTING;
    }

    private static Event event(KafkaProbe.Found found) {
        return EventJson.read(
                EventType.named(found.type()).orElseThrow(), found.value().getBytes(UTF_8));
    }
}
