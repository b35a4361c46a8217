// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.awaitState;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sealed ballots carry the power of others as of the close, and say what they carry it for when they are opened. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SealedDelegationTest {
    @Inject
    TestClock clock;

    private SealedPoll poll;
    private DelegationActs acts;

    @BeforeEach
    void open() {
        poll = SealedPoll.open(clock, "sealed-commons");
        acts = new DelegationActs(poll.village());
    }

    @Test
    void anOpenedBallotCarriesThePowerOfThoseWhoDelegate() {
        acts.set(ANN, "commons", BEN).statusCode(201);
        cast(BEN, "for");
        cast(CAT, "against");

        var decision = decided();

        assertThat(decision.counts()).containsEntry("for", BigInteger.TWO).containsEntry("against", BigInteger.ONE);
        assertThat(decision.trace()).extracting("rule").containsExactly("quorum", "approval", "delegation", "opening");
        share(ANN).body("delegation.carried.by", contains(id(BEN)));
        share(BEN).body("delegation.received", equalTo("1"));
    }

    /** Who has voted is known while nobody knows what. */
    @Test
    void whoseBallotCarriesIsKnownBeforeItIsOpened() {
        acts.set(ANN, "commons", BEN).statusCode(201);
        cast(BEN, "for");

        share(ANN).body("delegation.carried.by", contains(id(BEN)));
        cast(ANN, "against");
        share(ANN).body("delegation.carried.by", contains(id(ANN)));
        share(BEN).body("delegation.received", equalTo("0"));
        given().get("/v1/polls/" + poll.id() + "/tally").then().body("counts", equalTo(null));
    }

    /** What is made after the close does not count, however long the trustees take. */
    @ParameterizedTest
    @CsvSource({"-1, 2", "0, 1", "1, 1"})
    void delegationsCountAsOfTheClose(long millis, long expected) {
        cast(BEN, "for");
        clock.reach(poll.definition().closesAt().plusMillis(millis));
        acts.set(ANN, "commons", BEN).statusCode(201);

        assertThat(decided().counts()).containsEntry("for", BigInteger.valueOf(expected));
        share(ANN).body("delegation.carried.by", expected == 2 ? contains(id(BEN)) : empty());
    }

    /** A spoilt ballot is no ballot for any rule, and so the voter's delegate carries their power. */
    @Test
    void whoseBallotIsSpoiltHasNotVoted() {
        acts.set(ANN, "commons", BEN).statusCode(201);
        cast(ANN, "perhaps");
        cast(BEN, "for");

        var decision = decided();

        assertThat(decision.counts()).containsEntry("for", BigInteger.TWO);
        share(ANN).body("delegation.carried.by", contains(id(BEN)));
    }

    @Test
    void aSpoiltBallotCarriesNothing() {
        acts.set(ANN, "commons", BEN).statusCode(201);
        cast(BEN, "perhaps");
        cast(CAT, "for");

        assertThat(decided().counts()).containsEntry("for", BigInteger.ONE);
        share(ANN).body("delegation.lost.reason", contains("silent"));
        share(CAT).body("delegation.carried.by", contains(id(CAT)));
    }

    @Test
    void aSpoiltBallotCarriesNotEvenItsVoter() {
        cast(CAT, "perhaps");
        share(CAT).body("delegation.carried.by", contains(id(CAT)));

        decided();

        share(CAT).body("delegation.carried", empty()).body("delegation.lost.reason", contains("silent"));
    }

    private void cast(Person voter, Object choice) {
        poll.cast(voter, choice).statusCode(201);
    }

    private DecisionReachedV1 decided() {
        poll.close();
        var decision = poll.opened();
        awaitState(poll.id(), "closed");
        return decision;
    }

    private ValidatableResponse share(Person member) {
        clock.pass(Duration.ofSeconds(1));
        return given().get("/v1/polls/" + poll.id() + "/roll/" + id(member))
                .then()
                .statusCode(200);
    }

    private String id(Person person) {
        return person.in(poll.village().community()).hex();
    }
}
