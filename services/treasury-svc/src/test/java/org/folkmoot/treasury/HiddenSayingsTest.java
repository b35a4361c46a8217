// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.EscrowTown.BEA;
import static org.folkmoot.treasury.EscrowTown.CAT;
import static org.folkmoot.treasury.EscrowTown.EVE;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.Test;

/** Where only members read the roll, nothing that members ask for or say is read with their names but what offices say. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HiddenSayingsTest {
    private static final String ROLL = "membership: { roll: members }\n";
    private static final String EXPENSES =
            "treasury: { expenses: { events: { from: school, role: steward, atLeast: 2, most: \"150.00\" } } }\n";
    private static final String HASH = "ab".repeat(32);
    private static final String IBAN = "DE89370400440532013000";

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    @Test
    void aClaimOfAnExpenseNamesThoseWhoDecidedAboutItAlone() {
        var place = place();
        var memo = "Lamps of " + place.account(BEA);
        String expense =
                post(place.town(), "/expenses", claim(place, memo)).extract().path("expense");
        for (var steward : List.of(CAT, EVE))
            post(
                    place.town(),
                    "/expenses/approvals",
                    steward.says(place.town().community(), "expense.approve/1")
                            .with("expense", expense)
                            .until(clock.instant().plus(Duration.ofDays(1))));

        for (var path : List.of("/expenses", "/expenses/" + expense, "/transfers/" + expense, "/transfers"))
            assertThat(body(place.town(), path)).doesNotContain(id(place, BEA)).contains("Lamps of member");
        for (var book : List.of("hledger", "beancount", "csv"))
            assertThat(body(place.town(), "/journal/" + book))
                    .doesNotContain(id(place, BEA))
                    .contains("Lamps of member");
        assertThat(body(place.town(), "/statements/school?asset=SKR")).doesNotContain(id(place, BEA));
        place.town().get("/expenses/" + expense + "/verdicts").body("member", contains(id(place, CAT), id(place, EVE)));
    }

    @Test
    void whatIsKeptForSomebodyNamesNobody() {
        var place = place();
        var bounty = place.decide(Decision.with(place.bounty(1), "memo", "A ladder for " + place.account(BEA)));
        var grant = place.decide(Decision.with(
                place.grant(),
                "tranches",
                List.of(Map.of("amount", "10.00", "title", "Roof of " + place.account(BEA)))));
        place.send("claims", place.says(BEA, "bounty.claim/1", bounty).with("work", HASH))
                .statusCode(201);
        place.send("awards", place.says(CAT, "bounty.award/1", bounty).with("to", place.account(BEA)))
                .statusCode(201)
                .body("released", equalTo(true));

        for (var path : List.of(
                "/escrows",
                "/escrows/" + bounty,
                "/escrows/" + bounty + "/steps",
                "/escrows/" + bounty + "/sayings",
                "/escrows/" + grant)) assertThat(body(place.town(), path)).doesNotContain(id(place, BEA));
        assertThat(body(place.town(), "/escrows/" + bounty + "/sayings")).contains(id(place, CAT));
        assertThat(body(place.town(), "/escrows/" + grant)).contains("Roof of member");
    }

    @Test
    void whatHappenedOutsideNamesThoseWhoWatchItAlone() {
        var outsiders = Outsiders.found(Instant.now().plus(Duration.ofDays(1)), ROLL);
        var dan = Outsiders.DAN.in(outsiders.town().community()).hex();
        var said = Outsiders.with(Outsiders.deposit("1", "20.00"), "account", "member/" + dan);
        outsiders.attest(Outsiders.ANN, said).statusCode(201);
        String attestation =
                outsiders.attest(Outsiders.BEA, said).statusCode(201).extract().path("attestation");

        for (var path : List.of("/attestations", "/attestations/" + attestation))
            assertThat(body(outsiders.town(), path))
                    .doesNotContain(dan)
                    .contains("\"account\":\"member\"")
                    .contains(Outsiders.BEA.in(outsiders.town().community()).hex());
    }

    @Test
    void whoIsPaidOutsideIsShownToMembersAlone() {
        var hidden = payout(ROLL);
        hidden.get("/order").statusCode(401).body("type", equalTo("urn:folkmoot:problem:session-required"));
        assertThat(hidden.get("").statusCode(200).extract().asString())
                .doesNotContain(IBAN)
                .doesNotContain("Dan");

        var open = payout("");
        open.get("/order").statusCode(200);
        open.get("").statusCode(200).body("to.iban", equalTo(IBAN)).body("to.name", equalTo("Dan"));
    }

    private record Payout(Town town, String id) {
        ValidatableResponse get(String path) {
            return town.get("/payouts/" + id + path);
        }
    }

    private static Payout payout(String roll) {
        var outsiders = Outsiders.found(Instant.now().plus(Duration.ofDays(1)), roll);
        outsiders.deposited("in", "100.00");
        var decision = Decision.in(outsiders.town());
        decision.enact(
                1,
                Map.of(
                        "type", "treasury.payout",
                        "from", "treasury",
                        "asset", "EUR",
                        "amount", "10.00",
                        "to", Map.of("iban", IBAN, "name", "Dan"),
                        "expires", "P900D"));
        return new Payout(outsiders.town(), decision.enactment(1));
    }

    private EscrowTown place() {
        return EscrowTown.found(database, clock, ROLL + EXPENSES);
    }

    private static Saying claim(EscrowTown place, String memo) {
        return BEA.says(place.town().community(), "expense.claim/1")
                .with("id", "a")
                .with("from", "school")
                .with("asset", "SKR")
                .with("amount", "49.90")
                .with("receipt", HASH)
                .with("memo", memo)
                .until(place.clock().instant().plus(Duration.ofDays(1)));
    }

    private static ValidatableResponse post(Town town, String door, Saying saying) {
        return given().contentType("application/json")
                .body(saying.sign().json())
                .post("/v1/communities/" + town.community() + door)
                .then()
                .statusCode(201);
    }

    private static String id(EscrowTown place, Person person) {
        return person.in(place.town().community()).hex();
    }

    private static String body(Town town, String path) {
        return town.get(path).statusCode(200).extract().asString();
    }
}
