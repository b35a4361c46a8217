// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Lots.one;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was said in the rounds of a draw is read for ever, those that were begun anew, too. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DrawRoundsTest {
    @Inject
    TestClock clock;

    @Inject
    MembershipStore membership;

    private Lots lots;
    private Hash draw;

    /** Ann, Ben and Cat make the seed; Ben keeps his value back in the first round, and Cat commits to none. */
    @BeforeEach
    void beginAnew() {
        lots = Lots.found(clock, membership);
        lots.witness(5, CAT);
        lots.await(membership, 5);
        draw = lots.open(one());
        lots.commit(ANN, draw, 1).statusCode(201);
        lots.commit(BEN, draw, 1).statusCode(201);
        lots.reachReveals(draw, 1);
        lots.reveal(ANN, draw, 1).statusCode(201);
        lots.reachClose(draw, 1);
        lots.round(draw, 2);
    }

    @Test
    void itIsReadWhoCommittedWhoRevealedAndWhoKeptAValueBack() {
        var ann = Lots.value(lots, draw, ANN, 1);
        var ben = Lots.value(lots, draw, BEN, 1);

        rounds("")
                .body("items.round", contains(1, 2))
                .body("items[0].committers.member", containsInAnyOrder(lots.id(ANN), lots.id(BEN), lots.id(CAT)))
                .body(of(0, ANN) + ".commitment", equalTo(ann.commitment()))
                .body(of(0, ANN) + ".value", equalTo(ann.value()))
                .body(of(0, ANN) + ".withheld", equalTo(false))
                .body(of(0, BEN) + ".commitment", equalTo(ben.commitment()))
                .body(of(0, BEN) + ".value", nullValue())
                .body(of(0, BEN) + ".withheld", equalTo(true))
                .body(of(0, CAT) + ".commitment", nullValue())
                .body(of(0, CAT) + ".withheld", equalTo(false))
                .body("items[1].committers.member", containsInAnyOrder(lots.id(ANN), lots.id(CAT)))
                .body("items[1].committers.commitment.findAll { it != null }", empty());
    }

    @Test
    void itIsReadWhenEachWasHeld() {
        var first = lots.round(draw, 1);
        var second = lots.round(draw, 2);

        rounds("")
                .body("items.opensAt", contains(Times.text(first.openedAt()), Times.text(second.openedAt())))
                .body("items.revealsAt", contains(Times.text(first.revealsAt()), Times.text(second.revealsAt())))
                .body("items.closesAt", contains(Times.text(first.closesAt()), Times.text(second.closesAt())));
    }

    /** Nobody is left who could make a seed, so there is no third round, and the last one is read like the others. */
    @Test
    void theRoundInWhichADrawFailedIsReadLikeTheOthers() {
        lots.commit(ANN, draw, 2).statusCode(201);
        lots.commit(CAT, draw, 2).statusCode(201);
        lots.reachReveals(draw, 2);
        lots.reveal(ANN, draw, 2).statusCode(201);
        lots.reachClose(draw, 2);
        Lots.awaitState(draw, "failed");

        rounds("")
                .body("items.round", contains(1, 2))
                .body(of(1, CAT) + ".withheld", equalTo(true))
                .body(of(0, CAT) + ".withheld", equalTo(false))
                .body(of(0, BEN) + ".withheld", equalTo(true));
    }

    @Test
    void theyAreReadPageByPage() {
        var first =
                rounds("?limit=1").body("items.round", contains(1)).extract().jsonPath();
        var second = rounds("?limit=1&after=" + first.getString("next"))
                .body("items.round", contains(2))
                .extract()
                .jsonPath();

        assertThat(second.getString("next")).isNull();
        rounds("?limit=2").body("items.round", contains(1, 2)).body("next", nullValue());
        given().get("/v1/draws/" + draw + "/rounds?after=zzz").then().statusCode(400);
        given().get("/v1/draws/" + draw + "/rounds?limit=201").then().statusCode(400);
        given().get("/v1/draws/" + Hash.ZERO + "/rounds").then().statusCode(404);
    }

    private String of(int round, Person person) {
        return "items[" + round + "].committers.find { it.member == '" + lots.id(person) + "' }";
    }

    private ValidatableResponse rounds(String query) {
        return given().get("/v1/draws/" + draw + "/rounds" + query).then().statusCode(200);
    }
}
