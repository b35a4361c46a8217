// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where a body recounts, only those decide who are still in it at the close. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RecountTest {
    @Inject
    TestClock clock;

    private Village village;
    private PollDefinition poll;

    /** Ann, a founder, has 3.00, Ben, the other one, 1.00 and Cat 2.00. */
    @BeforeEach
    void open() {
        village = Village.found(clock);
        village.pay(1, "treasury", ANN, 300);
        village.pay(2, "treasury", BEN, 100);
        village.pay(3, "treasury", CAT, 200);
        poll = village.definition("present", Duration.ZERO).withBalancesAt(3);
        village.ask(poll);
        awaitState(poll.id(), "open");
    }

    @Test
    void whereNothingChangesNobodyIsStruck() {
        village.cast(ANN, poll.id(), "for").statusCode(201);

        var decision = close();

        assertThat(decision.rollPower()).isEqualTo(BigInteger.valueOf(600));
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.trace().getLast().words())
                .isEqualTo("Recounted as of membership position 2 and place 3 in the journal: struck off were 0 of 3"
                        + " members with 0 of the power 600.");
    }

    @Test
    void whoLeftIsStruckWithBallotAndPower() {
        village.cast(ANN, poll.id(), "against").statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);
        village.cast(ANN, poll.id(), "abstain").statusCode(201);
        village.leave(3, ANN);
        heard("last", 3);

        var decision = close();

        assertThat(decision.rollMembers()).isEqualTo(2);
        assertThat(decision.rollPower()).isEqualTo(BigInteger.valueOf(300));
        assertThat(decision.ballots()).isEqualTo(1);
        assertThat(decision.counts())
                .containsEntry("for", BigInteger.valueOf(100))
                .containsEntry("against", BigInteger.ZERO)
                .containsEntry("abstain", BigInteger.ZERO);
        // 100 of 300 are less than half of the roll.
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
        read(poll.id()).body("roll.members", equalTo(2)).body("roll.power", equalTo("300"));
        given().get("/v1/polls/" + poll.id() + "/ballots").then().body("items.counts", contains(false, true, false));
    }

    @Test
    void whoOwnsNothingAnyMoreIsStruckAndWhoOwnsMoreGainsNothing() {
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(CAT, poll.id(), "against").statusCode(201);
        village.join(3, EVE);
        village.pay(4, village.account(CAT), ANN, 101);
        village.pay(5, "treasury", EVE, 10_000);
        village.pay(6, village.account(BEN), ANN, 99);
        awaitState(heardOf(6), "open");

        var decision = close();

        // Cat is under 1.00; Ben has 0.01 left and is a founder, so still of the body.
        assertThat(decision.rollMembers()).isEqualTo(2);
        assertThat(decision.rollPower()).isEqualTo(BigInteger.valueOf(400));
        assertThat(decision.counts())
                .containsEntry("for", BigInteger.valueOf(300))
                .containsEntry("against", BigInteger.ZERO);
    }

    /** Until the close she is on the roll, and may come back; Ben stays on it, and Eve never was. */
    @Test
    void theRollSaysWhoWasStruckOff() {
        village.leave(3, ANN);
        heard("last", 3);
        standing(ANN).body("onRoll", equalTo(true)).body("reason", equalTo("on-roll"));

        close();
        awaitState(poll.id(), "closed");

        standing(ANN)
                .body("onRoll", equalTo(false))
                .body("reason", equalTo("struck-off"))
                .body("body", equalTo("present"))
                .body("power", nullValue());
        standing(BEN).body("onRoll", equalTo(true)).body("power", equalTo("100"));
        standing(EVE).body("reason", equalTo("never-member"));
    }

    private ValidatableResponse standing(Person member) {
        return given().get("/v1/polls/" + poll.id() + "/roll/" + member.in(village.community()))
                .then()
                .statusCode(200);
    }

    private DecisionReachedV1 close() {
        clock.reach(poll.closesAt());
        return News.await(poll.id().hex(), DecisionReachedV1.class);
    }

    /** Waits until the service has heard of a membership position: another poll of it opens. */
    private void heard(String policy, long position) {
        var other = OpeningTest.at(village.definition(policy, Duration.ZERO), position);
        village.ask(other);
        awaitState(other.id(), "open");
    }

    private Hash heardOf(long place) {
        var other =
                OpeningTest.at(village.definition("holders", Duration.ZERO), 3).withBalancesAt(place);
        village.ask(other);
        return other.id();
    }
}
