// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.sample.SampleStore;
import org.folkmoot.platform.sample.Samples;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.KafkaProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class BackendsAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    Outbox outbox;

    @Inject
    SampleStore store;

    @AfterEach
    void everythingRunsAgain() {
        Backends.postgres().start();
        Backends.broker().start();
    }

    @Test
    void withoutTheDatabaseARequestIsAskedToComeBack() {
        post("before the power cut").statusCode(201);
        Backends.postgres().kill();

        post("during the power cut")
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .contentType("application/problem+json")
                .body("type", equalTo("urn:folkmoot:problem:database-unavailable"));
        given().get("/health/ready").then().statusCode(503);
        given().get("/health/live").then().statusCode(200);

        Backends.postgres().start();
        await().atMost(PATIENCE)
                .until(() -> post("after the power cut").extract().statusCode() == 201);
        assertThat(store.startingWith("before the power cut")).hasSize(1);
        assertThat(store.startingWith("during the power cut")).isEmpty();
        given().get("/health/ready").then().statusCode(200);
    }

    @Test
    void withoutTheDatabaseAFactIsHeldBackUntilItReturns() {
        var first = Samples.fact("held", "held 1");
        var second = Samples.fact("held", "held 2");
        Backends.postgres().kill();

        for (var fact : List.of(first, second)) Samples.tell(Topics.PROPOSALS, fact);
        await().atMost(PATIENCE).until(() -> readiness().contains("\"intake\": \"waiting\""));

        Backends.postgres().start();
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(store.startingWith("held")).containsExactly("held 1", "held 2"));
        assertThat(KafkaProbe.shared().all(Topics.dead(Topics.PROPOSALS)))
                .noneMatch(letter -> letter.value().contains("held"));
    }

    @Test
    void withoutKafkaWorkGoesOnAndFactsWait() {
        Backends.broker().kill();

        QuarkusTransaction.requiringNew().run(() -> outbox.add(Samples.fact("waited", "waited 1")));
        await().atMost(PATIENCE).until(() -> readiness().contains("\"outbox\": \"waiting\""));
        given().get("/health/ready").then().statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> outbox.add(Samples.fact("waited", "waited 2")));
        post("while Kafka was away").statusCode(201);

        Backends.broker().start();
        KafkaProbe.shared().await("folkmoot.sample", message -> message.value().contains("\"waited 2\""));
        assertThat(KafkaProbe.shared().all("folkmoot.sample").stream()
                        .filter(message -> message.value().contains("\"waited "))
                        .map(message -> message.value().replaceAll(".*(waited [0-9]).*", "$1"))
                        .distinct())
                .containsExactly("waited 1", "waited 2");
    }

    private static String readiness() {
        return given().get("/health/ready").asString();
    }

    private static ValidatableResponse post(String words) {
        return given().contentType("application/json")
                .body("{\"words\":\"" + words + "\"}")
                .post("/v1/samples")
                .then();
    }
}
