// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.MalformedEvent;

/** An event on Kafka: CloudEvents 1.0 in binary mode, so the value is the event's JSON and the headers say the rest. */
record Message(UUID id, String type, String subject, Instant time, String json) {
    private static final String ID = "ce_id";
    private static final String TYPE = "ce_type";

    /** The message as a service sends it on a topic. */
    ProducerRecord<String, byte[]> on(String topic, String service) {
        var headers = List.<Header>of(
                header("ce_specversion", "1.0"),
                header(ID, id.toString()),
                header("ce_source", "/folkmoot/" + service),
                header(TYPE, type),
                header("ce_time", time.toString()),
                header("ce_subject", subject),
                header("content-type", "application/json"));
        return new ProducerRecord<>(topic, null, subject, json.getBytes(StandardCharsets.UTF_8), headers);
    }

    /** The id that makes a second delivery of the same message recognizable. */
    static UUID id(ConsumerRecord<String, byte[]> received) {
        try {
            return UUID.fromString(text(received.headers(), ID).orElse(""));
        } catch (IllegalArgumentException e) {
            throw new MalformedEvent("the header ce_id is not a UUID", e);
        }
    }

    /** The event's type; empty if this version of the software does not know it. */
    static Optional<EventType> type(ConsumerRecord<String, byte[]> received) {
        return EventType.named(
                text(received.headers(), TYPE).orElseThrow(() -> new MalformedEvent("the header ce_type is missing")));
    }

    static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> text(Headers headers, String name) {
        return Optional.ofNullable(headers.lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }
}
