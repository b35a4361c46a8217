// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.platform.data.DatabaseReady;
import org.folkmoot.platform.sample.Samples;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.KafkaProbe;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OutboxTest {
    private static final String TOPIC = "folkmoot.sample";
    private static final int COUNT = 1_200;

    @Inject
    Outbox outbox;

    @Inject
    Cargo cargo;

    @Inject
    Broker broker;

    @Inject
    RelaySettings settings;

    @Test
    void whatWasCommittedIsToldWithItsHeaders() {
        var fact = Samples.fact("told", "told");

        QuarkusTransaction.requiringNew().run(() -> outbox.add(fact));

        var found = KafkaProbe.shared().await(TOPIC, message -> message.value().contains("\"told\""));
        assertThat(found.key()).isEqualTo(fact.proposal());
        assertThat(found.value()).isEqualTo(new String(EventJson.write(fact), StandardCharsets.UTF_8));
        assertThat(found.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_source", "/folkmoot/sample")
                .containsEntry("ce_type", "proposals.proposal-cancelled.v1")
                .containsEntry("ce_subject", fact.proposal())
                .containsEntry("content-type", "application/json")
                .containsKeys("ce_id", "ce_time");
    }

    @Test
    void whatWasRolledBackIsNeverTold() {
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    outbox.add(Samples.fact("rolled back", "rolled back"));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);

        QuarkusTransaction.requiringNew().run(() -> outbox.add(Samples.fact("rolled back", "afterwards")));
        KafkaProbe.shared().await(TOPIC, message -> message.value().contains("\"afterwards\""));
        assertThat(KafkaProbe.shared().all(TOPIC))
                .noneMatch(message -> message.value().contains("\"rolled back\""));
    }

    @Test
    void withoutATransactionNothingIsTaken() {
        assertThatThrownBy(() -> outbox.add(Samples.fact("none", "none"))).isInstanceOf(TransactionalException.class);
    }

    @Test
    void factsAboutOneAggregateKeepTheirOrder() {
        addInOrder("ordered");

        assertTheyCameInOrder("ordered");
    }

    @Test
    void twoReplicasTellEveryFactOnceAndInOrder() {
        var replica = new OutboxRelay(cargo, broker, settings, new SimpleMeterRegistry());
        replica.start(new DatabaseReady());

        addInOrder("replicated");

        assertTheyCameInOrder("replicated");
        replica.stop(new ShutdownEvent());
    }

    @Test
    void aFactThatNoTopicTakesIsRefusedAtOnce() {
        var huge = Samples.fact("huge", "x".repeat(Outbox.MAX_EVENT_BYTES));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.add(huge)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aLargeFactIsTold() {
        var large = Samples.fact("large", "x".repeat(1_000_000));

        QuarkusTransaction.requiringNew().run(() -> outbox.add(large));

        KafkaProbe.shared().await(TOPIC, message -> message.value().length() > 1_000_000);
    }

    private void addInOrder(String aggregate) {
        for (int i = 0; i < COUNT; i += COUNT / 3) {
            var facts = IntStream.range(i, i + COUNT / 3)
                    .mapToObj(n -> Samples.fact(aggregate, aggregate + " " + n))
                    .toList();
            QuarkusTransaction.requiringNew().run(() -> outbox.addAll(facts));
        }
    }

    private static void assertTheyCameInOrder(String aggregate) {
        var last = "\"" + aggregate + " " + (COUNT - 1) + "\"";
        KafkaProbe.shared().await(TOPIC, message -> message.value().contains(last));
        var key = Samples.hash(aggregate).hex();
        var pattern = ".*\"(" + aggregate + " [0-9]+)\".*";
        assertThat(KafkaProbe.shared().all(TOPIC).stream()
                        .filter(message -> key.equals(message.key()))
                        .map(message -> message.value().replaceAll(pattern, "$1")))
                .containsExactlyElementsOf(IntStream.range(0, COUNT)
                        .mapToObj(n -> aggregate + " " + n)
                        .toList());
    }
}
