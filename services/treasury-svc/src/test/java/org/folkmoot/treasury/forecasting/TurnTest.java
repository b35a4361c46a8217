// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

/** Forecasts of the calendar are reckoned one after the other, and who waits for one keeps nobody else back. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TurnTest {
    // Far more than the treasury has connections to the database.
    private static final int CALLERS = 60;

    @Inject
    Turn turn;

    @Test
    void whoeverWaitsTooLongIsToldToComeAgainAndHoldsNothingMeanwhile() throws Exception {
        var begun = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = supplyAsync(() -> turn.take(() -> waitingFor(begun, done)), threads);
            begun.await();
            var others = Stream.generate(() -> supplyAsync(TurnTest::calendar, threads))
                    .limit(CALLERS)
                    .toList();

            assertThat(ledger().statusCode()).isEqualTo(404);
            assertThat(others).noneMatch(CompletableFuture::isDone);

            assertThat(others).map(CompletableFuture::join).allSatisfy(answer -> {
                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.header("Retry-After")).isEqualTo("5");
                assertThat(answer.<String>path("type")).isEqualTo("urn:folkmoot:problem:forecast-busy");
            });
            done.countDown();
            assertThat(first.join()).isEqualTo("reckoned");
        }
        assertThat(calendar().<String>path("type")).isEqualTo("urn:folkmoot:problem:community-unknown");
    }

    @Test
    void whoFailsLetsTheNextOneHaveTheTurn() {
        assertThatThrownBy(() -> turn.take(() -> {
                    throw new IllegalStateException("not to be reckoned");
                }))
                .hasMessage("not to be reckoned");

        assertThat(turn.take(() -> "reckoned")).isEqualTo("reckoned");
    }

    private static String waitingFor(CountDownLatch begun, CountDownLatch done) {
        begun.countDown();
        try {
            done.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return "reckoned";
    }

    private static Response calendar() {
        return given().get("/v1/communities/" + "ab".repeat(32)
                + "/forecast/calendar?asset=SKR&until=2027-01-01T00:00:00Z");
    }

    private static Response ledger() {
        return given().get("/v1/communities/" + "ab".repeat(32) + "/ledger");
    }
}
