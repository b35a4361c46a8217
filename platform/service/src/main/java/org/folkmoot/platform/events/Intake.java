// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.data.Setback;
import org.jboss.logging.Logger;

/**
 * Reads one topic and has its messages applied, in order per partition.
 *
 * <p>This is a plain loop over a consumer and not a channel of a messaging framework, because the two promises that
 * matter are its control flow: a setback holds the very message back and nothing behind it goes past, and only what the
 * service itself refuses goes to the dead letters, after Kafka acknowledged it there. Offsets are noted and committed after
 * that, so a crash repeats messages, which the inbox recognizes. Where the database knows of fewer than Kafka, because it was
 * restored from a backup, they are read again from there.
 */
final class Intake {
    private static final Logger LOG = Logger.getLogger(Intake.class);
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration COMMIT = Duration.ofSeconds(5);
    // To leave the group takes a moment; to end a fetch that waits for news would take as long as that waits.
    private static final Duration LEAVE = Duration.ofMillis(500);

    private final String topic;
    private final Broker broker;
    private final Applier applier;
    private final IntakePositions positions;
    private final Runnable heard;
    private final Worker worker;
    private final Outage outage;
    private final Map<Integer, Long> dead = new HashMap<>();
    private final AtomicLong lag = new AtomicLong();

    /** Reads a topic; whoever listens is told whenever something was applied. */
    Intake(String topic, Broker broker, Applier applier, IntakePositions positions, Runnable heard) {
        this.heard = heard;
        this.topic = topic;
        this.broker = broker;
        this.applier = applier;
        this.positions = positions;
        this.worker = new Worker("intake-" + topic, this::work);
        this.outage = new Outage(LOG, "The intake of " + topic);
    }

    void start() {
        worker.start();
    }

    void dismiss() {
        worker.dismiss();
    }

    void stop() {
        worker.stop();
    }

    boolean alive() {
        return worker.alive();
    }

    boolean waiting() {
        return outage.waiting();
    }

    /** How many messages of the topic wait, as far as is known. */
    long lag() {
        return lag.get();
    }

    private void work() throws InterruptedException {
        while (worker.wanted()) {
            try {
                broker.ensure(List.of(topic, Topics.dead(topic)));
                read();
            } catch (BrokerAway | KafkaException e) {
                outage.began(e);
                worker.rest(PAUSE);
            } catch (RuntimeException e) {
                // The topic is read again from where it was.
                outage.failed(e);
                worker.rest(PAUSE);
            }
        }
    }

    private void read() throws InterruptedException {
        var consumer = broker.consumer(topic);
        try {
            consumer.subscribe(List.of(topic), new ReadAgain(topic, consumer, positions));
            while (worker.wanted()) {
                var messages = consumer.poll(POLL);
                boolean all = applyAll(messages, consumer);
                if (!messages.isEmpty()) {
                    heard.run();
                    if (noted(messages.partitions(), consumer)) commit(consumer);
                }
                measure(consumer);
                if (!all) worker.rest(PAUSE);
            }
        } finally {
            consumer.close(CloseOptions.timeout(LEAVE));
        }
    }

    /** Applies messages up to the first setback; from there on they are read again. */
    private boolean applyAll(ConsumerRecords<String, byte[]> messages, Consumer<String, byte[]> consumer) {
        boolean held = false;
        for (var partition : messages.partitions()) {
            for (var message : messages.records(partition)) {
                held = held || !worker.wanted() || !applied(message);
                if (held) {
                    consumer.seek(partition, message.offset());
                    break;
                }
            }
        }
        return !held;
    }

    private boolean applied(ConsumerRecord<String, byte[]> message) {
        try {
            if (!applier.apply(message)) dead.putIfAbsent(message.partition(), message.offset());
            outage.ended();
            return true;
        } catch (BrokerAway e) {
            outage.began(e.why());
        } catch (RuntimeException e) {
            if (Setback.behind(e).isEmpty()) throw e;
            outage.began(e);
        }
        return false;
    }

    private boolean noted(Collection<TopicPartition> partitions, Consumer<String, byte[]> consumer) {
        try {
            positions.note(
                    topic, partitions.stream().collect(toMap(TopicPartition::partition, consumer::position)), dead);
            dead.clear();
            return true;
        } catch (RuntimeException e) {
            if (Setback.behind(e).isEmpty()) throw e;
            outage.began(e);
            return false;
        }
    }

    private static void commit(Consumer<String, byte[]> consumer) {
        try {
            consumer.commitSync(COMMIT);
        } catch (KafkaException e) {
            // Then these messages come again, here or at the replica that has the partition now, and are recognized.
            LOG.debug("offsets were not committed", e);
        }
    }

    private void measure(Consumer<String, byte[]> consumer) {
        long waiting = 0;
        for (TopicPartition partition : consumer.assignment())
            waiting += consumer.currentLag(partition).orElse(0);
        lag.set(waiting);
    }
}
