// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Looks at what lies in Kafka and puts records there, without being a member of any group. */
public record KafkaProbe(String bootstrap) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A record as it lies in a topic. */
    public record Found(@Nullable String key, String value, Map<String, String> headers, int partition, long offset) {
        /** The CloudEvents type that the record names, or nothing. */
        public String type() {
            return headers.getOrDefault("ce_type", "");
        }
    }

    /** A probe of the broker that the tests of this JVM share. */
    public static KafkaProbe shared() {
        return new KafkaProbe(Backends.kafka());
    }

    /** Everything in the topic now, in the order of arrival within each partition; nothing when there is no topic. */
    public List<Found> all(String topic) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap, "allow.auto.create.topics", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            if (!consumer.listTopics().containsKey(topic)) return List.of();
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(info -> new TopicPartition(topic, info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var found = new ArrayList<Found>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                consumer.poll(Duration.ofMillis(100)).forEach(message -> found.add(found(message)));
            found.sort(Comparator.comparingInt(Found::partition).thenComparingLong(Found::offset));
            return List.copyOf(found);
        }
    }

    /** Waits until the topic holds a record like this, and gives the first one. */
    public Found await(String topic, Predicate<Found> wanted) {
        return Awaitility.await("a record in " + topic)
                .atMost(PATIENCE)
                .until(() -> all(topic).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** Makes a topic unless it is there. */
    public void create(String topic, int partitions) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            admin.createTopics(List.of(new NewTopic(topic, partitions, (short) 1)))
                    .all()
                    .get(PATIENCE.toSeconds(), SECONDS);
        } catch (ExecutionException failure) {
            if (!(failure.getCause() instanceof TopicExistsException)) throw new AssertionError(failure);
        } catch (TimeoutException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new AssertionError(failure);
        }
    }

    /** Sends a record and waits until it is on the disk. */
    public void send(String topic, String key, String value, Map<String, String> headers) {
        var settings = Map.<String, Object>of("bootstrap.servers", bootstrap, "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var message = new ProducerRecord<>(topic, key, value);
            headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
            producer.send(message).get(PATIENCE.toSeconds(), SECONDS);
        } catch (ExecutionException | TimeoutException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException failure) {
            Thread.currentThread().interrupt();
            throw new AssertionError(failure);
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
}
