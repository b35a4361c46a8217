// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.folkmoot.treasury.Outsiders.ANN;
import static org.folkmoot.treasury.Outsiders.BEA;
import static org.folkmoot.treasury.Outsiders.CYD;
import static org.folkmoot.treasury.Outsiders.paid;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.PayoutEndedV1;
import org.folkmoot.contracts.PayoutOrderedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.BouncyVerifier;
import org.folkmoot.record.PublicKey;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payment to the outside is ordered by a decision, made by people, and ended once by others who saw it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PayoutOrderTest {
    private static final String IBAN = "DE89370400440532013000";
    private static final String SAFE = "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed";
    private static final String ADDRESS = "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359";

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private Outsiders town = Outsiders.planned();

    @BeforeEach
    void found() {
        clock.reach(Town.NOW);
        town = Outsiders.found(Town.NOW.plus(Duration.ofDays(30)));
        town.deposited("in", "100.00");
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @Test
    void whatIsOrderedLiesInEscrowUntilItIsPaid() {
        var id = order("80.00", "P14D");

        assertThat(balances(id)).isEqualTo(List.of("20.00", "80.00", "-100.00"));
        town.town()
                .get("/payouts/" + id)
                .statusCode(200)
                .body("state", equalTo("ordered"))
                .body("to.iban", equalTo(IBAN))
                .body("amount", equalTo("80.00"));

        town.attest(ANN, paid(id, "bank-1", "done")).statusCode(201).body("state", equalTo("open"));
        town.attest(BEA, paid(id, "bank-1", "done")).statusCode(201).body("state", equalTo("done"));

        assertThat(balances(id)).isEqualTo(List.of("20.00", "0.00", "-20.00"));
        town.town().get("/payouts/" + id).body("state", equalTo("done")).body("reference", equalTo("bank-1"));
        var community = town.town().community().hex();
        assertThat(News.await(community, PayoutEndedV1.class, 1))
                .extracting(PayoutEndedV1::outcome, PayoutEndedV1::reference)
                .containsExactly(tuple(PayoutEndedV1.Outcome.DONE, "bank-1"));
        assertThat(News.about(community, PayoutOrderedV1.class))
                .extracting(PayoutOrderedV1::payout)
                .containsExactly(id);
        Town.await(() -> new Audit(database, town.town().community()).check());
    }

    @Test
    void whatCouldNotBePaidGoesBack() {
        var id = order("80.00", "P14D");

        town.attest(ANN, paid(id, "bank-1", "failed")).statusCode(201);
        town.attest(BEA, paid(id, "bank-1", "failed")).statusCode(201).body("state", equalTo("done"));

        assertThat(balances(id)).isEqualTo(List.of("100.00", "0.00", "-100.00"));
        town.town().get("/payouts/" + id).body("state", equalTo("failed"));
        Town.await(() -> new Audit(database, town.town().community()).check());
    }

    @Test
    void itEndsOnceWhateverIsSaidLater() {
        var id = order("80.00", "P14D");
        for (var person : List.of(ANN, BEA)) town.attest(person, paid(id, "bank-1", "failed"));

        town.attest(ANN, paid(id, "bank-2", "done")).statusCode(201);
        town.attest(BEA, paid(id, "bank-2", "done"))
                .statusCode(201)
                .body("state", equalTo("refused"))
                .body("reason", equalTo("payout-ended"));
        town.attest(CYD, paid(id, "bank-1", "done")).statusCode(409).body("part", equalTo("outcome"));

        assertThat(balances(id)).isEqualTo(List.of("100.00", "0.00", "-100.00"));
    }

    @Test
    void atItsDeadlineItIsOverAndOneMillisecondBeforeItIsNot() {
        var early = order("30.00", "P20D");
        var late = order("30.00", "P20D");
        town.attest(ANN, paid(early, "a", "done")).statusCode(201);
        town.attest(ANN, paid(late, "b", "done")).statusCode(201);
        var deadline = Town.NOW.plus(Duration.ofDays(20));

        clock.reach(deadline.minusMillis(1_500));
        town.town().get("/payouts/" + early + "/order").statusCode(200);
        town.attest(BEA, paid(early, "a", "done")).statusCode(201).body("state", equalTo("done"));
        clock.reach(deadline);
        town.town().get("/payouts/" + late + "/order").statusCode(409).body("state", equalTo("expired"));
        town.attest(BEA, paid(late, "b", "done")).statusCode(201).body("reason", equalTo("payout-ended"));

        Town.await(() -> town.town().get("/payouts/" + late).body("state", equalTo("expired")));
        assertThat(town.balance("treasury", "EUR")).isEqualTo("70.00");
        assertThat(town.balance("escrow/" + late, "EUR")).isEqualTo("0.00");
    }

    @Test
    void whatExpiresIsGivenBackByItself() {
        var id = order("80.00", "P30D");
        clock.reach(Town.NOW.plus(Duration.ofDays(31)));

        Town.await(() -> town.town().get("/payouts/" + id).body("state", equalTo("expired")));

        assertThat(balances(id)).isEqualTo(List.of("100.00", "0.00", "-100.00"));
    }

    @Test
    void aFrozenAccountGetsItBackWhenItIsOpenAgain() {
        var id = order("80.00", "P30D");
        freeze("treasury.freeze");
        for (var person : List.of(ANN, BEA)) town.attest(person, paid(id, "bank-1", "failed"));
        town.town().get("/payouts/" + id).body("state", equalTo("failed")).body("transfer", equalTo(null));
        assertThat(town.balance("escrow/" + id, "EUR")).isEqualTo("80.00");

        freeze("treasury.unfreeze");
        clock.pass(Duration.ofHours(2));

        Town.await(() -> assertThat(balances(id)).isEqualTo(List.of("100.00", "0.00", "-100.00")));
        Town.await(() -> new Audit(database, town.town().community()).check());
    }

    @Test
    void whatIsNotThereIsNotOrdered() {
        var decision = Decision.in(town.town());
        var answer = decision.enact(1, action("100.01", "P14D"));

        assertThat(((ActionFailedV1) answer).reason()).isEqualTo("insufficient-funds");
        town.town().get("/payouts/" + decision.enactment(1)).statusCode(404);
        town.town().get("/payouts").body("items", hasSize(0));
    }

    @Test
    void theSameEnactmentOrdersOnce() {
        var decision = Decision.in(town.town());
        decision.enact(1, action("80.00", "P14D"));
        News.tell(Topics.PROPOSALS, decision.due(1, action("80.00", "P14D")));
        News.await(town.town().community().hex(), ActionEnactedV1.class, 2);

        town.town().get("/payouts").body("items", hasSize(1));
        assertThat(town.balance("treasury", "EUR")).isEqualTo("20.00");
    }

    @Test
    void whatIsKeptForSomebodyIsNotAttestedAway() {
        var id = order("80.00", "P14D");
        var away = Outsiders.with(Outsiders.withdrawal("bank-1", "80.00"), "account", "escrow/" + id);
        var more = Outsiders.with(Outsiders.deposit("bank-2", "80.00"), "account", "escrow/" + id);
        var owed = Outsiders.with(Outsiders.deposit("bank-3", "80.00"), "account", "issuance/EUR");

        for (var said : List.of(away, more, owed))
            town.attest(ANN, said).statusCode(422).body("type", endsWith("attested-account-unknown"));

        for (var person : List.of(ANN, BEA))
            town.attest(person, paid(id, "bank-1", "done")).statusCode(201);
        assertThat(balances(id)).isEqualTo(List.of("20.00", "0.00", "-20.00"));
    }

    @Test
    void theOrderForTheBankIsTheSameWhenTheZoneIsAmended() {
        var id = order("80.00", "P14D");
        var before = bankOrder(id);

        // By then it is the next day there.
        town.town()
                .amend(Outsiders.text("")
                        .replace("  EUR: { scale: 2 }", "  EUR: { scale: 2 }\n  GBP: { scale: 2 }")
                        .replace("treasury:\n  attesters", "treasury:\n  zone: Pacific/Kiritimati\n  attesters"));
        Town.await(() ->
                assertThat(town.town().get("/assets").extract().asString()).contains("GBP"));

        assertThat(bankOrder(id)).isEqualTo(before);
    }

    @Test
    void theOrderForTheBankIsSigned() {
        var id = order("80.00", "P14D");
        var answer = town.town()
                .get("/payouts/" + id + "/order")
                .statusCode(200)
                .contentType("application/xml")
                .extract();
        var order = answer.asByteArray();

        assertThat(new String(order, UTF_8))
                .contains("<IBAN>" + IBAN + "</IBAN>", "<Nm>Testholm + Sohne</Nm>", "80.00", id.substring(0, 32));
        assertThat(isSigned(order, answer.header("x-jws-signature"))).isTrue();
        order[order.length - 2]++;
        assertThat(isSigned(order, answer.header("x-jws-signature"))).isFalse();
    }

    @Test
    void theOrderForASafeMovesTheToken() {
        town.attest(ANN, Outsiders.with(Outsiders.deposit("chain", "5.000000"), "asset", "USDC"))
                .statusCode(201);
        var to = Map.of("safe", SAFE, "address", ADDRESS, "chain", 100, "token", SAFE, "decimals", 18);
        var action = Map.<String, Object>of(
                "type",
                "treasury.payout",
                "from",
                "treasury",
                "asset",
                "USDC",
                "amount",
                "5.000000",
                "to",
                to,
                "expires",
                "P1D");
        var decision = Decision.in(town.town());
        decision.enact(1, action);

        town.town()
                .get("/payouts/" + decision.enactment(1) + "/order")
                .statusCode(200)
                .contentType("application/json")
                .body("version", equalTo("1.0"))
                .body("chainId", equalTo("100"))
                .body("transactions", hasSize(1))
                .body("transactions[0].to", equalTo(SAFE))
                .body("transactions[0].value", equalTo("0"))
                .body(
                        "transactions[0].data",
                        equalTo("0xa9059cbb" + "0".repeat(24)
                                + ADDRESS.substring(2).toLowerCase(Locale.ROOT)
                                + "%064x".formatted(5_000_000_000_000_000_000L)));
    }

    @Test
    void payoutsAreReadPageByPage() {
        var first = order("1.00", "P14D");
        var second = order("2.00", "P14D");

        String next = town.town()
                .get("/payouts?limit=1")
                .body("items.payout", equalTo(List.of(second)))
                .extract()
                .path("next");
        town.town().get("/payouts?limit=1&after=" + next).body("items.payout", equalTo(List.of(first)));
        Outsiders.found().town().get("/payouts/" + first).statusCode(404);
    }

    private String order(String amount, String expires) {
        var decision = Decision.in(town.town());
        assertThat(decision.enact(1, action(amount, expires))).isInstanceOf(ActionEnactedV1.class);
        return decision.enactment(1);
    }

    private static Map<String, Object> action(String amount, String expires) {
        return Map.of(
                "type",
                "treasury.payout",
                "from",
                "treasury",
                "asset",
                "EUR",
                "amount",
                amount,
                "to",
                Map.of("iban", IBAN, "name", "Bea"),
                "memo",
                "Nails",
                "expires",
                expires);
    }

    private void freeze(String type) {
        var answer = Decision.in(town.town()).enact(1, Map.of("type", type, "account", "treasury", "asset", "EUR"));
        assertThat(answer).isInstanceOf(ActionEnactedV1.class);
    }

    private String bankOrder(String id) {
        return town.town()
                .get("/payouts/" + id + "/order")
                .statusCode(200)
                .extract()
                .asString();
    }

    private List<String> balances(String id) {
        return List.of(
                town.balance("treasury", "EUR"),
                town.balance("escrow/" + id, "EUR"),
                town.balance("issuance/EUR", "EUR"));
    }

    private static boolean isSigned(byte[] order, String jws) {
        var parts = jws.split("\\.", -1);
        var key = PublicKey.parse(
                RestAssured.get("/v1/keys").then().statusCode(200).extract().path("keys[0].key"));
        var base64 = Base64.getUrlEncoder().withoutPadding();
        var input = (parts[0] + "." + base64.encodeToString(order)).getBytes(US_ASCII);
        return parts[1].isEmpty()
                && new BouncyVerifier()
                        .verify(key, input, Base64.getUrlDecoder().decode(parts[2]));
    }
}
