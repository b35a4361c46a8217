// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.kills;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.contracts.TransfersPostedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Seat;

/** What the treasury told about one community, read from the first message on, as a projection that is built anew would. */
final class Facts {
    private final Map<Long, TransferPostedV1> posted = new HashMap<>();
    private final Map<Hash, EnactmentEvent> answers = new HashMap<>();
    private final List<String> faults = new ArrayList<>();
    private long last;
    private long repeated;

    private Facts() {}

    static Facts read(String kafka, Hash community) {
        var facts = new Facts();
        var settings = Map.<String, Object>of("bootstrap.servers", kafka, "allow.auto.create.topics", "false");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = consumer.partitionsFor(Topics.TREASURY).stream()
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue()))
                for (var message : consumer.poll(Duration.ofMillis(200)))
                    if (community.hex().equals(message.key())) facts.hear(event(message));
        }
        return facts;
    }

    private void hear(Event event) {
        switch (event) {
            case TransferPostedV1 one -> take(one);
            case TransfersPostedV1 many -> many.each().forEach(this::take);
            case EnactmentEvent answer -> {
                var first = answers.putIfAbsent(Hash.parse(answer.enactment()), answer);
                if (first != null && !first.equals(answer)) faults.add("told " + first + ", and then " + answer);
            }
            default -> {} // other facts do not say what moved
        }
    }

    /** A message may come again, but never another under the same number, and none before those that it follows. */
    private void take(TransferPostedV1 fact) {
        var known = posted.putIfAbsent(fact.number(), fact);
        if (known == null) {
            if (fact.number() != last + 1) faults.add("told " + fact.number() + " after " + last);
            last = Math.max(last, fact.number());
        } else {
            repeated++;
            if (!known.equals(fact)) faults.add("told " + known + ", and then " + fact);
        }
    }

    /** Whether a transfer was told. */
    Map<String, Long> byTransfer() {
        var count = new HashMap<String, Long>();
        posted.values().forEach(fact -> count.merge(fact.transfer(), 1L, Long::sum));
        return count;
    }

    Map<Hash, EnactmentEvent> answers() {
        return answers;
    }

    long last() {
        return last;
    }

    long repeated() {
        return repeated;
    }

    List<String> faults() {
        return faults;
    }

    /** What adding up the facts gives. */
    Map<Seat, BigInteger> balances() {
        var sums = new TreeMap<Seat, BigInteger>();
        posted.values().forEach(fact -> {
            sums.merge(new Seat(fact.debit(), fact.asset()), fact.amount().negate(), BigInteger::add);
            sums.merge(new Seat(fact.credit(), fact.asset()), fact.amount(), BigInteger::add);
        });
        return sums;
    }

    private static Event event(ConsumerRecord<String, byte[]> message) {
        var type = new String(message.headers().lastHeader("ce_type").value(), java.nio.charset.StandardCharsets.UTF_8);
        return EventJson.read(EventType.named(type).orElseThrow(), message.value());
    }
}
