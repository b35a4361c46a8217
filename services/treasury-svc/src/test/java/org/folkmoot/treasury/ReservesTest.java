// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.Decision.transfer;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.IntStream;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.CommitmentRefusedV1;
import org.folkmoot.contracts.CommitmentTakenV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.RoleGrantedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a constitution keeps in reserve stays, but for a decision under the policy that may take of it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReservesTest {
    private static final Person ANN = Person.named("Ann");
    private static final String RESERVES = """
            roles: { steward: {} }
            treasury:
              limits:
                - { from: treasury, asset: SKR, role: steward, most: "500.00", every: P1M }
              reserves:
                - { account: treasury, asset: SKR, least: "900.00", unless: all }
                - { account: school, asset: SKR, least: "200.01" }
            """;

    @Inject
    AgroalDataSource database;

    private Town town = Town.planned();

    @BeforeEach
    void found() {
        town = Town.found(Town.text() + RESERVES);
    }

    @ParameterizedTest
    @CsvSource({"99.99, enacted", "100.00, enacted", "100.01, reserve-needed"})
    void whatIsAboveTheReserveMoves(String amount, String answer) {
        assertThat(enact("another", transfer("treasury", "harbour", amount))).isEqualTo(answer);
        Town.await(() -> new Audit(database, town.community()).check());
    }

    @Test
    void thePolicyThatMayTakesOfItAndNobodyElseThen() {
        assertThat(enact("all", transfer("treasury", "harbour", "500.00"))).isEqualTo("enacted");
        assertThat(enact("another", transfer("treasury", "harbour", "0.01"))).isEqualTo("reserve-needed");
        assertThat(enact("another", transfer("harbour", "treasury", "400.01"))).isEqualTo("enacted");
        assertThat(enact("another", transfer("treasury", "harbour", "0.01"))).isEqualTo("enacted");
        assertThat(enact("another", transfer("treasury", "harbour", "0.01"))).isEqualTo("reserve-needed");
    }

    @Test
    void aReserveThatIsHigherThanWhatThereIsTakesNothingAndLetsNothingOut() {
        assertThat(enact("all", transfer("school", "harbour", "0.01"))).isEqualTo("reserve-needed");
        assertThat(enact("all", transfer("treasury", "school", "0.02"))).isEqualTo("enacted");
        assertThat(enact("all", transfer("school", "harbour", "0.01"))).isEqualTo("enacted");
    }

    @Test
    void theRefusalSaysWhatCanBeTakenOut() {
        var refused = (ActionFailedV1)
                Decision.in(town).submitted("another").enact(1, transfer("treasury", "harbour", "300.00"));

        assertThat(refused.detail())
                .isEqualTo("treasury keeps 900.00 SKR in reserve; 100.00 can be taken out, not 300.00.");
    }

    @Test
    void whatIsBurnedSetAsideOrPromisedIsTakenOut() {
        var burn =
                Map.<String, Object>of("type", "treasury.burn", "from", "treasury", "asset", "SKR", "amount", "100.01");
        var hold = Decision.with(
                Decision.with(transfer("treasury", "harbour", "100.01"), "type", "treasury.hold"), "term", "P900D");
        var stream = Decision.with(
                Decision.with(transfer("treasury", "harbour", "100.01"), "type", "treasury.stream"), "lasts", "P1D");

        assertThat(enact("another", burn)).isEqualTo("reserve-needed");
        assertThat(enact("another", hold)).isEqualTo("reserve-needed");
        assertThat(enact("another", stream)).isEqualTo("reserve-needed");
        assertThat(enact("another", Decision.with(hold, "amount", "60.00"))).isEqualTo("enacted");
        assertThat(enact("another", Decision.with(stream, "amount", "40.00"))).isEqualTo("enacted");
        assertThat(enact("another", transfer("treasury", "harbour", "0.01"))).isEqualTo("reserve-needed");
    }

    @Test
    void nothingIsSetAsideForAProposalThatHasToStay() {
        commit(Decision.in(town).submitted("another"), "100.01");
        assertThat(News.await(town.community().hex(), CommitmentRefusedV1.class, 1)
                        .getFirst()
                        .reason())
                .isEqualTo("reserve-needed");

        commit(Decision.in(town).submitted("another"), "60.00");
        commit(Decision.in(town).submitted("another"), "40.01");
        News.await(town.community().hex(), CommitmentRefusedV1.class, 2);
        commit(Decision.in(town).submitted("all"), "900.00");
        News.await(town.community().hex(), CommitmentTakenV1.class, 2);
    }

    @Test
    void whatIsToBeSetAsideWaitsUntilItsPolicyIsHeardOf() {
        var decision = Decision.in(town);
        commit(decision, "500.00");
        Town.await(() -> town.get("/waiting").body("items.reason", contains("submission")));

        decision.submitted("all");

        News.await(town.community().hex(), CommitmentTakenV1.class, 1);
        Town.await(() -> town.get("/waiting").body("items", empty()));
    }

    @Test
    void whoSpendsByARoleLeavesIt() {
        News.tell(
                Topics.IDENTITY,
                new RoleGrantedV1(
                        town.community().hex(),
                        2,
                        Town.NOW,
                        ANN.in(town.community()).hex(),
                        "steward",
                        RoleGrantedV1.WITHOUT_END,
                        Hash.ZERO.hex()));
        Town.await(() -> spend("known", "0.01").statusCode(201));

        spend("two", "100.00").statusCode(409).body("reason", equalTo("reserve-needed"));
        spend("three", "99.99").statusCode(201);
        town.expectBalance("treasury", "900.00");
    }

    @Test
    void ofManyAtOnceAsManyGoThroughAsThereIsRoomFor() {
        var decisions = IntStream.range(0, 10)
                .mapToObj(_ -> Decision.in(town).submitted("another"))
                .toList();

        for (var decision : decisions)
            News.tell(Topics.PROPOSALS, decision.due(1, transfer("treasury", "harbour", "20.00")));

        assertThat(News.await(town.community().hex(), EnactmentEvent.class, 10))
                .extracting(answer -> answer instanceof ActionFailedV1)
                .filteredOn(failed -> failed)
                .hasSize(5);
        town.expectBalance("treasury", "900.00");
    }

    @Test
    void theyAreListedWithWhatIsAboveThem() {
        town.get("/reserves")
                .statusCode(200)
                .body("items.account", contains("school", "treasury"))
                .body("items.least", contains("200.01", "900.00"))
                .body("items.available", contains("200.00", "1000.00"))
                .body("items.above", contains("0.00", "100.00"))
                .body("items[1].unless", equalTo("all"));
        var next = town.get("/reserves?limit=1")
                .body("items.account", contains("school"))
                .extract()
                .<String>path("next");
        town.get("/reserves?limit=1&after=" + next).body("items.account", contains("treasury"));
        given().get("/v1/communities/" + Hash.ZERO + "/reserves").then().statusCode(404);
        Town.found().get("/reserves").statusCode(200).body("items", empty());
    }

    private void commit(Decision decision, String amount) {
        News.tell(Topics.PROPOSALS, decision.commitment(transfer("treasury", "harbour", amount)));
    }

    private String enact(String policy, Map<String, Object> action) {
        return Decision.in(town).submitted(policy).enact(1, action) instanceof ActionFailedV1 failed
                ? failed.reason()
                : "enacted";
    }

    private ValidatableResponse spend(String id, String amount) {
        return given().contentType("application/json")
                .body(ANN.says(town.community(), "treasury.spend/1")
                        .with("id", id)
                        .with("from", "treasury")
                        .with("to", "harbour")
                        .with("asset", "SKR")
                        .with("amount", amount)
                        .sign()
                        .json())
                .post("/v1/communities/" + town.community() + "/spendings")
                .then();
    }
}
