// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
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
import org.folkmoot.contracts.ExpenseClaimedV1;
import org.folkmoot.contracts.ExpenseEndedV1;
import org.folkmoot.contracts.ExpenseVerdictGivenV1;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members are paid back what enough others approve, once and in time, and nobody approves what is paid to oneself. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ExpensesTest {
    private static final String RECEIPT = "ab".repeat(32);

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private EscrowTown place;

    @BeforeEach
    void found() {
        place = EscrowTown.found(
                database,
                clock,
                "treasury: { expenses: { events: { from: school, role: steward, atLeast: 2, most: \"150.00\" } } }\n");
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @Test
    void twoApprovalsPayOnce() {
        var expense = claimed(BEA, "a", "49.90");

        decide("approvals", CAT, expense).statusCode(201).body("state", equalTo("waiting"));
        decide("approvals", CAT, expense).statusCode(409).body("reason", equalTo("already-said"));
        decide("approvals", ANN, expense).statusCode(403).body("reason", equalTo("not-in-role"));
        decide("approvals", EVE, expense).statusCode(201).body("state", equalTo("paid"));
        decide("approvals", EVE, expense).statusCode(409).body("reason", equalTo("expense-ended"));

        place.town().expectBalance(place.account(BEA), "49.90");
        place.town().expectBalance("school", "150.10");
        place.town().get("/transfers/" + expense).body("code", equalTo("spent"));
        place.town().get("/expenses/" + expense + "/verdicts").body("", hasSize(2));
        place.audit();
        var community = place.town().community().hex();
        assertThat(News.await(community, ExpenseEndedV1.class, 1))
                .extracting(ExpenseEndedV1::outcome)
                .containsExactly(ExpenseEndedV1.Outcome.PAID);
        assertThat(News.about(community, ExpenseClaimedV1.class)).hasSize(1);
        assertThat(News.about(community, ExpenseVerdictGivenV1.class))
                .extracting(ExpenseVerdictGivenV1::approves)
                .containsExactly(true, true);
    }

    @Test
    void nobodyApprovesWhatIsPaidToOneself() {
        var expense = claimed(CAT, "a", "10.00");

        decide("approvals", CAT, expense).statusCode(403).body("reason", equalTo("own-expense"));
        decide("refusals", CAT, expense).statusCode(403).body("reason", equalTo("own-expense"));
    }

    @Test
    void asManyRefusalsEndIt() {
        var expense = claimed(BEA, "a", "10.00");

        decide("refusals", CAT, expense).statusCode(201).body("state", equalTo("waiting"));
        decide("approvals", CAT, expense).statusCode(409).body("reason", equalTo("already-said"));
        decide("refusals", EVE, expense).statusCode(201).body("state", equalTo("refused"));

        place.town().get("/expenses?state=refused").body("items.expense", contains(expense));
        place.town().get("/expenses?state=waiting").body("items", hasSize(0));
        place.town().expectBalance("school", "200.00");
    }

    @Test
    void whatIsNotApprovedInTimeHasExpired() {
        var expense = claimed(BEA, "a", "10.00");
        decide("approvals", CAT, expense).statusCode(201);
        clock.pass(Duration.ofDays(30));

        decide("approvals", EVE, expense).statusCode(409).body("reason", equalTo("expense-ended"));
        place.town().get("/expenses?state=expired").body("items.expense", contains(expense));
    }

    @Test
    void whatIsNotThereIsNotPaidAndCanBeApprovedLater() {
        var first = claimed(BEA, "a", "150.00");
        var second = claimed(BEA, "b", "150.00");
        decide("approvals", CAT, first);
        decide("approvals", EVE, first).statusCode(201).body("state", equalTo("paid"));
        decide("approvals", CAT, second);

        decide("approvals", EVE, second).statusCode(409).body("reason", equalTo("insufficient-funds"));
        place.decide(Decision.transfer("treasury", "school", "100.00"));
        decide("approvals", EVE, second).statusCode(201).body("state", equalTo("paid"));

        place.town().expectBalance("school", "0.00");
        place.audit();
    }

    @Test
    void whatTheConstitutionDoesNotPayBackIsNotClaimed() {
        claim(BEA, "a", "150.01").statusCode(422).body("reason", equalTo("exceeds-most"));
        claim(BEA, "a", "0.00").statusCode(422).body("reason", equalTo("amount-invalid"));
        claim(BEA, "a", "1e2").statusCode(422).body("reason", equalTo("amount-invalid"));
        send("", claiming(BEA, "a", "1.00").with("from", "treasury"))
                .statusCode(422)
                .body("reason", equalTo("no-rule"));
        send("", claiming(BEA, "a", "1.00").with("asset", "HOURS"))
                .statusCode(422)
                .body("reason", equalTo("no-rule"));
        place.town().get("/expenses").body("items", hasSize(0));
    }

    @Test
    void theSameClaimIsAnsweredAlikeAndAnotherOneIsRefused() {
        var expense = claimed(BEA, "a", "10.00");

        claim(BEA, "a", "10.00").statusCode(201).body("expense", equalTo(expense));
        claim(BEA, "a", "10.01").statusCode(409).body("part", equalTo("amount"));
        claim(ANN, "a", "10.01").statusCode(201);
    }

    @Test
    void whoDecidesSeesWhatElseWasClaimedForTheSameReceipt() {
        var first = claimed(BEA, "a", "10.00");
        place.town().get("/expenses/" + first).body("sameReceipt", hasSize(0));
        var second = claimed(BEA, "b", "10.00");
        var third = claimed(CAT, "a", "20.00");

        place.town().get("/expenses/" + second).body("sameReceipt", contains(first, third));
        place.town().get("/expenses").body("items[2].sameReceipt", contains(second, third));
    }

    @Test
    void everyDoorRefusesWhatItDoesNotTake() {
        var expense = claimed(BEA, "a", "10.00");
        for (var door : new String[] {"approvals", "refusals"}) {
            var type = door.equals("approvals") ? "expense.approve/1" : "expense.refuse/1";
            var good = says(CAT, type).with("expense", expense);
            problem(
                    "not-a-member",
                    403,
                    door,
                    says(Person.named("Stranger"), type).with("expense", expense));
            problem("act-type-unexpected", 422, door, says(CAT, "expense.claim/1"));
            problem("payload-malformed", 400, door, good.with("memo", "x"));
            problem("payload-malformed", 400, door, good.with("expense", "that one"));
            problem("expense-unknown", 404, door, good.with("expense", RECEIPT));
            problem(
                    "community-mismatch",
                    422,
                    door,
                    CAT.says(Town.planned().community(), type).with("expense", expense));
        }
        problem("not-a-member", 403, "", claiming(Person.named("Stranger"), "a", "1.00"));
        problem("payload-malformed", 400, "", claiming(BEA, "x".repeat(501), "1.00"));
        problem("payload-malformed", 400, "", claiming(BEA, "a", "1.00").with("receipt", "none"));
        problem("payload-malformed", 400, "", says(BEA, "expense.claim/1"));
        place.town().get("/expenses/" + RECEIPT).statusCode(404);
        place.town().get("/expenses/" + expense + "/verdicts").body("", hasSize(0));
    }

    private void problem(String type, int status, String door, Saying saying) {
        send(door, saying).statusCode(status).body("type", equalTo("urn:folkmoot:problem:" + type));
    }

    private String claimed(Person person, String id, String amount) {
        return claim(person, id, amount).statusCode(201).extract().path("expense");
    }

    private ValidatableResponse claim(Person person, String id, String amount) {
        return send("", claiming(person, id, amount));
    }

    private Saying claiming(Person person, String id, String amount) {
        return says(person, "expense.claim/1")
                .with("id", id)
                .with("from", "school")
                .with("asset", "SKR")
                .with("amount", amount)
                .with("receipt", RECEIPT)
                .with("memo", "Lamps");
    }

    private ValidatableResponse decide(String door, Person person, String expense) {
        var type = door.equals("approvals") ? "expense.approve/1" : "expense.refuse/1";
        return send(door, says(person, type).with("expense", expense));
    }

    private Saying says(Person person, String type) {
        return person.says(place.town().community(), type).until(clock.instant().plus(Duration.ofDays(1)));
    }

    private ValidatableResponse send(String door, Saying saying) {
        return given().contentType("application/json")
                .body(saying.sign().json())
                .post("/v1/communities/" + place.town().community() + "/expenses" + (door.isEmpty() ? "" : "/" + door))
                .then();
    }
}
