// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever listens hears each count and, last, the decision. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TallyStreamTest {
    @Inject
    TestClock clock;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(clock);
    }

    @Test
    void listenersHearTheCountsAndThenTheDecision() throws Exception {
        var poll = village.open("last");
        village.cast(ANN, poll, "for").statusCode(201);
        var one = new CopyOnWriteArrayList<String>();
        var other = new CopyOnWriteArrayList<String>();
        var firstEnd = Http.follow(poll, one);
        var otherEnd = Http.follow(poll, other);
        for (var heard : List.of(one, other))
            Village.await(() -> assertThat(events(heard)).containsExactly("tally"));

        village.cast(BEN, poll, "for").statusCode(201);
        // Only then: a count that was made in between would stand for as long as the clock stands.
        clock.pass(Duration.ofSeconds(2));
        Village.await(() -> assertThat(counts(one)).contains("\"for\":\"2\""));
        clock.pass(Duration.ofHours(1));

        firstEnd.get(60, TimeUnit.SECONDS);
        otherEnd.get(60, TimeUnit.SECONDS);
        for (var heard : List.of(one, other)) {
            assertThat(events(heard)).startsWith("tally").endsWith("decision");
            assertThat(heard.reversed().stream()
                            .filter(line -> line.startsWith("data:"))
                            .findFirst()
                            .orElseThrow())
                    .contains("\"final\":true")
                    .contains("\"outcome\":\"passed\"");
        }
    }

    /** No ballot comes with it. */
    @Test
    void aDelegationIsHeard() throws Exception {
        var poll = new Polling(village).open("parks").id();
        village.cast(ANN, poll, "for").statusCode(201);
        var heard = new CopyOnWriteArrayList<String>();
        var end = Http.follow(poll, heard);
        Village.await(() -> assertThat(counts(heard)).contains("\"for\":\"1\""));

        new DelegationActs(village).set(BEN, "commons", ANN).statusCode(201);
        clock.pass(Duration.ofSeconds(2));

        Village.await(() -> assertThat(counts(heard)).contains("\"for\":\"2\""));
        clock.pass(Duration.ofHours(1));
        end.get(60, TimeUnit.SECONDS);
    }

    @Test
    void aDecidedPollHasOneEvent() throws Exception {
        var poll = village.open("last");
        clock.pass(Duration.ofHours(1));
        Village.awaitState(poll, "closed");
        var heard = new CopyOnWriteArrayList<String>();

        Http.follow(poll, heard).get(60, TimeUnit.SECONDS);

        assertThat(events(heard)).containsExactly("decision");
    }

    @Test
    void thereIsNothingToHearOfNoPoll() throws Exception {
        var answer = Http.follow(Hash.ZERO, new CopyOnWriteArrayList<>()).get(60, TimeUnit.SECONDS);

        assertThat(answer).isEqualTo(404);
    }

    @Test
    void whoeverTakesNoEventsIsRefused() {
        var poll = village.open("last");
        var path = Http.uri(poll, "/tally/stream");

        RestAssured.given()
                .accept("application/json")
                .get(path)
                .then()
                .statusCode(406)
                .header("Connection", nullValue())
                .body("type", equalTo("urn:folkmoot:problem:not-acceptable"));
        RestAssured.post(path)
                .then()
                .statusCode(405)
                .header("Allow", "GET")
                .body("type", equalTo("urn:folkmoot:problem:method-not-allowed"));
    }

    private static List<String> events(List<String> heard) {
        return heard.stream()
                .filter(line -> line.startsWith("event:"))
                .map(line -> line.substring("event:".length()).strip())
                .toList();
    }

    private static String counts(List<String> heard) {
        return String.join("\n", heard);
    }
}
