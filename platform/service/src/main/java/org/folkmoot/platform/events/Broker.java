// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.Config;
import org.folkmoot.contracts.Topics;

/**
 * The way to Kafka: clients with the settings that our promises need, and topics that exist.
 *
 * <p>Any other client setting, such as those for encryption, comes from properties that begin with {@code kafka.}.
 */
@ApplicationScoped
class Broker {
    /** Twice the most that an event has, because headers and keys count too. */
    static final int MAX_MESSAGE_BYTES = 2 * 1024 * 1024;

    private static final String PREFIX = "kafka.";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Map<String, Object> settings = new HashMap<>();
    private final Set<String> topics = ConcurrentHashMap.newKeySet();
    private final String service;
    private final int partitions;

    Broker(Config config) {
        for (var name : config.getPropertyNames())
            if (name.startsWith(PREFIX))
                config.getOptionalValue(name, String.class)
                        .ifPresent(value -> settings.put(name.substring(PREFIX.length()), value));
        settings.put("bootstrap.servers", config.getValue("folkmoot.kafka", String.class));
        settings.put("reconnect.backoff.max.ms", 5_000);
        this.service = config.getValue("folkmoot.service", String.class);
        this.partitions = config.getValue("folkmoot.topics.partitions", Integer.class);
    }

    /** The topic that this service writes. */
    String ownTopic() {
        return Topics.of(service);
    }

    /**
     * A producer that never gives up on a message and sends the next: giving up would let a later fact overtake an
     * earlier one of the same key. Whoever waits decides how long.
     */
    KafkaProducer<String, byte[]> producer() {
        return new KafkaProducer<>(
                with(Map.of(
                        "acks",
                        "all",
                        "enable.idempotence",
                        true,
                        "delivery.timeout.ms",
                        Integer.MAX_VALUE,
                        "max.block.ms",
                        5_000,
                        "linger.ms",
                        0,
                        "max.request.size",
                        MAX_MESSAGE_BYTES)),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    /**
     * A consumer of a topic that starts with the first fact ever told and commits only what was applied. All replicas of
     * a service are one group for each topic.
     */
    KafkaConsumer<String, byte[]> consumer(String topic) {
        return new KafkaConsumer<>(
                with(Map.of(
                        "group.id",
                        service + "." + topic,
                        "auto.offset.reset",
                        "earliest",
                        "enable.auto.commit",
                        false,
                        "allow.auto.create.topics",
                        false,
                        "max.poll.records",
                        100,
                        // While nothing is told Kafka answers this seldom; what is told it answers at once.
                        "fetch.max.wait.ms",
                        2_000,
                        "max.poll.interval.ms",
                        600_000,
                        // After a crash the partitions go to another replica, or to the next start, in this time.
                        "session.timeout.ms",
                        10_000,
                        "metadata.max.age.ms",
                        30_000)),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    /** Makes sure that topics exist. Facts are kept forever: they are how a new service learns what happened. */
    void ensure(Collection<String> names) {
        var missing = new ArrayList<>(names);
        missing.removeAll(topics);
        if (missing.isEmpty()) return;
        var limits = Map.of("retention.ms", "-1", "max.message.bytes", String.valueOf(MAX_MESSAGE_BYTES));
        var wanted = missing.stream()
                .map(name -> new NewTopic(name, Optional.of(partitions), Optional.empty()).configs(limits))
                .toList();
        try (var admin = Admin.create(with(Map.of("default.api.timeout.ms", 10_000, "request.timeout.ms", 5_000)))) {
            for (var created : admin.createTopics(wanted).values().entrySet()) {
                try {
                    created.getValue().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) throw away(e);
                }
                topics.add(created.getKey());
            }
        } catch (TimeoutException | KafkaException e) {
            throw away(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away(e);
        }
    }

    /** Whether Kafka answered at least once since the start. */
    boolean met() {
        return !topics.isEmpty();
    }

    private BrokerAway away(Throwable cause) {
        return new BrokerAway("Kafka does not answer at " + settings.get("bootstrap.servers"), cause);
    }

    private Map<String, Object> with(Map<String, Object> own) {
        var all = new HashMap<>(settings);
        all.putAll(own);
        return all;
    }
}
