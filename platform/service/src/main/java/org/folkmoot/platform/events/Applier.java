// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.MalformedEvent;
import org.folkmoot.platform.data.Setback;
import org.jboss.logging.Logger;

/** Gives one message to the subscriptions of its topic, and sets it aside if they cannot take it. Used by one thread. */
final class Applier {
    private static final Logger LOG = Logger.getLogger(Applier.class);
    // What was rolled back for no stated reason was too slow, which passes, or is at fault, which does not.
    private static final int MOST_TRIES_WITHOUT_REASON = 10;

    private record Taker(Subscription subscription, String name, Facts facts) {
        boolean takes(EventType type, String subject) {
            return facts.include(type.shape()) && subscription.wants(type, subject);
        }
    }

    private final List<Taker> takers;
    private final Inbox inbox;
    private final Courier deadLetters;
    private final MeterRegistry meters;
    private final Map<UUID, Integer> triesWithoutReason = new HashMap<>();

    Applier(List<Subscription> subscriptions, Inbox inbox, Courier deadLetters, MeterRegistry meters) {
        this.takers = subscriptions.stream()
                .map(subscription -> new Taker(subscription, subscription.name(), subscription.facts()))
                .toList();
        this.inbox = inbox;
        this.deadLetters = deadLetters;
        this.meters = meters;
    }

    /** Makes the numbers of a topic visible before there is anything to count, so that zero can be seen. */
    void show(String topic) {
        for (var taker : takers) for (var outcome : Outcome.values()) counter(topic, taker.name, outcome);
    }

    /**
     * Returns when the message is applied, or set aside by somebody, and then false; throws the setback if it must be tried
     * again.
     */
    boolean apply(ConsumerRecord<String, byte[]> received) {
        UUID id;
        Event event;
        List<Taker> asking;
        try {
            id = Message.id(received);
            var type = Message.type(received);
            // A later version of the sender says more than this one understands, and most facts are for others.
            if (type.isEmpty()) return true;
            asking = asking(type.get(), Objects.requireNonNullElse(received.key(), ""));
            if (asking.isEmpty()) return true;
            event = EventJson.read(type.get(), received.value());
        } catch (MalformedEvent e) {
            setAside(received, "any", e);
            return false;
        }
        boolean all = true;
        for (var taker : asking) all &= apply(received, taker, id, event);
        return all;
    }

    private List<Taker> asking(EventType type, String subject) {
        return takers.stream().filter(taker -> taker.takes(type, subject)).toList();
    }

    private boolean apply(ConsumerRecord<String, byte[]> received, Taker taker, UUID id, Event event) {
        try {
            boolean applied = inbox.once(taker.name, id, () -> taker.facts.apply(event));
            triesWithoutReason.remove(id);
            count(received.topic(), taker.name, applied ? Outcome.APPLIED : Outcome.REPEATED);
            return true;
        } catch (RuntimeException e) {
            if (passes(id, e)) throw e;
            triesWithoutReason.remove(id);
            return failed(received, taker, id, event, e);
        }
    }

    /** True if the subscription keeps what failed, and false if it is set aside. */
    private boolean failed(
            ConsumerRecord<String, byte[]> received, Taker taker, UUID id, Event event, RuntimeException failure) {
        try {
            inbox.once(taker.name, id, () -> taker.subscription.failed(event, failure));
            count(received.topic(), taker.name, Outcome.APPLIED);
            return true;
        } catch (RuntimeException e) {
            if (Setback.behind(e)
                    .filter(setback -> setback != Setback.ROLLED_BACK)
                    .isPresent()) throw e;
            setAside(received, taker.name, failure);
            return false;
        }
    }

    private boolean passes(UUID id, RuntimeException failure) {
        var setback = Setback.behind(failure);
        if (setback.isEmpty()) return false;
        return setback.get() != Setback.ROLLED_BACK
                || triesWithoutReason.merge(id, 1, Integer::sum) < MOST_TRIES_WITHOUT_REASON;
    }

    private void setAside(ConsumerRecord<String, byte[]> received, String consumer, RuntimeException failure) {
        deadLetters.deliver(List.of(DeadLetter.of(received, consumer, failure)));
        LOG.errorf(
                failure,
                "%s cannot take %s/%d@%d, which is set aside",
                consumer,
                received.topic(),
                received.partition(),
                received.offset());
        count(received.topic(), consumer, Outcome.DEAD);
    }

    private void count(String topic, String consumer, Outcome outcome) {
        counter(topic, consumer, outcome).increment();
    }

    private Counter counter(String topic, String consumer, Outcome outcome) {
        return Counter.builder("folkmoot.inbox.messages")
                .description("Messages that came, by what became of them")
                .tags(
                        "topic",
                        topic,
                        "consumer",
                        consumer,
                        "outcome",
                        outcome.name().toLowerCase(Locale.ROOT))
                .register(meters);
    }

    private enum Outcome {
        APPLIED,
        REPEATED,
        DEAD
    }
}
