// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(StartWithoutBackendsTest.NothingThere.class)
class StartWithoutBackendsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String SAMPLE = "{\"words\":\"started without backends\"}";

    @AfterEach
    void everythingRunsAgain() {
        Backends.postgres().start();
        Backends.broker().start();
    }

    @Test
    void aServiceWaitsForWhatItNeedsAndThenBegins() {
        given().get("/health/live").then().statusCode(200);
        given().get("/health/ready").then().statusCode(503);
        given().contentType("application/json")
                .body(SAMPLE)
                .post("/v1/samples")
                .then()
                .statusCode(503)
                .body("type", equalTo("urn:folkmoot:problem:database-unavailable"));

        Backends.postgres().start();
        Backends.broker().start();

        await().atMost(PATIENCE).until(() -> given().get("/health/ready").statusCode() == 200);
        given().contentType("application/json")
                .body(SAMPLE)
                .post("/v1/samples")
                .then()
                .statusCode(201);
    }

    /** Starts the service while neither server runs. */
    public static final class NothingThere implements QuarkusTestProfile {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(Stopped.class));
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("quarkus.datasource.jdbc.acquisition-timeout", "1S");
        }
    }

    /** Knows where the servers will be, and stops them. */
    public static final class Stopped implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            var settings = new Backends().start();
            Backends.postgres().stop();
            Backends.broker().stop();
            return settings;
        }

        @Override
        public void stop() {}
    }
}
