// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.backends;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KafkaServerTest {
    private static final String TOPIC = "folkmoot.kept";

    @TempDir
    Path folder;

    @Test
    void anAcknowledgedRecordSurvivesAKill() throws Exception {
        var server = server();
        var child = ready(server);
        createTopic(server);
        send(server, "before");

        child.kill();
        child = ready(server);
        send(server, "after");

        assertThat(read(server, 2)).containsExactly("before", "after");
        child.kill();
    }

    @Test
    void aSecondStartStopsTheServerThatRanOnTheFolder() throws Exception {
        var server = server();
        var leftover = ready(server);
        createTopic(server);
        send(server, "before");

        var child = ready(server);

        assertThat(leftover.isAlive()).isFalse();
        assertThat(read(server, 1)).containsExactly("before");
        child.kill();
    }

    @Test
    void itRunsInsideThisProcessToo() throws Exception {
        var server = server();
        var broker = server.open();
        createTopic(server);
        send(server, "inside");

        var found = read(server, 1);

        broker.shutdown();
        broker.awaitShutdown();
        assertThat(found).containsExactly("inside");
    }

    private KafkaServer server() {
        var ports = FreePorts.take(2);
        return new KafkaServer(folder, ports.get(0), ports.get(1));
    }

    private static Child ready(KafkaServer server) {
        var child = server.start(256);
        child.awaitReady(Duration.ofMinutes(3));
        return child;
    }

    private static void createTopic(KafkaServer server) throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", server.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get(30, SECONDS);
        }
    }

    private static void send(KafkaServer server, String value) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", server.bootstrap(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, "key", value)).get(30, SECONDS);
        }
    }

    private static List<String> read(KafkaServer server, int count) {
        var settings = Map.<String, Object>of("bootstrap.servers", server.bootstrap());
        var deadline = System.nanoTime() + SECONDS.toNanos(30);
        var found = new ArrayList<String>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            var partition = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partition);
            consumer.seekToBeginning(partition);
            while (found.size() < count && System.nanoTime() < deadline)
                consumer.poll(Duration.ofMillis(200)).forEach(message -> found.add(message.value()));
        }
        return found;
    }
}
