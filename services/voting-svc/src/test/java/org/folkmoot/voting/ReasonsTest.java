// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.post;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Voters may say why, and must where an objection needs a reason. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReasonsTest {
    @Inject
    TestClock clock;

    private Village village;
    private Hash poll;

    @BeforeEach
    void open() {
        village = Village.found(clock);
        poll = village.open("consent");
    }

    @Test
    void nobodyObjectsWithoutSayingWhy() {
        refused(village.ballot(ANN, poll, "against"), "reason-missing")
                .body("choice", equalTo("against"))
                .body("most", equalTo(2_000));
        Village.read(poll).body("accepted", equalTo(0));
    }

    @Test
    void anObjectionIsReadWithItsReason() {
        var reason = "The pier is \"mine\", and æøå";
        cast(village.ballot(ANN, poll, "against").with("reason", reason));
        cast(village.ballot(BEN, poll, "for"));

        read("/ballots").body("items[0].reason", equalTo(reason)).body("items[1].reason", nullValue());
        RestAssured.get("/v1/polls/" + poll + "/ballots.jsonl").then().body(containsString("\\\"mine\\\""));
    }

    @Test
    void aReasonStandsInTheTable() {
        cast(village.ballot(ANN, poll, "against").with("reason", "=\"mine\""));
        cast(village.ballot(BEN, poll, "for"));

        var table = RestAssured.get("/v1/polls/" + poll + "/ballots.csv")
                .asString()
                .lines()
                .toList();

        assertThat(table.get(1)).endsWith(",true,\"'=\"\"mine\"\"\"");
        assertThat(table.get(2)).endsWith(",true,");
    }

    @Test
    void whoeverIsForItMaySayWhyToo() {
        cast(village.ballot(ANN, poll, "for").with("reason", "It leaks"));

        read("/ballots").body("items[0].reason", equalTo("It leaks"));
    }

    @Test
    void oneObjectionStopsIt() {
        cast(village.ballot(ANN, poll, "for"));
        cast(village.ballot(BEN, poll, "against").with("reason", "It is too dear"));

        clock.pass(Duration.ofHours(1));
        Village.awaitState(poll, "closed");
        read("/tally").body("decision.outcome", equalTo("rejected"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_999, 2_000})
    void aReasonMayBeThatLong(int length) {
        cast(village.ballot(ANN, poll, "against").with("reason", "é".repeat(length)));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_001})
    void andNoShorterOrLonger(int length) {
        refused(village.ballot(ANN, poll, "against").with("reason", "é".repeat(length)), "reason-invalid");
    }

    @Test
    void aReasonIsNothingButText() {
        post(poll, village.ballot(ANN, poll, "against").with("reason", 7L).sign())
                .statusCode(400);
    }

    private void cast(Saying ballot) {
        post(poll, ballot.sign()).statusCode(201);
    }

    private ValidatableResponse refused(Saying ballot, String reason) {
        return post(poll, ballot.sign()).statusCode(422).body("type", equalTo("urn:folkmoot:problem:" + reason));
    }

    private ValidatableResponse read(String path) {
        return RestAssured.get("/v1/polls/" + poll + path).then().statusCode(200);
    }
}
