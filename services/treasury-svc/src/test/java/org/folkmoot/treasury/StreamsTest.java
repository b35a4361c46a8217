// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.EscrowTown.ANN;
import static org.folkmoot.treasury.EscrowTown.BEA;
import static org.folkmoot.treasury.EscrowTown.WITHDRAW;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A stream is paid for when it is made, is taken by its recipient as it falls due, and ends with all of it accounted for. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class StreamsTest {
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
    void anAmountIsSplitToTheLastUnit() {
        var parts = List.of(part("harbour", 1), part("school", 1), part("ice", 0), part(place.account(BEA), 1));
        var split = Map.<String, Object>of(
                "type", "treasury.split", "from", "treasury", "asset", "SKR", "amount", "1.00", "parts", parts);

        assertThat(place.outcome(split)).isEqualTo("enacted");

        place.town().expectBalance("harbour", "0.34");
        place.town().expectBalance("school", "200.33");
        place.town().expectBalance("ice", "0.00");
        place.town().expectBalance(place.account(BEA), "0.33");
        assertThat(place.outcome(Decision.with(split, "parts", List.of()))).isEqualTo("legs-invalid");
        assertThat(place.outcome(Decision.with(split, "parts", List.of(part("harbour", 0)))))
                .isEqualTo("amount-invalid");
        assertThat(place.outcome(Decision.with(split, "amount", "1.001"))).isEqualTo("amount-invalid");
        assertThat(place.outcome(Decision.with(split, "amount", "5000.00"))).isEqualTo("insufficient-funds");
        place.audit();
    }

    @Test
    void aStreamIsKeptFromTheBeginningAndTakenAsItFallsDue() {
        var stream = place.decide(place.stream("10.00"));
        place.town().expectBalance("treasury", "990.00");
        place.town().expectBalance("escrow/" + stream, "10.00");

        clock.pass(Duration.ofDays(400).plusHours(1));
        place.show(stream).body("accrued", equalTo("4.00")).body("state", equalTo("open"));
        withdraw(stream, "a", "4.01").statusCode(409).body("reason", equalTo("exceeds-accrued"));
        withdraw(stream, "b", "1.50").statusCode(201);
        withdraw(stream, "c").statusCode(201);
        withdraw(stream, "d").statusCode(409).body("reason", equalTo("nothing-accrued"));
        place.show(stream)
                .body("released", equalTo("4.00"))
                .body("left", equalTo("6.00"))
                .body("accrued", equalTo("0.00"));

        clock.pass(Duration.ofDays(600));
        withdraw(stream, "e").statusCode(201);
        place.show(stream).body("state", equalTo("ended")).body("left", equalTo("0.00"));
        place.town().expectBalance(place.account(BEA), "10.00");
        place.town()
                .get("/escrows/" + stream + "/steps")
                .body("items.what", contains("withdraw", "withdraw", "withdraw"))
                .body("items.amount", contains("6.00", "2.50", "1.50"));
        place.audit();
    }

    @Test
    void aRateIsDueUntilItIsUsedUpOrStopped() {
        var action = place.stream("10.00");
        action.remove("lasts");
        action.put("rate", Map.of("amount", "0.03", "per", "P1D"));
        var stopped = place.decide(action);
        var usedUp = place.decide(Decision.with(action, "amount", "0.10"));

        clock.pass(Duration.ofDays(3).plusHours(1));
        place.show(stopped)
                .body("accrued", equalTo("0.09"))
                .body("terms.rate", equalTo(Map.of("amount", "0.03", "per", "PT24H")));
        place.outcome("treasury.cancel", Map.of("escrow", stopped));
        clock.pass(Duration.ofDays(30));

        place.show(stopped).body("accrued", equalTo("0.09")).body("returned", equalTo("9.91"));
        place.show(usedUp).body("accrued", equalTo("0.10"));
        withdraw(usedUp, "a").statusCode(201);
        place.show(usedUp).body("state", equalTo("ended"));
        place.audit();
    }

    @Test
    void theFirstOutcomeOfAWithdrawalIsFinal() {
        var stream = place.decide(place.stream("10.00"));
        clock.pass(Duration.ofDays(100).plusHours(1));
        var act = place.says(BEA, WITHDRAW, stream)
                .with("id", "a")
                .with("amount", "0.50")
                .sign()
                .json();
        var first = place.send("withdrawals", act).statusCode(201).extract().asString();
        withdraw(stream, "b", "0.51").statusCode(409).body("reason", equalTo("exceeds-accrued"));

        assertThat(place.send("withdrawals", act).statusCode(201).extract().asString())
                .isEqualTo(first);

        clock.pass(Duration.ofDays(100));

        assertThat(withdraw(stream, "a", "0.50").statusCode(201).extract().asString())
                .isEqualTo(first);
        withdraw(stream, "b", "0.51").statusCode(409).body("reason", equalTo("exceeds-accrued"));
        withdraw(stream, "a", "0.49")
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:withdrawal-different"))
                .body("part", equalTo("amount"));
        place.town().expectBalance(place.account(BEA), "0.50");
        place.audit();
    }

    @Test
    void onlyTheRecipientTakesIt() {
        var stream = place.decide(place.stream("10.00"));
        clock.pass(Duration.ofDays(100));

        place.withdraw(ANN, stream, "a").statusCode(403).body("reason", equalTo("not-the-recipient"));
        withdraw("ab".repeat(32), "a").statusCode(404).body("type", equalTo("urn:folkmoot:problem:escrow-unknown"));
        for (var amount : List.of("0", "0.00", "-1", "1e2", " 5", "0.001", "\u0661", "1" + "0".repeat(40)))
            withdraw(stream, "amount " + amount, amount).statusCode(409).body("reason", equalTo("amount-invalid"));
        place.show(stream).body("released", equalTo("0.00"));
    }

    @Test
    void timeStandsStillWhileItIsPaused() {
        var stream = place.decide(place.stream("10.00"));
        clock.pass(Duration.ofDays(100).plusHours(1));
        assertThat(change("treasury.resume", stream)).isEqualTo("state-unchanged");
        assertThat(change("treasury.pause", stream)).isEqualTo("enacted");
        assertThat(change("treasury.pause", stream)).isEqualTo("state-unchanged");
        clock.pass(Duration.ofDays(500));
        place.show(stream).body("accrued", equalTo("1.00")).body("state", equalTo("paused"));
        assertThat(change("treasury.resume", stream)).isEqualTo("enacted");
        clock.pass(Duration.ofDays(100));

        place.show(stream).body("accrued", equalTo("2.00")).body("state", equalTo("open"));
        assertThat(change("treasury.pause", "ab".repeat(32))).isEqualTo("escrow-unknown");
        assertThat(place.outcome("treasury.extend", Map.of("escrow", stream, "by", "P1D")))
                .isEqualTo("escrow-kind");
        place.audit();
    }

    @Test
    void whatIsDueStaysTheRecipientsWhenItIsCancelled() {
        var stream = place.decide(place.stream("10.00"));
        clock.pass(Duration.ofDays(300).plusHours(1));

        assertThat(change("treasury.cancel", stream)).isEqualTo("enacted");
        assertThat(change("treasury.cancel", stream)).isEqualTo("escrow-ended");
        clock.comeBack();
        assertThat(change("treasury.pause", stream)).isEqualTo("escrow-ended");
        withdraw(stream, "a").statusCode(201);

        place.show(stream).body("state", equalTo("cancelled")).body("left", equalTo("0.00"));
        place.town().expectBalance("treasury", "997.00");
        place.town().expectBalance(place.account(BEA), "3.00");
        place.audit();
    }

    @Test
    void whatIsDecidedTwiceIsDoneOnce() {
        var decision = Decision.in(place.town());
        var action = place.stream("10.00");
        decision.enact(1, action);
        News.tell(Topics.PROPOSALS, decision.due(1, action));
        var cancel = Decision.in(place.town());
        var parts = Map.<String, Object>of("type", "treasury.cancel", "escrow", decision.enactment(1));
        assertThat(cancel.enact(1, parts).enactment()).isEqualTo(cancel.enactment(1));
        News.tell(Topics.PROPOSALS, cancel.due(1, parts));

        Town.await(() -> assertThat(News.about(place.town().community().hex(), EnactmentEvent.class))
                .hasSize(4));
        place.town().expectBalance("treasury", "1000.00");
        place.town().get("/escrows").body("items", hasSize(1));
        place.audit();
    }

    @Test
    void whatCannotBePaidForIsNotKept() {
        assertThat(place.outcome(place.stream("1000.01"))).isEqualTo("insufficient-funds");
        assertThat(place.outcome(Decision.with(place.stream("1.00"), "from", "nowhere")))
                .isEqualTo("account-unknown");

        place.town().get("/escrows").body("items", hasSize(0));
        place.audit();
    }

    @Test
    void whatIsForNobodyThatThereIsIsNotKept() {
        var stream = place.stream("10.00");
        var tranche = Map.<String, Object>of("amount", "10.00", "title", "Walls");
        var grant = Map.<String, Object>of(
                "type",
                "treasury.grant",
                "from",
                "treasury",
                "to",
                "nowhere",
                "asset",
                "SKR",
                "tranches",
                List.of(tranche));

        assertThat(place.outcome(Decision.with(stream, "to", "treasury"))).isEqualTo("same-account");
        assertThat(place.outcome(Decision.with(stream, "to", "nowhere"))).isEqualTo("account-unknown");
        assertThat(place.outcome(Decision.with(grant, "to", "treasury"))).isEqualTo("same-account");
        assertThat(place.outcome(grant)).isEqualTo("account-unknown");
        assertThat(place.outcome(Decision.with(grant, "to", "member/" + "ab".repeat(32))))
                .isEqualTo("enacted");

        place.town().expectBalance("treasury", "990.00");
        place.town().get("/accounts/member/" + "ab".repeat(32)).statusCode(404);
        place.audit();
    }

    @Test
    void ofManyAtOnceNobodyTakesMoreThanIsDue() throws InterruptedException {
        var stream = place.decide(place.stream("10.00"));
        clock.pass(Duration.ofDays(500).plusHours(1));
        try (var threads = Executors.newFixedThreadPool(8)) {
            threads.invokeAll(IntStream.range(0, 24)
                    .<Callable<Integer>>mapToObj(i -> () ->
                            withdraw(stream, "id " + i % 12, "1.00").extract().statusCode())
                    .toList());
        }

        // Of acts that overtake each other some are refused as replayed, so a few more have to follow.
        for (int i = 0; i < 6; i++) withdraw(stream, "later " + i, "1.00");

        place.show(stream).body("released", equalTo("5.00"));
        place.town().expectBalance(place.account(BEA), "5.00");
        place.audit();
    }

    @Test
    void whatIsKeptIsListedByKindPartyAndState() {
        var one = place.decide(place.stream("1.00"));
        var two = place.decide(place.grant());
        change("treasury.cancel", one);

        place.town().get("/escrows").body("items.escrow", contains(two, one));
        place.town().get("/escrows?kind=stream").body("items.escrow", contains(one));
        place.town().get("/escrows?state=open").body("items.escrow", contains(two));
        place.town().get("/escrows?party=" + place.account(BEA)).body("items.escrow", contains(two, one));
        place.town().get("/escrows?party=harbour").body("items", hasSize(0));
        String next = place.town().get("/escrows?limit=1").extract().path("next");
        place.town().get("/escrows?limit=1&after=" + next).body("items.escrow", contains(one));
        place.town().get("/escrows?kind=loan").statusCode(400);
        place.town().get("/escrows/" + "ab".repeat(32)).statusCode(404);
    }

    private String change(String type, String escrow) {
        return place.outcome(type, Map.of("escrow", escrow));
    }

    private ValidatableResponse withdraw(String escrow, String id) {
        return place.withdraw(BEA, escrow, id);
    }

    private ValidatableResponse withdraw(String escrow, String id, String amount) {
        return place.withdraw(BEA, escrow, id, amount);
    }

    private static Map<String, Object> part(String to, int weight) {
        return Map.of("to", to, "weight", weight);
    }
}
