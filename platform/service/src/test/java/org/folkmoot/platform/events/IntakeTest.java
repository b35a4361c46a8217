// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.sample.SampleStore;
import org.folkmoot.platform.sample.Samples;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.KafkaProbe;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class IntakeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    SampleStore store;

    @Test
    void aFactThatComesTwiceIsAppliedOnce() {
        var fact = Samples.fact("redelivered", "redelivered");
        var headers = headers(fact);

        send(fact, headers);
        send(fact, headers);
        send(Samples.fact("redelivered", "redelivered, then this"));

        awaitApplied("redelivered", "redelivered", "redelivered, then this");
        assertThat(dead("redelivered")).isEmpty();
    }

    @Test
    void whatTheServiceRefusesIsSetAsideAndTheRestGoesOn() {
        var poison = Samples.fact("refused", "refused poison");

        send(Samples.fact("refused", "refused, before"));
        send(poison);
        send(Samples.fact("refused", "refused, after"));

        awaitApplied("refused", "refused, before", "refused, after");
        var letter = dead("refused poison").orElseThrow();
        assertThat(letter.key()).isEqualTo(poison.proposal());
        assertThat(letter.value()).isEqualTo(json(poison));
        assertThat(letter.headers())
                .containsEntry("dead-reason", "IllegalStateException: this is poison")
                .containsEntry("dead-consumer", "sample")
                .containsEntry("dead-topic", Topics.PROPOSALS)
                .containsKeys("dead-partition", "dead-offset", "ce_id", "ce_type");
    }

    @Test
    void whatCannotBeReadIsSetAsideAndTheRestGoesOn() {
        var fact = Samples.fact("unreadable", "unreadable");
        var key = fact.proposal();
        var withoutType = headers(fact);
        withoutType.remove("ce_type");

        KafkaProbe.shared().send(Topics.PROPOSALS, key, "{ unreadable 1", headers(fact));
        KafkaProbe.shared().send(Topics.PROPOSALS, key, json(fact).replace("\"poll\"", "\"pole\""), headers(fact));
        KafkaProbe.shared().send(Topics.PROPOSALS, key, json(fact), withoutType);
        KafkaProbe.shared().send(Topics.PROPOSALS, key, json(fact), Map.of());
        send(Samples.fact("unreadable", "unreadable, after"));

        awaitApplied("unreadable", "unreadable, after");
        assertThat(KafkaProbe.shared().all(Topics.dead(Topics.PROPOSALS)).stream()
                        .filter(letter -> key.equals(letter.key()))
                        .map(letter -> letter.headers().get("dead-consumer")))
                .containsExactly("any", "any", "any", "any");
    }

    @Test
    void whatIsNotKnownYetIsLetPass() {
        var fact = Samples.fact("newer", "newer");
        var newerType = headers(fact);
        newerType.put("ce_type", "proposals.proposal-postponed.v7");

        KafkaProbe.shared().send(Topics.PROPOSALS, fact.proposal(), "{}", newerType);
        KafkaProbe.shared()
                .send(
                        Topics.PROPOSALS,
                        fact.proposal(),
                        json(fact).replaceFirst("\\{", "{\"newer\":{\"member\":1},"),
                        headers(fact));

        awaitApplied("newer", "newer");
        assertThat(dead("newer")).isEmpty();
    }

    private void awaitApplied(String prefix, String... words) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(store.startingWith(prefix)).containsExactly(words));
    }

    private static void send(Event event) {
        send(event, headers(event));
    }

    private static void send(Event event, Map<String, String> headers) {
        KafkaProbe.shared().send(Topics.PROPOSALS, event.subject(), json(event), headers);
    }

    private static Map<String, String> headers(Event event) {
        return new HashMap<>(Map.of(
                "ce_id", UUID.randomUUID().toString(),
                "ce_type", EventType.of(event).name()));
    }

    private static String json(Event event) {
        return new String(EventJson.write(event), StandardCharsets.UTF_8);
    }

    private static Optional<KafkaProbe.Found> dead(String words) {
        return KafkaProbe.shared().all(Topics.dead(Topics.PROPOSALS)).stream()
                .filter(letter -> letter.value().contains("\"" + words + "\""))
                .findFirst();
    }
}
