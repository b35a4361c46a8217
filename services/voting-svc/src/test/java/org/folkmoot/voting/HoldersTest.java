// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.CastBallotTest.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;
import static org.folkmoot.voting.Village.await;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.PollOpenedV1;
import org.folkmoot.contracts.PollRefusedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Those who own something decide by what they owned when the roll was frozen. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HoldersTest {
    @Inject
    TestClock clock;

    private Village village;

    /** Ann has 3.00, Ben 1.00 and Cat 0.99, as of place 3 in the journal. */
    @BeforeEach
    void found() {
        village = Village.found(clock);
        village.pay(1, "treasury", ANN, 300);
        village.pay(2, "treasury", BEN, 100);
        village.pay(3, "treasury", CAT, 99);
    }

    @Test
    void holdersDecideByWhatTheyOwn() {
        var poll = open("holders", 3);

        assertThat(News.await(poll.hex(), PollOpenedV1.class).rollPower()).isEqualTo(BigInteger.valueOf(400));
        village.cast(ANN, poll, "against").statusCode(201);
        village.cast(BEN, poll, "for").statusCode(201);
        refused(village.cast(CAT, poll, "for"), 403, "not-on-roll");

        clock.pass(Duration.ofHours(2));
        assertThat(News.await(poll.hex(), DecisionReachedV1.class).counts())
                .isEqualTo(Map.of(
                        "for", BigInteger.valueOf(100),
                        "against", BigInteger.valueOf(300),
                        "abstain", BigInteger.ZERO));
    }

    /** Of 8.00 that are issued, Ann and Ben have 4.00 between them. */
    @ParameterizedTest
    @CsvSource({"799, PASSED", "800, PASSED", "801, REJECTED"})
    void aQuorumMayBeAShareOfAllThatIsIssued(long issued, DecisionReachedV1.Outcome outcome) {
        village.pay(4, "issuance/SKR", Village.EVE, issued + 50);
        village.pay(5, village.account(Village.EVE), "issuance/SKR", 50);
        var poll = open("issued", 5);
        village.cast(ANN, poll, "for").statusCode(201);
        village.cast(BEN, poll, "abstain").statusCode(201);
        village.pay(6, "issuance/SKR", Village.EVE, 1);

        clock.pass(Duration.ofHours(2));

        var decision = News.await(poll.hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(outcome);
        assertThat(decision.trace().getFirst().denominator().getFirst().value()).isEqualTo(BigInteger.valueOf(issued));
    }

    @Test
    void moneyThatMovesAfterThePlaceMovesNoVote() {
        village.pay(4, village.account(ANN), CAT, 300);
        var poll = open("holders", 3);

        village.pay(5, village.account(BEN), CAT, 100);
        village.join(3, EVE);
        awaitState(open("holders", 5), "open");

        standing(poll, ANN).body("power", equalTo("300")).body("weighing.balances.SKR", equalTo("300"));
        standing(poll, BEN).body("power", equalTo("100"));
        standing(poll, CAT).body("reason", equalTo("not-in-body"));
        village.cast(ANN, poll, "for").statusCode(201);
        read(poll).body("roll.power", equalTo("400"));
    }

    @Test
    void balancesOfALaterPlaceAreWaitedFor() {
        var definition = village.definition("holders", Duration.ZERO).withBalancesAt(4);
        village.ask(definition);
        await(() -> read(definition.id())
                .body("state", equalTo("waiting"))
                .body("waits.balancesPosition", equalTo(4))
                .body("waits.balancesReached", equalTo(3)));

        village.pay(4, "treasury", CAT, 1);

        awaitState(definition.id(), "open");
        read(definition.id()).body("roll.members", equalTo(3)).body("roll.power", equalTo("500"));
    }

    @Test
    void atTheBeginningOfTheJournalNobodyOwnsAnything() {
        refusedWith(village.definition("holders", Duration.ZERO).withBalancesAt(0), "Nobody is on the roll.");
    }

    @Test
    void aPollMustSayAsOfWhenWhereItsBodyAsks() {
        refusedWith(
                village.definition("holders", Duration.ZERO),
                "The policy asks what members own, and the poll does not say as of when.");
        refusedWith(
                village.definition("last", Duration.ZERO).withBalancesAt(3),
                "The policy does not ask what members own, and the poll says as of when.");
    }

    @Test
    void aCapIsAShareOfWhatAllHaveBeforeIt() {
        var poll = open("capped", 3);

        // Half of 499, rounded down.
        standing(poll, ANN)
                .body("power", equalTo("249"))
                .body("weighing.plugin", equalTo("balance"))
                .body("weighing.raw", equalTo("300"))
                .body("weighing.most", equalTo("249"));
        standing(poll, BEN).body("power", equalTo("100")).body("weighing.raw", equalTo("100"));
        read(poll).body("roll.power", equalTo("448"));
        village.cast(ANN, poll, "for").statusCode(201);
        clock.pass(Duration.ofHours(2));
        assertThat(News.await(poll.hex(), DecisionReachedV1.class).counts())
                .containsEntry("for", BigInteger.valueOf(249));
    }

    @Test
    void whoOwnsNothingIsOfTheBodyWithoutPower() {
        village.join(3, EVE);
        var definition =
                OpeningTest.at(village.definition("capped", Duration.ZERO), 3).withBalancesAt(3);
        village.ask(definition);
        awaitState(definition.id(), "open");

        standing(definition.id(), EVE)
                .body("onRoll", equalTo(false))
                .body("reason", equalTo("without-power"))
                .body("weighing.balances.SKR", equalTo("0"));
    }

    @Test
    void exclusionsArePartOfTheRoll() {
        var poll = village.open("newcomers");

        read(poll).body("roll.members", equalTo(1));
        standing(poll, ANN).body("reason", equalTo("excluded")).body("excludedBy", equalTo("founder"));
        refused(village.cast(ANN, poll, "for"), 403, "not-on-roll");
        village.cast(CAT, poll, "for").statusCode(201);
    }

    private Hash open(String policy, long place) {
        var definition = village.definition(policy, Duration.ZERO).withBalancesAt(place);
        village.ask(definition);
        awaitState(definition.id(), "open");
        return definition.id();
    }

    private void refusedWith(PollDefinition definition, String reason) {
        village.ask(definition);

        assertThat(News.await(definition.id().hex(), PollRefusedV1.class).reason())
                .isEqualTo(reason);
    }

    private ValidatableResponse standing(Hash poll, Person person) {
        return given().get("/v1/polls/" + poll + "/roll/" + person.in(village.community()))
                .then()
                .statusCode(200);
    }
}
