// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.EscrowTown.ANN;
import static org.folkmoot.treasury.EscrowTown.BEA;
import static org.folkmoot.treasury.EscrowTown.CAT;
import static org.folkmoot.treasury.EscrowTown.EVE;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.contracts.EscrowSayingAddedV1;
import org.folkmoot.contracts.EscrowStepTakenV1;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tranches of a grant and bounties go to whom they are for when enough have said so, or back when their time is over. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class GrantsTest {
    private static final String WORK = "ab".repeat(32);

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private EscrowTown place;

    @BeforeEach
    void found() {
        place = EscrowTown.found(database, clock);
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @Test
    void aTrancheIsReleasedByADecisionOnceAndInItsTime() {
        var grant = place.decide(place.grant());
        place.town().expectBalance("escrow/" + grant, "60.00");

        assertThat(tranche(grant, 1)).isEqualTo("enacted");
        assertThat(tranche(grant, 1)).isEqualTo("tranche-ended");
        assertThat(tranche(grant, 2)).isEqualTo("tranche-early");
        assertThat(tranche(grant, 4)).isEqualTo("tranche-unknown");
        clock.pass(Duration.ofDays(1));
        assertThat(tranche(grant, 2)).isEqualTo("enacted");

        place.show(grant)
                .body("tranches", contains("released", "released", "waiting"))
                .body("terms.tranches[1].title", equalTo("Walls"))
                .body("released", equalTo("30.00"));
        place.town().expectBalance(place.account(BEA), "30.00");
        place.audit();
    }

    @Test
    void twoOfThoseWhoHoldTheRoleReleaseATranche() {
        var grant = place.decide(place.grant());

        attest(CAT, grant, 1).statusCode(201).body("released", equalTo(false));
        attest(CAT, grant, 1).statusCode(409).body("reason", equalTo("already-said"));
        attest(ANN, grant, 1).statusCode(403).body("reason", equalTo("not-in-role"));
        attest(EVE, grant, 2).statusCode(409).body("reason", equalTo("tranche-early"));
        place.town().expectBalance("escrow/" + grant, "60.00");
        attest(EVE, grant, 1).statusCode(201).body("released", equalTo(true));
        attest(EVE, grant, 1).statusCode(409).body("reason", equalTo("tranche-ended"));

        place.town().expectBalance(place.account(BEA), "10.00");
        place.town().get("/escrows/" + grant + "/sayings").body("items", hasSize(2));
        place.town().get("/escrows/" + grant + "/steps").body("items.what", contains("release"));
        place.audit();
    }

    @Test
    void nobodyAttestsWhatIsForOneself() {
        var grant = place.decide(Decision.with(place.grant(), "to", place.account(CAT)));

        attest(CAT, grant, 1).statusCode(403).body("reason", equalTo("judge-benefits"));
        place.audit();
    }

    @Test
    void whatIsNotReleasedInTimeGoesBackByItself() {
        var grant = place.decide(place.grant());
        clock.pass(Duration.ofDays(2));

        assertThat(tranche(grant, 2)).isIn("tranche-expired", "tranche-ended");
        Town.await(() -> place.show(grant)
                .body("returned", equalTo("20.00"))
                .body("tranches", contains("waiting", "expired", "waiting")));
        Town.await(() -> place.town().expectBalance("treasury", "960.00"));
        clock.comeBack();
        assertThat(tranche(grant, 2)).isEqualTo("tranche-ended");
        assertThat(place.outcome("treasury.cancel", Map.of("escrow", grant))).isEqualTo("enacted");

        place.show(grant).body("state", equalTo("cancelled")).body("tranches", contains("voided", "expired", "voided"));
        place.town().expectBalance("treasury", "1000.00");
        attest(CAT, grant, 1).statusCode(409).body("reason", equalTo("tranche-ended"));
        place.audit();
    }

    @Test
    void judgesGiveABountyToWhoeverClaimedIt() {
        var bounty = place.decide(place.bounty(2));
        var bea = place.account(BEA);

        award(CAT, bounty, bea).statusCode(409).body("reason", equalTo("claim-unknown"));
        claim(BEA, bounty).statusCode(201).body("released", equalTo(false));
        claim(BEA, bounty).statusCode(409).body("reason", equalTo("already-said"));
        claim(CAT, bounty).statusCode(403).body("reason", equalTo("judge-benefits"));
        award(ANN, bounty, bea).statusCode(403).body("reason", equalTo("not-in-role"));
        award(CAT, bounty, bea).statusCode(201).body("released", equalTo(false));
        award(EVE, bounty, bea).statusCode(201).body("released", equalTo(true));
        award(EVE, bounty, bea).statusCode(409).body("reason", equalTo("escrow-ended"));
        claim(ANN, bounty).statusCode(409).body("reason", equalTo("escrow-ended"));

        place.town().expectBalance(bea, "50.00");
        place.show(bounty).body("state", equalTo("ended"));
        assertThat(place.outcome("treasury.cancel", Map.of("escrow", bounty))).isEqualTo("escrow-ended");
        place.audit();
        var community = place.town().community().hex();
        assertThat(News.await(community, EscrowStepTakenV1.class, 1))
                .extracting(EscrowStepTakenV1::what)
                .containsExactly("award");
        assertThat(News.await(community, EscrowSayingAddedV1.class, 3))
                .extracting(EscrowSayingAddedV1::type)
                .containsExactly(
                        EscrowSayingAddedV1.Type.CLAIM, EscrowSayingAddedV1.Type.AWARD, EscrowSayingAddedV1.Type.AWARD);
    }

    @Test
    void aJudgeIsNeverTheBeneficiaryOfADecisionEither() {
        var bounty = place.decide(place.bounty(1));

        assertThat(decideAward(bounty, place.account(CAT))).isEqualTo("judge-benefits");
        assertThat(decideAward(bounty, "nowhere")).isEqualTo("account-unknown");
        assertThat(decideAward(bounty, place.account(ANN))).isEqualTo("enacted");
        place.town().expectBalance(place.account(ANN), "50.00");
        place.audit();
    }

    @Test
    void aBountyThatNobodyGotGoesBackUnlessItIsKeptForLonger() {
        var bounty = place.decide(place.bounty(1));
        assertThat(place.outcome("treasury.extend", Map.of("escrow", bounty, "by", "P5D")))
                .isEqualTo("enacted");
        clock.pass(Duration.ofDays(6));
        place.show(bounty).body("state", equalTo("open"));
        claim(BEA, bounty).statusCode(201);
        clock.pass(Duration.ofDays(4));

        award(CAT, bounty, place.account(BEA)).statusCode(409);
        place.show(bounty).body("state", equalTo("expired")).body("returned", equalTo("50.00"));
        Town.await(() -> place.town().expectBalance("treasury", "1000.00"));
        assertThat(place.outcome("treasury.extend", Map.of("escrow", bounty, "by", "P5D")))
                .isEqualTo("escrow-ended");
        place.audit();
    }

    @Test
    void whatCannotGoBackNowGoesBackLater() {
        var bounty = place.decide(place.bounty(1));
        assertThat(place.outcome("treasury.freeze", Map.of("account", "treasury", "asset", "SKR")))
                .isEqualTo("enacted");
        clock.pass(Duration.ofDays(5));
        place.show(bounty).body("state", equalTo("expired"));
        assertThat(decideAward(bounty, place.account(BEA))).isEqualTo("bounty-expired");
        expectRefusedReturns(bounty, 1);

        assertThat(place.outcome("treasury.unfreeze", Map.of("account", "treasury", "asset", "SKR")))
                .isEqualTo("enacted");
        clock.pass(Duration.ofHours(7));

        Town.await(() -> place.town().expectBalance("treasury", "1000.00"));
        place.audit();
    }

    @Test
    void aTrancheThatCannotGoBackNowGoesBackLaterWhateverElseIsReleased() {
        var grant = place.decide(place.grant());
        assertThat(place.outcome("treasury.freeze", Map.of("account", "treasury", "asset", "SKR")))
                .isEqualTo("enacted");
        clock.pass(Duration.ofDays(2));
        expectRefusedReturns(grant, 1);

        assertThat(tranche(grant, 1)).isEqualTo("enacted");
        expectRefusedReturns(grant, 2);
        clock.pass(Duration.ofHours(7));
        expectRefusedReturns(grant, 3);
        assertThat(place.outcome("treasury.unfreeze", Map.of("account", "treasury", "asset", "SKR")))
                .isEqualTo("enacted");
        clock.pass(Duration.ofHours(7));

        Town.await(() -> place.show(grant).body("tranches", contains("released", "expired", "waiting")));
        Town.await(() -> place.town().expectBalance("treasury", "960.00"));
        place.audit();
    }

    private void expectRefusedReturns(String escrow, int count) {
        Town.await(() -> assertThat(new Sql(database)
                        .all(
                                "select 1 from escrow_step where reason = 'account-not-open' and escrow = decode(?, 'hex')",
                                _ -> 1,
                                escrow))
                .hasSize(count));
    }

    private String decideAward(String bounty, String to) {
        return place.outcome("treasury.award", Map.of("escrow", bounty, "to", to));
    }

    private String tranche(String grant, int number) {
        return place.outcome("treasury.tranche", Map.of("escrow", grant, "number", number));
    }

    private ValidatableResponse attest(Person person, String grant, int number) {
        return place.send(
                "attestations", place.says(person, "grant.attest/1", grant).with("number", number));
    }

    private ValidatableResponse claim(Person person, String bounty) {
        return place.send("claims", place.says(person, "bounty.claim/1", bounty).with("work", WORK));
    }

    private ValidatableResponse award(Person person, String bounty, String to) {
        return place.send("awards", place.says(person, "bounty.award/1", bounty).with("to", to));
    }
}
