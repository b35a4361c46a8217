// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.testkit;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/** Looks at what lies in Kafka and puts records there, without being a member of any group. */
public record KafkaProbe(String bootstrap) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration OFTEN = Duration.ofMillis(20);

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
        return KafkaReader.of(bootstrap).all(topic);
    }

    /** Waits until the topic holds a record like this, and gives the first one. */
    public Found await(String topic, Predicate<Found> wanted) {
        return Awaitility.await("a record in " + topic)
                .atMost(PATIENCE)
                .pollInterval(OFTEN)
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
        KafkaWriter.of(bootstrap).send(topic, key, value, headers);
    }
}
