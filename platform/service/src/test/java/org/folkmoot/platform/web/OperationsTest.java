// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class OperationsTest {
    private static final String TOKEN = "a-token-for-tests-with-36-characters";

    @Test
    void aServiceSaysThatItIsReady() {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().get("/health/ready").statusCode() == 200);

        given().get("/health/ready").then().body("checks.name", hasItems("database", "kafka"));
        given().get("/health/live").then().statusCode(200).body("checks.name", hasItems("facts"));
    }

    @Test
    void aServiceCountsWhatItDoes() {
        var metrics = given().header("Authorization", "Bearer " + TOKEN)
                .get("/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();

        assertThat(metrics)
                .contains("folkmoot_inbox_lag", "folkmoot_outbox_sent_total", "folkmoot_outbox_held")
                .contains("folkmoot_inbox_messages_total{consumer=\"sample\",outcome=\"dead\"")
                .contains("jvm_memory_used_bytes");
    }

    @Test
    void onlyOperatorsSeeWhatItCounts() {
        for (var header : List.of("Bearer", "Bearer ", "Bearer " + TOKEN + "x", TOKEN, "Basic " + TOKEN))
            given().header("Authorization", header)
                    .get("/metrics")
                    .then()
                    .statusCode(401)
                    .header("WWW-Authenticate", equalTo("Bearer"))
                    .body("type", equalTo("urn:folkmoot:problem:operator-required"));
        given().get("/metrics").then().statusCode(401);
        given().get("/metrics/../metrics").then().statusCode(401);
        given().get("//metrics").then().statusCode(not(equalTo(200)));
    }

    @Test
    void aServiceDescribesItsInterface() {
        given().get("/openapi?format=json")
                .then()
                .statusCode(200)
                .body("info.title", equalTo("Folkmoot sample"))
                .body("components.schemas.Problem.required", hasItems("type", "title", "status"))
                .body(
                        "paths.'/v1/samples'.post.responses.default.content.'application/problem+json'.schema.$ref",
                        equalTo("#/components/schemas/Problem"));
    }
}
