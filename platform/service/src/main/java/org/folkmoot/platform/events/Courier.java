// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/**
 * Delivers messages in order, many at once with one wait for all acknowledgements. Used by one thread at a time.
 *
 * <p>When Kafka does not answer in time, the messages stay with the client, which goes on trying; nothing else is sent
 * before they are acknowledged. So of two messages with one key, the first delivery of the earlier one always comes
 * before the first delivery of the later one, and what comes twice is recognized by its id.
 */
final class Courier implements AutoCloseable {
    private final Broker broker;
    private final Duration patience;
    private final Deque<Future<RecordMetadata>> unanswered = new ArrayDeque<>();
    private @Nullable KafkaProducer<String, byte[]> producer;

    Courier(Broker broker, Duration patience) {
        this.broker = broker;
        this.patience = patience;
    }

    /** Returns when every message is acknowledged. */
    void deliver(Collection<ProducerRecord<String, byte[]>> messages) {
        try {
            awaitAll();
            for (var message : messages) {
                unanswered.add(client().send(message));
                // Without a leader the client refuses at once, after its own wait: do not wait again for the rest.
                if (unanswered.getLast().isDone()) awaitLast();
            }
            awaitAll();
        } catch (TimeoutException e) {
            throw new BrokerAway("Kafka did not acknowledge in " + patience.toSeconds() + " s", e);
        } catch (ExecutionException | KafkaException e) {
            startOver();
            throw new BrokerAway("Kafka did not take a message: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BrokerAway("stopped while Kafka was to acknowledge", e);
        }
    }

    @Override
    public void close() {
        startOver();
    }

    private void awaitLast() throws ExecutionException, InterruptedException {
        unanswered.getLast().get();
    }

    private void awaitAll() throws ExecutionException, InterruptedException, TimeoutException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!unanswered.isEmpty()) {
            unanswered.getFirst().get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
            unanswered.removeFirst();
        }
    }

    private KafkaProducer<String, byte[]> client() {
        var known = producer;
        if (known == null) producer = known = broker.producer();
        return known;
    }

    private void startOver() {
        unanswered.clear();
        var known = producer;
        producer = null;
        if (known != null) known.close(Duration.ZERO);
    }
}
