// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.kills;

import java.math.BigInteger;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.folkmoot.bench.ledger.Payers;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * Tells, as the service of proposals would, that payments out of the treasury are due: each once or several times, until
 * Kafka has it. Every fifth asks an account that has nothing.
 */
final class Decisions implements Runnable, AutoCloseable {
    private static final long PACE = TimeUnit.MILLISECONDS.toNanos(200);

    private final Payers payers;
    private final Gate gate;
    private final Random random;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<Hash, Wish> due = new ConcurrentHashMap<>();

    Decisions(String kafka, Payers payers, Gate gate, Random random) {
        this.payers = payers;
        this.gate = gate;
        this.random = random;
        var settings = Map.<String, Object>of(
                "bootstrap.servers",
                kafka,
                "acks",
                "all",
                "reconnect.backoff.ms",
                1_000,
                "reconnect.backoff.max.ms",
                2_000);
        this.producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Every enactment that was told, by the id of its transfer. */
    Map<Hash, Wish> due() {
        return due;
    }

    @Override
    public void run() {
        while (gate.within(this::decide)) LockSupport.parkNanos(PACE);
    }

    @Override
    public void close() {
        producer.close(java.time.Duration.ZERO);
    }

    private void decide() {
        var community = payers.community().hex();
        var proposal = Hash.of(new byte[] {1}, bytes()).hex();
        var name = Map.of("action", 0, "attempt", 1, "community", community, "proposal", proposal);
        var wish = new Wish(
                Hash.of(Json.object(name).canonical()),
                proposal,
                -1,
                random.nextInt(5) == 0 ? "pot" : "treasury",
                payers.member(random.nextInt(payers.count())),
                "SKR",
                BigInteger.valueOf(1 + random.nextInt(50_000)));
        var action = Map.of(
                "type",
                "treasury.transfer",
                "from",
                wish.from(),
                "to",
                wish.to(),
                "asset",
                "SKR",
                "amount",
                wish.written());
        due.put(wish.id(), wish);
        var event = new EnactmentDueV1(
                community,
                proposal,
                wish.id().hex(),
                0,
                1,
                Json.object(action).canonicalText(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS));
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) tell(event);
    }

    private byte[] bytes() {
        var bytes = new byte[Hash.SIZE];
        random.nextBytes(bytes);
        return bytes;
    }

    private void tell(EnactmentDueV1 event) {
        while (true) {
            try {
                producer.send(message(event)).get();
                return;
            } catch (ExecutionException _) {
                // Kafka was away for longer than the producer waits. Perhaps it has it: it is told again.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    /** The name of the message is another one each time, so that only the ledger can know that it was told before. */
    private static ProducerRecord<String, byte[]> message(EnactmentDueV1 event) {
        var message = new ProducerRecord<>(Topics.PROPOSALS, event.subject(), EventJson.write(event));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_source", "/folkmoot/bench",
                        "ce_type", EventType.of(event).name(),
                        "ce_time", event.dueAt().toString(),
                        "ce_subject", event.subject(),
                        "content-type", "application/json")
                .forEach((name, text) ->
                        message.headers().add(name, text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        return message;
    }
}
