// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.awaitState;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;

/** A poll whose ballots are sealed, in a village of its own with two of three trustees. */
record SealedPoll(Village village, Trustees trustees, PollDefinition definition) {
    /** Opens it by a policy. */
    static SealedPoll open(TestClock clock, String policy) {
        var trustees = new Trustees();
        var village = Village.found(clock, trustees::in);
        return new SealedPoll(village, trustees, new Polling(village).open(policy));
    }

    Hash id() {
        return definition.id();
    }

    /** Two are for it and one is against it. */
    void castAll() {
        cast(ANN, "for").statusCode(201);
        cast(BEN, "for").statusCode(201);
        cast(CAT, "against").statusCode(201);
    }

    ValidatableResponse cast(Person voter, Object choice) {
        return village.cast(voter, id(), trustees.seal(village, id(), voter, choice));
    }

    /** Lets it close, until trustees can open it. */
    void close() {
        village.clock().reach(definition.closesAt());
        awaitState(id(), "unsealing");
    }

    ValidatableResponse give(int trustee) {
        return trustees.give(trustee, id());
    }

    /** Lets two trustees open it, and waits for what was decided. */
    DecisionReachedV1 opened() {
        give(1).statusCode(201);
        give(2).statusCode(201);
        return News.await(id().hex(), DecisionReachedV1.class);
    }

    ValidatableResponse ballots() {
        return given().get("/v1/polls/" + id() + "/ballots").then().statusCode(200);
    }

    static ValidatableResponse refused(ValidatableResponse answer, int status, String type) {
        return answer.statusCode(status).body("type", equalTo("urn:folkmoot:problem:" + type));
    }
}
