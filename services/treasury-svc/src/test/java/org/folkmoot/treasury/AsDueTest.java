// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.EscrowTown.BEA;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stream that an account pays as it is due: nothing is set aside, and what the account cannot pay stays owed. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AsDueTest {
    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private EscrowTown place;

    @BeforeEach
    void found() {
        clock.reach(Town.NOW);
        place = EscrowTown.found(database, clock);
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @Test
    void nothingIsSetAsideAndEachPartIsPaidWhenItIsTaken() {
        var decision = Decision.in(place.town());
        assertThat(decision.enact(1, stream())).isInstanceOf(ActionEnactedV1.class);
        var stream = decision.enactment(1);
        holds("workshop", "40");
        show(stream, "0", "0", "100");

        clock.pass(Duration.ofDays(30).plusHours(1));
        show(stream, "30", "0", "100");
        String transfer = withdraw(stream, "a").statusCode(201).extract().path("transfer");

        holds("workshop", "10");
        holds(place.account(BEA), "30");
        show(stream, "0", "0", "70");
        place.town()
                .get("/transfers/" + transfer)
                .body("code", equalTo("decided"))
                .body("cause", equalTo(decision.proposal()))
                .body("from", equalTo("workshop"));
        place.town().get("/escrows/" + stream + "/steps").body("items.what", contains("withdraw", "open"));
        place.audit();
    }

    @Test
    void whatTheAccountCannotPayIsOwedUntilItCan() {
        var stream = place.decide(stream());
        clock.pass(Duration.ofDays(60).plusHours(1));
        show(stream, "60", "20", "100");
        withdraw(stream, "a", "41").statusCode(409).body("reason", equalTo("funds-short"));
        withdraw(stream, "b").statusCode(201);
        show(stream, "20", "20", "60");
        withdraw(stream, "c").statusCode(409).body("reason", equalTo("funds-short"));
        withdraw(stream, "c").statusCode(409);
        holds("workshop", "0");

        refill("25");
        withdraw(stream, "d", "21").statusCode(409).body("reason", equalTo("exceeds-accrued"));
        withdraw(stream, "e").statusCode(201);

        show(stream, "0", "0", "40");
        holds("workshop", "5");
        holds(place.account(BEA), "35");
        place.audit();
    }

    @Test
    void whatIsPromisedIsNotKept() {
        place.town().get("/ledger").body("assets.kept", contains("0", "0.00"));

        place.decide(stream());

        place.town()
                .get("/ledger")
                .body("assets.kept", contains("0", "0.00"))
                .body("assets[0].members", equalTo("0"))
                .body("escrows", hasSize(0));
    }

    @Test
    void timeStandsStillAndWhatIsNotDueIsNeverPaid() {
        var stream = place.decide(stream());
        clock.pass(Duration.ofDays(50).plusHours(1));
        assertThat(place.outcome("treasury.pause", Map.of("escrow", stream))).isEqualTo("enacted");
        clock.pass(Duration.ofDays(50));
        assertThat(place.outcome("treasury.resume", Map.of("escrow", stream))).isEqualTo("enacted");
        show(stream, "50", "10", "100");

        assertThat(place.outcome("treasury.cancel", Map.of("escrow", stream))).isEqualTo("enacted");
        clock.pass(Duration.ofDays(500));

        place.show(stream).body("state", equalTo("cancelled")).body("returned", equalTo("50"));
        holds("workshop", "40");
        show(stream, "50", "10", "50");
        withdraw(stream, "a").statusCode(201);
        refill("40");
        withdraw(stream, "b").statusCode(201);
        withdraw(stream, "c").statusCode(409).body("reason", equalTo("escrow-ended"));
        holds(place.account(BEA), "10");
        place.audit();
    }

    @ParameterizedTest
    @CsvSource({
        "from, nowhere, account-unknown",
        "from, harbour, account-unknown",
        "to, nowhere, account-unknown",
        "to, workshop, same-account",
        "asset, EUR, asset-unknown",
        "amount, 0, amount-invalid",
        "amount, 0.5, amount-invalid"
    })
    void whatNobodyCanPayIsNotPromised(String part, String value, String reason) {
        var decision = Decision.in(place.town());
        var action = Decision.with(stream(), part, value);

        var first = (ActionFailedV1) decision.enact(1, action);

        assertThat(first.reason()).isEqualTo(reason);
        News.tell(Topics.PROPOSALS, decision.due(1, action));
        var community = place.town().community().hex();
        assertThat(News.await(community, EnactmentEvent.class, 2)).containsOnly(first);
        place.town().get("/escrows").body("items", hasSize(0));
    }

    @Test
    void whatIsDecidedTwiceIsPromisedOnceAndAnotherTextUnderItsNameIsSetAside() {
        var decision = Decision.in(place.town());
        var first = decision.enact(1, stream());
        News.tell(Topics.PROPOSALS, decision.due(1, Decision.with(stream(), "amount", "99")));
        News.awaitDead(Topics.PROPOSALS, decision.enactment(1), "99");
        News.tell(Topics.PROPOSALS, decision.due(1, stream()));

        var community = place.town().community().hex();
        assertThat(News.await(community, EnactmentEvent.class, 2)).containsOnly(first);
        place.town().get("/escrows").body("items", hasSize(1)).body("items[0].amount", equalTo("100"));
    }

    @Test
    void itIsPromisedTogetherWithOthersOnceOrNoneOfThemIsDone() {
        var pay = Decision.with(Decision.transfer("workshop", place.account(BEA), "30"), "asset", "HOURS");
        var one = Decision.in(place.town());
        var answer = one.enact(1, one.together(1, List.of(stream(), pay)));
        News.tell(Topics.PROPOSALS, one.together(1, List.of(stream(), pay)));
        var other = Decision.in(place.town());
        var refused = (ActionFailedV1) other.enact(1, other.together(1, List.of(stream(), pay)));
        var impossible = Decision.in(place.town());
        var nobody = (ActionFailedV1) impossible.enact(
                1, impossible.together(1, List.of(pay, Decision.with(stream(), "to", "nowhere"))));

        assertThat(answer).isInstanceOf(ActionEnactedV1.class);
        assertThat(refused.detail()).startsWith("Action 1: ");
        assertThat(nobody.reason()).isEqualTo("account-unknown");
        assertThat(nobody.detail()).startsWith("Action 1: ");
        var community = place.town().community().hex();
        assertThat(News.await(community, EnactmentEvent.class, 4))
                .filteredOn(answer::equals)
                .hasSize(2);
        holds("workshop", "10");
        place.town().get("/escrows").body("items.escrow", contains(one.enactment(0, 1)));
        clock.pass(Duration.ofDays(30).plusHours(1));
        show(one.enactment(0, 1), "30", "20", "100");
        withdraw(one.enactment(0, 1), "a").statusCode(201);
        holds("workshop", "0");
        place.audit();
    }

    @Test
    void whatIsPaidCountsUnderTheLimitsOfItsAccountAndItsPolicyWhenItIsPaid() {
        place = EscrowTown.found(
                database,
                clock,
                "treasury: { limits: [ { from: workshop, asset: HOURS, most: \"20\", every: P1M },"
                        + " { policy: all, asset: HOURS, most: \"12\", every: P1M } ] }\n");
        var free = Decision.in(place.town()).submitted("another");
        var bound = Decision.in(place.town()).submitted("all");
        assertThat(free.enact(1, stream())).isInstanceOf(ActionEnactedV1.class);
        assertThat(bound.enact(1, stream())).isInstanceOf(ActionEnactedV1.class);
        clock.reach(Town.NOW.plus(Duration.ofDays(15).plusHours(1)));

        withdraw(bound.enactment(1), "a", "13").statusCode(409).body("reason", equalTo("limit-exceeded"));
        withdraw(bound.enactment(1), "b", "12").statusCode(201);
        withdraw(free.enactment(1), "c", "9").statusCode(409).body("reason", equalTo("limit-exceeded"));
        withdraw(free.enactment(1), "d", "8").statusCode(201);

        holds("workshop", "20");
        place.audit();
    }

    @Test
    void whatWouldTakeOfAReserveStaysOwedUnlessItsPolicyMay() {
        place = EscrowTown.found(
                database,
                clock,
                "treasury: { reserves: [ { account: workshop, asset: HOURS, least: \"26\", unless: all } ] }\n");
        var free = Decision.in(place.town()).submitted("all");
        var bound = Decision.in(place.town()).submitted("another");
        assertThat(free.enact(1, stream())).isInstanceOf(ActionEnactedV1.class);
        assertThat(bound.enact(1, stream())).isInstanceOf(ActionEnactedV1.class);
        clock.reach(Town.NOW.plus(Duration.ofDays(15).plusHours(1)));

        withdraw(bound.enactment(1), "a", "15").statusCode(409).body("reason", equalTo("reserve-needed"));
        withdraw(bound.enactment(1), "b", "14").statusCode(201);
        withdraw(free.enactment(1), "c", "15").statusCode(201);
        withdraw(bound.enactment(1), "d", "1").statusCode(409).body("reason", equalTo("reserve-needed"));

        holds("workshop", "11");
        place.audit();
    }

    @Test
    void itIsForetoldBeyondWhatItsAccountHas() {
        place.decide(Decision.with(stream(), "starts", "2026-11-01T00:00:00.000Z"));

        place.town()
                .get("/forecast?asset=HOURS&until=2027-01-01T00:00:00Z&account=workshop")
                .statusCode(200)
                .body("own", equalTo("40"))
                .body("kept", equalTo("0"))
                .body("parts.out", equalTo(List.of(Map.of("stream", "29"), Map.of("stream", "31"))))
                .body("parts.remains", contains("11", "-20"))
                .body("later", equalTo("40"));
    }

    /** One hour in each day, and a hundred in all: more than the workshop has. */
    private Map<String, Object> stream() {
        var action = new HashMap<>(place.stream("100"));
        action.remove("lasts");
        action.putAll(Map.of(
                "from",
                "workshop",
                "asset",
                "HOURS",
                "funded",
                "as-due",
                "rate",
                Map.of("amount", "10", "per", "P10D")));
        return action;
    }

    private void refill(String amount) {
        place.decide(Decision.with(Decision.transfer(place.account(BEA), "workshop", amount), "asset", "HOURS"));
    }

    private void show(String stream, String accrued, String arrears, String left) {
        place.expectOwed(stream, accrued, arrears, left);
    }

    private void holds(String account, String amount) {
        place.town().expectBalance(account, amount);
    }

    private ValidatableResponse withdraw(String escrow, String id) {
        return place.withdraw(BEA, escrow, id);
    }

    private ValidatableResponse withdraw(String escrow, String id, String amount) {
        return place.withdraw(BEA, escrow, id, amount);
    }
}
