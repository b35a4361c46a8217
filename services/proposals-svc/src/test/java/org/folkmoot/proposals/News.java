// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Map;
import java.util.UUID;
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
        KafkaProbe.shared().send(topic, event.subject(), new String(EventJson.write(event), UTF_8), headers);
    }

    /** Lists what this service told about a proposal, in order. */
    static List<Event> about(String proposal) {
        return KafkaProbe.shared().all(Topics.PROPOSALS).stream()
                .filter(found -> proposal.equals(found.key()))
                .map(News::event)
                .toList();
    }

    /** Waits for the event of a kind that this service tells about a proposal. */
    static <E extends Event> E await(String proposal, Class<E> kind) {
        var type = EventType.all().stream()
                .filter(known -> known.shape() == kind)
                .findFirst()
                .orElseThrow()
                .name();
        var found = KafkaProbe.shared()
                .await(
                        Topics.PROPOSALS,
                        message ->
                                proposal.equals(message.key()) && message.type().equals(type));
        return kind.cast(event(found));
    }

    private static Event event(KafkaProbe.Found found) {
        return EventJson.read(
                EventType.named(found.type()).orElseThrow(), found.value().getBytes(UTF_8));
    }
}
