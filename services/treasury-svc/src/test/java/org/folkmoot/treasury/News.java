// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.KafkaProbe;

/** What the other services tell, as they tell it, and what this service told. */
final class News {
    private static final String TIME = "2026-11-20T10:00:00.000Z";

    private News() {}

    static void tell(String topic, Event event) {
        tell(topic, event, UUID.randomUUID());
    }

    /** Tells under a known id, so that the same delivery can come again. */
    static void tell(String topic, Event event, UUID id) {
        tell(topic, event.subject(), event, id);
    }

    /** Tells under any Kafka key, even a wrong one. */
    static void tell(String topic, String key, Event event, UUID id) {
        var headers = Map.of(
                "ce_specversion",
                "1.0",
                "ce_id",
                id.toString(),
                "ce_source",
                "/folkmoot/test",
                "ce_type",
                EventType.of(event).name(),
                "ce_time",
                TIME,
                "ce_subject",
                event.subject(),
                "content-type",
                "application/json");
        KafkaProbe.shared().send(topic, key, new String(EventJson.write(event), UTF_8), headers);
    }

    /** Lists what this service told about a community, in order. */
    static List<Event> about(String community) {
        return KafkaProbe.shared().all(Topics.TREASURY).stream()
                .filter(found -> community.equals(found.key()))
                .map(News::event)
                .toList();
    }

    /** Lists what this service told of one kind. */
    static <E extends Event> List<E> about(String community, Class<E> kind) {
        return about(community).stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    /** Waits until this service told that many events of a kind, and gives them. */
    static <E extends Event> List<E> await(String community, Class<E> kind, int count) {
        return Awaitility.await(count + " of " + kind.getSimpleName())
                .atMost(Town.PATIENCE)
                .pollInterval(Town.OFTEN)
                .until(() -> about(community, kind), found -> found.size() >= count);
    }

    /** Waits for the message that was set aside from a topic and holds all of these texts. */
    static KafkaProbe.Found awaitDead(String topic, String... texts) {
        return KafkaProbe.shared()
                .await(Topics.dead(topic), message -> Stream.of(texts).allMatch(message.value()::contains));
    }

    private static Event event(KafkaProbe.Found found) {
        return EventJson.read(
                EventType.named(found.type()).orElseThrow(), found.value().getBytes(UTF_8));
    }
}
