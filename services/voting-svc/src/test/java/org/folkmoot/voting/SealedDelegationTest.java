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
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.record.Hash;
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
    private final Trustees trustees = new Trustees();

    @Inject
    TestClock clock;

    private Village village;
    private DelegationActs acts;
    private PollDefinition definition;
    private Hash poll;

    @BeforeEach
    void open() {
        village = Village.found(clock, trustees::in);
        acts = new DelegationActs(village);
        definition = village.definition("sealed-commons", Duration.ZERO);
        poll = definition.id();
        village.ask(definition);
        awaitState(poll, "open");
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
        given().get("/v1/polls/" + poll + "/tally").then().body("counts", equalTo(null));
    }

    /** What is made after the close does not count, however long the trustees take. */
    @ParameterizedTest
    @CsvSource({"-1, 2", "0, 1", "1, 1"})
    void delegationsCountAsOfTheClose(long millis, long expected) {
        cast(BEN, "for");
        clock.reach(definition.closesAt().plusMillis(millis));
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
    }

    private void cast(Person voter, Object choice) {
        village.cast(voter, poll, trustees.seal(village, poll, voter, choice)).statusCode(201);
    }

    private DecisionReachedV1 decided() {
        clock.reach(definition.closesAt());
        awaitState(poll, "unsealing");
        trustees.give(1, poll).statusCode(201);
        trustees.give(2, poll).statusCode(201);
        var decision = News.await(poll.hex(), DecisionReachedV1.class);
        awaitState(poll, "closed");
        return decision;
    }

    private ValidatableResponse share(Person member) {
        clock.pass(Duration.ofSeconds(1));
        return given().get("/v1/polls/" + poll + "/roll/" + id(member)).then().statusCode(200);
    }

    private String id(Person person) {
        return person.in(village.community()).hex();
    }
}
