// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.folkmoot.testkit.KafkaProbe.Found;

/**
 * Reads topics for all probes of one broker. Tests ask thousands of times: to connect anew each time, and to read again
 * what was read before, would take longer than all else that they do. So the client is kept, and so is what was read,
 * because a topic only grows.
 */
final class KafkaReader {
    private static final Map<String, KafkaReader> ALL = new ConcurrentHashMap<>();
    private static final Duration POLL = Duration.ofMillis(100);

    private final String bootstrap;
    private final Map<TopicPartition, List<Found>> read = new HashMap<>();
    private KafkaConsumer<String, String> consumer;

    private KafkaReader(String bootstrap) {
        this.bootstrap = bootstrap;
        consumer = consumer(bootstrap);
    }

    /** The reader of this broker. */
    static KafkaReader of(String bootstrap) {
        return ALL.computeIfAbsent(bootstrap, KafkaReader::new);
    }

    /** Everything in the topic now, in the order of arrival within each partition; nothing when there is no topic. */
    synchronized List<Found> all(String topic) {
        try {
            var partitions = partitions(topic);
            if (!partitions.isEmpty()) readOn(partitions);
            return partitions.stream().flatMap(each -> known(each).stream()).toList();
        } catch (RuntimeException failure) {
            // Whoever waited too long is interrupted: what the client is good for after that is hard to say.
            var old = consumer;
            consumer = consumer(bootstrap);
            close(old);
            throw failure;
        }
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.listTopics().getOrDefault(topic, List.of()).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .sorted(Comparator.comparingInt(TopicPartition::partition))
                .toList();
    }

    private void readOn(List<TopicPartition> partitions) {
        consumer.assign(partitions);
        var ends = consumer.endOffsets(partitions);
        for (var partition : partitions) {
            // What a broker has lost must not look as if it were there.
            if (ends.getOrDefault(partition, 0L) < next(known(partition)))
                known(partition).clear();
            consumer.seek(partition, next(known(partition)));
        }
        while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
            for (var message : consumer.poll(POLL))
                known(new TopicPartition(message.topic(), message.partition())).add(found(message));
    }

    private List<Found> known(TopicPartition partition) {
        return read.computeIfAbsent(partition, _ -> new ArrayList<>());
    }

    private static long next(List<Found> known) {
        return known.isEmpty() ? 0 : known.getLast().offset() + 1;
    }

    private static void close(KafkaConsumer<String, String> consumer) {
        try {
            consumer.close();
        } catch (KafkaException _) {
            // It was interrupted again, and is closed nevertheless.
        }
    }

    private static Found found(ConsumerRecord<String, String> message) {
        var headers = StreamSupport.stream(message.headers().spliterator(), false)
                .collect(Collectors.toMap(
                        header -> header.key(),
                        header -> new String(header.value(), StandardCharsets.UTF_8),
                        (_, last) -> last));
        return new Found(message.key(), message.value(), headers, message.partition(), message.offset());
    }

    private static KafkaConsumer<String, String> consumer(String bootstrap) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        bootstrap,
                        "allow.auto.create.topics",
                        "false",
                        "auto.offset.reset",
                        "earliest"),
                new StringDeserializer(),
                new StringDeserializer());
    }
}
