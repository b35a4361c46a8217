// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.await;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A replica whose clock is wrong does nothing that depends on the time, and nobody has to come behind it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(ClockBoundTest.Bounded.class)
class ClockBoundTest {
    private static final Duration HOURS = Duration.ofHours(12);
    private static final Duration DAYS = Duration.ofDays(400);
    private static final Duration MINUTES = Duration.ofMinutes(20);
    private static final int LIMIT = 600_000;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    private Village village;
    private DelegationActs acts;
    private PollDefinition poll;

    @BeforeEach
    void open() {
        village = Village.found(clock).heard();
        acts = new DelegationActs(village);
        poll = new Polling(village).open("parks");
        village.cast(ANN, poll.id(), "for").statusCode(201);
    }

    /** The poll closes in an hour, and by the clock that was long ago. */
    @Test
    void whatIsDueByAWrongClockIsNotCounted() {
        clock.wrong(HOURS, () -> {
            await(() -> health(503).body("checks.find { it.name == 'clock' }.data.millisAhead", greaterThan(LIMIT)));
            // Long enough for whoever closes polls to have looked some times.
            Awaitility.await().during(Duration.ofSeconds(1)).until(() -> counted() == 0);
            return poll;
        });

        assertThat(counted()).isZero();
        await(() -> health(200));
        read(poll.id()).body("state", equalTo("open"));
    }

    @Test
    void whatIsSaidToAWrongClockIsRefusedAndHoldsUpNobody() {
        var act = acts.wish(BEN, "commons", Map.of(), Map.of(CAT, 1L)).sign().json();

        for (var off : new Duration[] {MINUTES, MINUTES.negated(), HOURS, HOURS.negated(), DAYS, DAYS.negated()})
            clock.wrong(
                    off,
                    () -> acts.post(act)
                            .statusCode(503)
                            .header("Retry-After", equalTo("1"))
                            .body("type", equalTo("urn:folkmoot:problem:clock-off")));

        assertThat(Instant.parse(acts.post(act).statusCode(201).extract().path("since")))
                .isEqualTo(clock.instant());
    }

    @Test
    void aBallotIsRefusedByAWrongClockAndTakenByTheRightOne() {
        var ballot = village.ballot(BEN, poll.id(), "for").sign();

        // By some of these clocks the poll is over or not open yet, or the act has expired or begins in years.
        for (var off : List.of(MINUTES, HOURS, DAYS, HOURS.negated(), DAYS.negated()))
            clock.wrong(
                    off,
                    () -> Village.post(poll.id(), ballot)
                            .statusCode(503)
                            .body("type", equalTo("urn:folkmoot:problem:clock-off"))
                            .body("millisAtMost", equalTo(LIMIT)));

        Village.post(poll.id(), ballot).statusCode(201);
    }

    /** By a clock that is ahead the poll is over and leaves the memory; by one that is behind it is not open yet. */
    @Test
    void aPollThatIsNotInMemoryIsNotJudgedByAWrongClockEither() {
        var ballot = village.ballot(BEN, poll.id(), "for").sign();

        clock.wrong(HOURS, () -> {
            Awaitility.await().during(Duration.ofMillis(500)).until(() -> true);
            return poll;
        });
        clock.wrong(
                HOURS.negated(),
                () -> Village.post(poll.id(), ballot)
                        .statusCode(503)
                        .body("type", equalTo("urn:folkmoot:problem:clock-off")));

        Village.post(poll.id(), ballot).statusCode(201);
    }

    @Test
    void ballotsOnPaperAreNotConfirmedByAWrongClock() {
        var assembly = new Polling(village).open("assembly").id();
        var slip = Map.of("member", CAT.in(village.community()).hex(), "choice", "for");
        var path = "/v1/polls/" + assembly + "/papers";
        var entering = ANN.says(village.community(), "ballots.enter/1").about(assembly);
        var entry = Hash.parse(post(path, entering.with("ballots", List.of(slip)))
                .statusCode(201)
                .extract()
                .path("entry"));
        var confirming = BEN.says(village.community(), "ballots.confirm/1").about(entry);

        clock.wrong(
                MINUTES,
                () -> post(path + "/" + entry + "/confirmation", confirming)
                        .statusCode(503)
                        .body("type", equalTo("urn:folkmoot:problem:clock-off")));

        post(path + "/" + entry + "/confirmation", confirming).statusCode(201);
    }

    private ValidatableResponse post(String path, Saying saying) {
        return given().contentType("application/json")
                .body(saying.until(clock.instant().plus(Duration.ofDays(1)))
                        .sign()
                        .json())
                .post(path)
                .then();
    }

    private static ValidatableResponse health(int status) {
        return given().get("/health/ready").then().statusCode(status);
    }

    private long counted() {
        return new Sql(database)
                .first(
                        "select count(*) from counted_body where community = ?",
                        row -> row.getLong(1),
                        village.community().bytes())
                .orElseThrow();
    }

    /** A limit that no slow machine reaches, and that twenty minutes are beyond. */
    public static final class Bounded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "folkmoot.voting.clock-limit", "PT10M",
                    "folkmoot.voting.clock-every", "PT0.1S",
                    "folkmoot.voting.warm-every", "PT0.1S");
        }
    }
}
