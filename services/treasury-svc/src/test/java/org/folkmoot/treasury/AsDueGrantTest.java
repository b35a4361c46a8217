// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A grant that an account pays as it is due: a released tranche is owed until the account can pay it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AsDueGrantTest {
    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private EscrowTown place;
    private Decision decision;
    private String grant;

    @BeforeEach
    void promise() {
        clock.reach(Town.NOW);
        place = EscrowTown.found(database, clock);
        decision = Decision.in(place.town());
        assertThat(decision.enact(1, grant())).isInstanceOf(ActionEnactedV1.class);
        grant = decision.enactment(1);
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @Test
    void nothingIsSetAsideAndAReleasedTrancheIsPaidWhenItIsTaken() {
        holds("workshop", "40");
        withdraw("a").statusCode(409).body("reason", equalTo("nothing-accrued"));
        assertThat(release(1)).isEqualTo("enacted");
        assertThat(release(1)).isEqualTo("tranche-ended");
        holds("workshop", "40");
        show("30", "0", "100");

        String transfer = withdraw("b").statusCode(201).extract().path("transfer");

        holds("workshop", "10");
        holds(place.account(BEA), "30");
        show("0", "0", "70");
        place.town()
                .get("/transfers/" + transfer)
                .body("code", equalTo("decided"))
                .body("cause", equalTo(decision.proposal()))
                .body("from", equalTo("workshop"));
        place.town().get("/escrows/" + grant + "/steps").body("items.what", contains("withdraw", "release", "open"));
        place.audit();
    }

    @Test
    void whatTheAccountCannotPayIsOwedUntilItCan() {
        assertThat(release(1)).isEqualTo("enacted");
        assertThat(release(3)).isEqualTo("enacted");
        show("80", "40", "100");
        withdraw("a", "41").statusCode(409).body("reason", equalTo("funds-short"));
        withdraw("b", "81").statusCode(409).body("reason", equalTo("exceeds-accrued"));
        withdraw("c").statusCode(201);
        show("40", "40", "60");
        withdraw("d").statusCode(409).body("reason", equalTo("funds-short"));

        refill("40");
        withdraw("e", "39").statusCode(201);
        withdraw("f").statusCode(201);

        show("0", "0", "20");
        place.show(grant).body("state", equalTo("open")).body("tranches", contains("released", "waiting", "released"));
        assertThat(release(2)).isEqualTo("enacted");
        withdraw("g").statusCode(409);
        refill("20");
        withdraw("h").statusCode(201);
        place.show(grant).body("state", equalTo("ended")).body("released", equalTo("100"));
        withdraw("i").statusCode(409).body("reason", equalTo("escrow-ended"));
        place.audit();
    }

    @Test
    void whatIsReleasedStaysOwedWhenTheRestIsCancelled() {
        assertThat(release(3)).isEqualTo("enacted");

        assertThat(change("cancel")).isEqualTo("enacted");

        place.show(grant)
                .body("state", equalTo("cancelled"))
                .body("returned", equalTo("50"))
                .body("tranches", contains("voided", "voided", "released"));
        holds("workshop", "40");
        show("50", "10", "50");
        assertThat(change("cancel")).isEqualTo("escrow-ended");
        withdraw("a").statusCode(201);
        refill("40");
        withdraw("b").statusCode(201);
        withdraw("c").statusCode(409).body("reason", equalTo("escrow-ended"));
        place.audit();
    }

    @Test
    void whatIsAllDueIsNotCancelled() {
        for (int number = 1; number <= 3; number++) assertThat(release(number)).isEqualTo("enacted");

        assertThat(change("cancel")).isEqualTo("grant-complete");
        assertThat(change("pause")).isEqualTo("escrow-kind");
        show("100", "60", "100");
    }

    @Test
    void aTrancheThatIsNotReleasedInTimeIsNeverDueAndNothingMovesForThat() {
        assertThat(release(1)).isEqualTo("enacted");
        clock.pass(Duration.ofDays(2).plusHours(1));

        Town.await(() -> place.show(grant)
                .body("returned", equalTo("20"))
                .body("tranches", contains("released", "expired", "waiting")));
        Town.await(() -> place.town()
                .get("/escrows/" + grant + "/steps")
                .body("items.what", contains("expire", "release", "open")));
        holds("workshop", "40");
        show("30", "0", "80");
        assertThat(release(2)).isEqualTo("tranche-ended");
        place.audit();
    }

    @Test
    void attestersReleaseItToo() {
        attest(CAT).statusCode(201).body("released", equalTo(false));
        attest(EVE).statusCode(201).body("released", equalTo(true));

        show("50", "10", "100");
        place.send("withdrawals", place.says(CAT, "stream.withdraw/1", grant).with("id", "a"))
                .statusCode(403)
                .body("reason", equalTo("not-the-recipient"));
        withdraw("a").statusCode(201);
        holds("workshop", "0");
    }

    @Test
    void whatIsOwedIsForetold() {
        assertThat(release(3)).isEqualTo("enacted");

        place.town()
                .get("/forecast?asset=HOURS&until=2026-12-20T00:00:00Z&account=workshop")
                .statusCode(200)
                .body("own", equalTo("40"))
                .body("kept", equalTo("0"))
                .body("parts[0].out.grant", equalTo("100"))
                .body("parts[0].remains", equalTo("-60"));
    }

    @Test
    void itIsPromisedTogetherWithOthers() {
        var pay = Decision.with(Decision.transfer("workshop", place.account(BEA), "30"), "asset", "HOURS");
        var both = Decision.in(place.town());

        assertThat(both.enact(1, both.together(1, List.of(grant(), pay)))).isInstanceOf(ActionEnactedV1.class);

        holds("workshop", "10");
        place.show(both.enactment(0, 1)).body("left", equalTo("100")).body("accrued", equalTo("0"));
    }

    @ParameterizedTest
    @CsvSource({"from, harbour, account-unknown", "to, nowhere, account-unknown", "asset, EUR, asset-unknown"})
    void whatNobodyCanPayIsNotPromised(String part, String value, String reason) {
        var answer = (ActionFailedV1) Decision.in(place.town()).enact(1, Decision.with(grant(), part, value));

        assertThat(answer.reason()).isEqualTo(reason);
    }

    /** A hundred hours: more than the workshop has. */
    private Map<String, Object> grant() {
        var action = new HashMap<>(place.grant());
        action.putAll(Map.of(
                "from",
                "workshop",
                "asset",
                "HOURS",
                "funded",
                "as-due",
                "tranches",
                List.of(
                        Map.of("amount", "30", "title", "Roof"),
                        Map.of("amount", "20", "title", "Walls", "expires", "P2D"),
                        Map.of("amount", "50", "title", "Paint"))));
        return action;
    }

    private String release(int number) {
        return place.outcome("treasury.tranche", Map.of("escrow", grant, "number", number));
    }

    private String change(String what) {
        return place.outcome("treasury." + what, Map.of("escrow", grant));
    }

    private ValidatableResponse attest(Person person) {
        return place.send(
                "attestations", place.says(person, "grant.attest/1", grant).with("number", 3));
    }

    private void refill(String amount) {
        place.decide(Decision.with(Decision.transfer(place.account(BEA), "workshop", amount), "asset", "HOURS"));
    }

    private void show(String accrued, String arrears, String left) {
        place.expectOwed(grant, accrued, arrears, left);
    }

    private void holds(String account, String amount) {
        place.town().expectBalance(account, amount);
    }

    private ValidatableResponse withdraw(String id) {
        return place.withdraw(BEA, grant, id);
    }

    private ValidatableResponse withdraw(String id, String amount) {
        return place.withdraw(BEA, grant, id, amount);
    }
}
