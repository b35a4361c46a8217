// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.CastBallotTest.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Anyone takes the ballots, also those that were replaced, and sees which of them count. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ExportTest {
    @Inject
    TestClock clock;

    private Village village;
    private Hash poll;

    @BeforeEach
    void vote() {
        village = Village.found(clock);
        poll = village.open("last");
        village.cast(ANN, poll, "for").statusCode(201);
        village.cast(BEN, poll, "against").statusCode(201);
        village.cast(CAT, poll, "for").statusCode(201);
        village.cast(ANN, poll, "abstain").statusCode(201);
    }

    @Test
    void ballotsComeInPages() {
        var first = ballots("?limit=3");
        var second = ballots("?limit=3&after=" + first.extract().path("next"));

        first.body("items.number", contains(1, 2, 3))
                .body("items.choice", contains("for", "against", "for"))
                .body("items.counts", contains(false, true, true))
                .body("items[0].member", equalTo(ANN.in(village.community()).hex()));
        second.body("items.number", contains(4))
                .body("items.choice", contains("abstain"))
                .body("items.power", contains("1"))
                .body("", not(hasKey("next")));
    }

    @Test
    void allBallotsComeAsLinesOfJson() {
        var lines = export("jsonl", "application/x-ndjson").lines().toList();

        assertThat(lines).hasSize(4);
        assertThat(lines.getFirst())
                .startsWith("{\"number\":1,\"member\":\""
                        + ANN.in(village.community()).hex() + "\"")
                .contains("\"choice\":\"for\"")
                .endsWith("\"counts\":false}");
    }

    @Test
    void allBallotsComeAsATable() {
        var table = export("csv", "text/csv")
                .lines()
                .map(line -> List.of(line.split(",", -1)))
                .toList();

        assertThat(table).hasSize(5).allMatch(row -> row.size() == 8);
        assertThat(table.getFirst())
                .containsExactly("number", "member", "act", "choice", "power", "acceptedAt", "counts", "reason");
        assertThat(table)
                .extracting(row -> row.get(3))
                .containsExactly(
                        "choice", "\"\"\"for\"\"\"", "\"\"\"against\"\"\"", "\"\"\"for\"\"\"", "\"\"\"abstain\"\"\"");
    }

    /** On purpose: nobody else could count them again. */
    @Test
    void ballotsAreOpenWhereTheRollIsNot() {
        village = Village.found(clock, text -> text + "membership: { roll: members }\n");
        poll = village.open("last");
        village.cast(ANN, poll, "for").statusCode(201);
        var ann = ANN.in(village.community()).hex();

        refused(given().get("/v1/polls/" + poll + "/roll/" + ann).then(), 401, "session-required");
        refused(given().get("/v1/polls/" + poll + "/papers").then(), 401, "session-required");
        ballots("").body("items.member", contains(ann));
        assertThat(export("jsonl", "application/x-ndjson")).contains(ann);
        assertThat(export("csv", "text/csv")).contains(ann);
    }

    @Test
    void nothingComesOfAPollThatNobodyKnows() {
        refused(given().get("/v1/polls/" + Hash.ZERO + "/ballots").then(), 404, "poll-unknown");
        refused(given().get("/v1/polls/" + Hash.ZERO + "/ballots.jsonl").then(), 404, "poll-unknown");
        refused(given().get("/v1/polls/" + Hash.ZERO + "/ballots.csv").then(), 404, "poll-unknown");
        refused(given().get("/v1/polls/" + poll.hex() + "/ballots?after=!!").then(), 400, "cursor-malformed");
        refused(given().get("/v1/polls/" + poll.hex() + "/ballots?limit=201").then(), 400, "request-invalid");
    }

    private ValidatableResponse ballots(String query) {
        return given().get("/v1/polls/" + poll.hex() + "/ballots" + query)
                .then()
                .statusCode(200);
    }

    private String export(String kind, String type) {
        return given().get("/v1/polls/" + poll.hex() + "/ballots." + kind)
                .then()
                .statusCode(200)
                .contentType(type)
                .extract()
                .asString();
    }
}
