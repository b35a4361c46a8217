// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Systems outside are told what happens: signed, in order, and again until they have it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WebhookTest {
    private static final String TOKEN = "a-token-of-the-operator-for-tests-alone";
    private static final String POSTED = "treasury.transfer-posted.v1";

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private Town town = Town.planned();

    @BeforeEach
    void found() {
        town = Town.found();
        hearWhatTheFoundingTold();
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
        operator()
                .get("/v1/operator/webhooks?limit=200")
                .then()
                .extract()
                .<List<String>>path("items.webhook")
                .forEach(id -> operator().delete("/v1/operator/webhooks/" + id));
    }

    @Test
    void whatHappensIsToldAndSigned() {
        try (var receiver = new Receiver(_ -> 204)) {
            var webhook = register(receiver, "v1");
            pay("1.00");

            Town.await(() -> assertThat(receiver.told()).hasSize(1));
            var told = receiver.told().getFirst();
            var body = JsonPath.from(told.body());
            assertThat(told.isSigned(webhook.getString("secret"))).isTrue();
            assertThat(told.isSigned("whsec_" + "A".repeat(43) + "=")).isFalse();
            assertThat(body.getString("type")).isEqualTo(POSTED);
            assertThat(body.getString("data.community"))
                    .isEqualTo(town.community().hex());
            assertThat(body.getString("data.debit")).isEqualTo("treasury");
            assertThat(body.getString("timestamp")).isEqualTo(body.getString("data.postedAt"));
            Town.await(() -> show(webhook).body("waiting", equalTo(0)).body("state", equalTo("enabled")));
            show(webhook).body("secret", equalTo(null));
        }
    }

    @Test
    void whatIsNotTakenIsToldAgainUnderTheSameIdAndBeforeWhatComesLater() {
        try (var receiver = new Receiver(call -> call == 1 ? 500 : call == 2 ? 302 : 200)) {
            var webhook = register(receiver, "v1");
            pay("1.00");
            pay("2.00");
            Town.await(
                    () -> show(webhook).body("tries", greaterThanOrEqualTo(1)).body("waiting", equalTo(2)));
            clock.pass(Duration.ofSeconds(7));
            Town.await(() -> show(webhook).body("tries", equalTo(2)).body("lastFault", equalTo("answered 302")));
            clock.pass(Duration.ofMinutes(7));

            Town.await(() -> assertThat(receiver.told()).hasSize(4));
            Town.await(() -> show(webhook).body("waiting", equalTo(0)).body("lastFault", equalTo(null)));
            var told = receiver.told();
            assertThat(told.subList(0, 3))
                    .extracting(Receiver.Told::id)
                    .containsOnly(told.getFirst().id());
            assertThat(told.get(3).id()).isNotEqualTo(told.getFirst().id());
            assertThat(told).allMatch(one -> one.isSigned(webhook.getString("secret")));
            assertThat(told.get(2).timestamp()).isNotEqualTo(told.getFirst().timestamp());
            assertThat(JsonPath.from(told.get(3).body()).getInt("data.amount")).isEqualTo(200);
        }
    }

    @Test
    void whoDoesNotAnswerInTimeIsToldAgain() {
        try (var receiver = new Receiver(call -> call == 1 ? 0 : 200)) {
            var webhook = register(receiver, "v1");
            pay("1.00");
            Town.await(() -> show(webhook).body("tries", equalTo(1)));
            clock.pass(Duration.ofSeconds(7));

            Town.await(() -> show(webhook).body("waiting", equalTo(0)));
            assertThat(receiver.told())
                    .extracting(Receiver.Told::id)
                    .hasSize(2)
                    .containsOnly(receiver.told().getFirst().id());
        }
    }

    @Test
    void whoIsGoneIsToldNothingMore() {
        try (var receiver = new Receiver(_ -> 410)) {
            var webhook = register(receiver, "v1");
            pay("1.00");
            Town.await(
                    () -> show(webhook).body("state", equalTo("disabled")).body("reason", startsWith("answered 410")));
            pay("2.00");
            clock.pass(Duration.ofDays(3));

            News.await(town.community().hex(), org.folkmoot.contracts.ActionEnactedV1.class, 3);
            show(webhook).body("waiting", equalTo(1));
            assertThat(receiver.told()).hasSize(1);
        }
    }

    @Test
    void afterTheLastTryItIsGivenUpWithTheReasonUntilTheOperatorEnablesIt() {
        try (var receiver = new Receiver(call -> call < 2 ? 503 : 200)) {
            var webhook = register(receiver, "v1");
            new Sql(database).update("update webhook set tries = 9 where id = ?", webhook.getString("webhook"));
            pay("1.00");
            Town.await(() ->
                    show(webhook).body("state", equalTo("disabled")).body("reason", containsString("after 10 tries")));

            operator()
                    .post("/v1/operator/webhooks/" + webhook.getString("webhook") + "/enable")
                    .then()
                    .statusCode(200);

            Town.await(() -> show(webhook).body("waiting", equalTo(0)));
            assertThat(receiver.told()).hasSize(2);
        }
    }

    /** Another replica takes over between the receiver's yes and the note of it, as after a kill. */
    @Test
    void whatWasSentAndNotNotedIsSentAgainWithTheSameId() {
        try (var receiver = new Receiver(call -> {
            if (call == 1) new Sql(database).update("update webhook set claim = claim + 1");
            return 200;
        })) {
            var webhook = register(receiver, "v1");
            pay("1.00");
            Town.await(() -> assertThat(receiver.told()).hasSize(1));
            show(webhook).body("waiting", equalTo(1));

            clock.pass(Duration.ofMinutes(1));

            Town.await(() -> show(webhook).body("waiting", equalTo(0)));
            assertThat(receiver.told())
                    .extracting(Receiver.Told::id)
                    .hasSize(2)
                    .containsOnly(receiver.told().getFirst().id());
        }
    }

    @Test
    void aNewSecretSignsBesideTheOldOneForADay() {
        try (var receiver = new Receiver(_ -> 200)) {
            var webhook = register(receiver, "v1");
            var rotated = operator()
                    .post("/v1/operator/webhooks/" + webhook.getString("webhook") + "/rotate")
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            pay("1.00");
            Town.await(() -> assertThat(receiver.told()).hasSize(1));
            clock.pass(Duration.ofDays(1));
            pay("2.00");
            Town.await(() -> assertThat(receiver.told()).hasSize(2));

            var told = receiver.told();
            assertThat(told).allMatch(one -> one.isSigned(rotated.getString("secret")));
            assertThat(told.getFirst().isSigned(webhook.getString("secret"))).isTrue();
            assertThat(told.getLast().isSigned(webhook.getString("secret"))).isFalse();
        }
    }

    @Test
    void everySecretOfADaySignsAndTenAtMost() {
        try (var receiver = new Receiver(_ -> 200)) {
            var webhook = register(receiver, "v1");
            var path = "/v1/operator/webhooks/" + webhook.getString("webhook") + "/rotate";
            var secrets = new ArrayList<>(List.of(webhook.getString("secret")));
            for (int i = 0; i < 9; i++)
                secrets.add(
                        operator().post(path).then().statusCode(200).extract().path("secret"));
            operator().post(path).then().statusCode(409).body("type", endsWith(":webhook-rotated-too-often"));
            pay("1.00");
            Town.await(() -> assertThat(receiver.told()).hasSize(1));

            assertThat(secrets).allMatch(secret -> receiver.told().getFirst().isSigned(secret));
            clock.pass(Duration.ofDays(1));
            operator().post(path).then().statusCode(200);
        }
    }

    @Test
    void aKeyIsKnownToEverybodyAndASecretToNobody() {
        try (var receiver = new Receiver(_ -> 200)) {
            var webhook = register(receiver, "v1a");

            assertThat(webhook.getString("publicKey")).startsWith("whpk_");
            assertThat(webhook.getString("secret")).isNull();
            pay("1.00");
            Town.await(() -> assertThat(receiver.told()).hasSize(1));
            assertThat(receiver.told().getFirst().signature()).startsWith("v1a,");
        }
    }

    @Test
    void onlyTheOperatorRegisters() {
        for (var path : List.of("/v1/operator/webhooks", "/v1/operator;x=1/webhooks", "/v1/./operator/webhooks")) {
            given().urlEncodingEnabled(false).get(path).then().statusCode(401);
            given().urlEncodingEnabled(false)
                    .header("Authorization", "Bearer wrong")
                    .get(path)
                    .then()
                    .statusCode(401);
        }
    }

    @Test
    void whatCannotBeToldIsNotRegistered() {
        ask(Map.of("community", town.community().hex(), "url", "ftp://x.example/", "types", List.of(POSTED)))
                .statusCode(422)
                .body("type", equalTo("urn:folkmoot:problem:webhook-url-refused"));
        ask(Map.of(
                        "community",
                        town.community().hex(),
                        "url",
                        "https://x.example/",
                        "types",
                        List.of("treasury.nothing.v1")))
                .statusCode(422)
                .body("type", equalTo("urn:folkmoot:problem:webhook-type-unknown"));
        ask(Map.of("community", "ab".repeat(32), "url", "https://x.example/", "types", List.of(POSTED)))
                .statusCode(404);
        ask(Map.of("community", town.community().hex(), "url", "https://x.example/", "types", List.of()))
                .statusCode(400);
        ask(Map.of("url", "https://x.example/")).statusCode(400);
        operator().get("/v1/operator/webhooks/none").then().statusCode(404);
        operator().delete("/v1/operator/webhooks/none").then().statusCode(404);
    }

    /** A founding is told a little later than it is seen. What comes after it is heard after it. */
    private void hearWhatTheFoundingTold() {
        try (var receiver = new Receiver(_ -> 200)) {
            var webhook = register(receiver, "v1");
            pay("0.01");
            Town.await(() -> assertThat(receiver.told())
                    .anyMatch(told -> JsonPath.from(told.body()).getInt("data.amount") == 1));
            operator()
                    .delete("/v1/operator/webhooks/" + webhook.getString("webhook"))
                    .then()
                    .statusCode(204);
        }
    }

    private JsonPath register(Receiver receiver, String signature) {
        return ask(Map.of(
                        "community",
                        town.community().hex(),
                        "url",
                        receiver.url(),
                        "types",
                        List.of(POSTED),
                        "signature",
                        signature))
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    private static ValidatableResponse ask(Map<String, Object> request) {
        return operator()
                .contentType("application/json")
                .body(request)
                .post("/v1/operator/webhooks")
                .then();
    }

    private static ValidatableResponse show(JsonPath webhook) {
        return operator()
                .get("/v1/operator/webhooks/" + webhook.getString("webhook"))
                .then()
                .statusCode(200);
    }

    private static RequestSpecification operator() {
        return given().header("Authorization", "Bearer " + TOKEN);
    }

    private void pay(String amount) {
        Decision.in(town).enact(1, Decision.transfer("treasury", "harbour", amount));
    }
}
