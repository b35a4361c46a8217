// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.folkmoot.voting.Village.await;
import static org.folkmoot.voting.Village.awaitState;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;

/** Polls of a village from their opening to their decision. */
public record Polling(Village village) {
    /** Opens a poll by a policy and waits until it takes ballots. */
    public PollDefinition open(String policy) {
        var poll = village.definition(policy, Duration.ZERO);
        village.ask(poll);
        awaitState(poll.id(), "open");
        return poll;
    }

    /** The poll of another chamber of the same stage. */
    public Hash chamber(PollDefinition poll, String name) {
        var stage = village.constitution().policy(poll.policy()).orElseThrow().first();
        return poll.in(stage.chamber(name).orElseThrow()).id();
    }

    /** Lets the time come at which a poll closes, and waits for what was decided. */
    public DecisionReachedV1 close(PollDefinition poll) {
        village.clock().reach(poll.closesAt());
        return News.await(poll.id().hex(), DecisionReachedV1.class);
    }

    /** Lets whoever closes polls have a turn: one is decided that closes after everything that is due now. */
    public void awaitTurn() {
        close(open("last"));
    }

    /** What became of a member's power. */
    public ValidatableResponse share(Hash poll, Person member) {
        // A live count is a second old at most.
        village.clock().pass(Duration.ofSeconds(1));
        var id = member.in(village.community()).hex();
        return given().get("/v1/polls/" + poll + "/roll/" + id).then().statusCode(200);
    }

    /** Waits until so much is counted. */
    public void awaitCounts(Hash poll, long inFavor, long against) {
        village.clock().pass(Duration.ofSeconds(1));
        await(() -> given().get("/v1/polls/" + poll + "/tally")
                .then()
                .body("counts.for", equalTo(Long.toString(inFavor)))
                .body("counts.against", equalTo(Long.toString(against))));
    }
}
