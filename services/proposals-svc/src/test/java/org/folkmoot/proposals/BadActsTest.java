// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.get;
import static org.folkmoot.proposals.Town.path;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every endpoint that takes an act against every way in which an act can be bad; nothing bad changes anything. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BadActsTest {
    private static final String TYPE = "urn:folkmoot:problem:";

    @Inject
    TestClock clock;

    private @Nullable Scene known;

    /** Sets one scene for all: Quarkus tells the tests its port only before each. */
    private Scene scene() {
        var set = known;
        if (set == null) known = set = Scene.set(clock);
        return set;
    }

    static Stream<Arguments> everyFlawEverywhere() {
        return Arrays.stream(Endpoint.values())
                .flatMap(endpoint -> Arrays.stream(Flaw.values()).map(flaw -> Arguments.of(endpoint, flaw)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("everyFlawEverywhere")
    void isRefusedAndChangesNothing(Endpoint endpoint, Flaw flaw) {
        var body = flaw.spoil(scene(), endpoint.good(scene()));

        post(endpoint.path(scene()), body).statusCode(flaw.status).body("type", equalTo(TYPE + flaw.problem));

        get(scene().draft()).body("state", equalTo("draft")).body("timeline.size()", equalTo(1));
        get(scene().failed()).body("state", equalTo("failed"));
        get(scene().sponsored()).body("state", equalTo("sponsoring")).body("sponsors.missing", equalTo(2));
    }

    @Test
    void theSameActTwiceIsDoneOnceAndNamed() {
        var envelope = scene().town().draft(ANN, "Once", List.of()).sign();
        String proposal = post(scene().town().draftsPath(), envelope)
                .statusCode(201)
                .extract()
                .path("proposal");

        post(scene().town().draftsPath(), envelope)
                .statusCode(409)
                .body("type", equalTo(TYPE + "act-duplicate"))
                .body("act", equalTo(proposal));
    }

    @Test
    void nothingIsKnownOfAnUnknownProposal() {
        var unknown = Hash.of(new byte[] {3}).hex();
        var envelope = scene().town().submission(ANN, unknown).sign();

        post(path(unknown, "submission"), envelope).statusCode(404).body("type", equalTo(TYPE + "proposal-unknown"));
        RestAssured.get("/v1/proposals/" + unknown).then().statusCode(404);
        RestAssured.get("/v1/proposals/no-hash").then().statusCode(404).body("type", equalTo(TYPE + "not-found"));
    }

    @Test
    void nothingIsKnownOfAnUnknownCommunity() {
        var nowhere = Hash.of(new byte[] {4});
        var act = ANN.says(nowhere, "proposal.draft/1")
                .until(clock.instant().plusSeconds(60))
                .with("actions", List.of())
                .with("text", "")
                .with("title", "Anywhere");

        post("/v1/communities/" + nowhere + "/proposals", act.sign())
                .statusCode(404)
                .body("type", equalTo(TYPE + "community-unknown"));
        RestAssured.get("/v1/communities/" + nowhere + "/proposals").then().statusCode(404);
    }

    @Test
    void badQueriesAreRefused() {
        RestAssured.given()
                .queryParam("state", "passed")
                .get(scene().town().draftsPath())
                .then()
                .statusCode(400)
                .body("type", equalTo(TYPE + "state-unknown"));
        RestAssured.given()
                .queryParam("after", "!")
                .get(scene().town().draftsPath())
                .then()
                .statusCode(400)
                .body("type", equalTo(TYPE + "cursor-malformed"));
        RestAssured.given()
                .queryParam("after", "eA")
                .get(scene().town().draftsPath())
                .then()
                .statusCode(400);
        RestAssured.given()
                .queryParam("limit", 201)
                .get(scene().town().draftsPath())
                .then()
                .statusCode(400);
        RestAssured.given()
                .contentType("text/plain")
                .body("act")
                .post(scene().town().draftsPath())
                .then()
                .statusCode(415);
    }
}
