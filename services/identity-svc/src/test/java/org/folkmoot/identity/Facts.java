// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.folkmoot.contracts.DrawnV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.KafkaProbe;

/** Reads what the service told, and tells it what others would. */
final class Facts {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(20);

    private Facts() {}

    /** All facts about a community in their order, as soon as there are so many. */
    static List<Event> of(Hash community, int count) {
        return Awaitility.await(count + " facts about " + community)
                .atMost(PATIENCE)
                .pollInterval(OFTEN)
                .until(() -> of(community), facts -> facts.size() >= count);
    }

    static List<Event> of(Hash community) {
        return KafkaProbe.shared().all(Topics.IDENTITY).stream()
                .filter(found -> community.hex().equals(found.key()))
                .map(Facts::event)
                .toList();
    }

    /** The answer of one kind to an enactment, as soon as it is there. */
    static <T extends EnactmentEvent> T await(Hash community, Class<T> kind, String enactment) {
        return Awaitility.await("the answer to " + enactment)
                .atMost(PATIENCE)
                .pollInterval(OFTEN)
                .until(
                        () -> of(community).stream()
                                .filter(kind::isInstance)
                                .map(kind::cast)
                                .filter(answer -> answer.enactment().equals(enactment))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Sends a fact as the proposals service does. */
    static void tell(EnactmentDueV1 due, UUID id) {
        tell("proposals", Topics.PROPOSALS, due, due.dueAt(), id);
    }

    static void tell(TransferPostedV1 posted, UUID id) {
        tell("treasury", Topics.TREASURY, posted, posted.postedAt(), id);
    }

    /** Sends a fact as the voting service does. */
    static void tell(DrawnV1 drawn, UUID id) {
        tell("voting", Topics.VOTING, drawn, drawn.drawnAt(), id);
    }

    private static void tell(String service, String topic, Event event, Instant at, UUID id) {
        KafkaProbe.shared()
                .send(
                        topic,
                        event.subject(),
                        new String(EventJson.write(event), UTF_8),
                        Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", id.toString(),
                                "ce_source", "/folkmoot/" + service,
                                "ce_type", EventType.of(event).name(),
                                "ce_time", at.toString(),
                                "ce_subject", event.subject(),
                                "content-type", "application/json"));
    }

    private static Event event(KafkaProbe.Found found) {
        return EventJson.read(
                EventType.named(found.type()).orElseThrow(), found.value().getBytes(UTF_8));
    }
}
