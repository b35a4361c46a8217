// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The numbered list of hostile inputs in docs/ledger-proof.md, where no other test has them: over HTTP. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HostileLedgerTest {
    private static final int AT_ONCE = 8;
    private static final String BEA = Town.member("Bea");

    @Inject
    AgroalDataSource database;

    private Purse purse = new Purse(Town.planned());

    @BeforeEach
    void fund() {
        purse = Purse.empty().fund("10.00");
    }

    @Test
    void case1OnePaymentFromEightAtOnceMovesOnce() {
        var act = purse.payment("one", BEA, "4.00");

        var answers = atOnce(_ -> purse.send(act));

        assertThat(answers).extracting(Said::status).containsOnly(201);
        assertThat(answers)
                .extracting(Said::body)
                .containsOnly(answers.getFirst().body());
        expect("6.00", "4.00");
    }

    @Test
    void case2AnotherAmountUnderTheSameIdChangesNothing() {
        purse.pay("one", BEA, "4.00").statusCode(201);
        var before = counters();

        purse.pay("one", BEA, "4.01").statusCode(409).body("part", equalTo("amount"));

        assertThat(counters()).isEqualTo(before);
    }

    @Test
    void case3ARefusalStandsAfterFundingAndAnotherIdSucceeds() {
        var first = purse.pay("one", BEA, "15.00")
                .statusCode(409)
                .body("reason", equalTo("insufficient-funds"))
                .extract()
                .asString();
        purse.fund("10.00");

        var again = purse.pay("one", BEA, "15.00").statusCode(409).extract().asString();

        assertThat(again).isEqualTo(first);
        purse.pay("two", BEA, "15.00").statusCode(201);
        expect("5.00", "15.00");
    }

    @Test
    void case4OfEightSpendsOfAllThereIsOneSucceeds() {
        var answers = atOnce(i -> purse.pay("spend " + i, BEA, "10.00"));

        assertThat(Collections.frequency(answers.stream().map(Said::status).toList(), 201))
                .isOne();
        assertThat(answers)
                .filteredOn(said -> said.status() != 201)
                .hasSize(AT_ONCE - 1)
                .allSatisfy(said -> assertThat(said.body()).contains("\"insufficient-funds\""));
        expect("0.00", "10.00");
    }

    static List<String> wrongAmounts() {
        return List.of(
                "0",
                "0.00",
                "-1",
                "+1",
                "1.505",
                "1e3",
                "NaN",
                "Infinity",
                "",
                " 5",
                "5 ",
                "05",
                "1,000",
                "0x1",
                "\u0665",
                "1" + "0".repeat(40));
    }

    @ParameterizedTest
    @MethodSource("wrongAmounts")
    void case5OnlyPlainPositiveNumbersAreAmounts(String amount) {
        var before = counters();

        purse.pay("one", BEA, amount).statusCode(409).body("reason", equalTo("amount-invalid"));

        assertThat(counters()).isEqualTo(before);
    }

    @Test
    void case5ANumberIsNoAmount() {
        var before = counters();

        purse.pay("one", BEA, 5).statusCode(400);
        purse.pay("one", BEA, 9_007_199_254_740_991L).statusCode(400);

        assertThat(counters()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "SELF, same-account",
        "issuance/TEA, account-reserved",
        "treasury, account-unknown",
        "nowhere, account-unknown",
        "member/bea, account-unknown",
        "FROZEN, account-not-open",
        "CLOSED, account-not-open"
    })
    void case23SomeAccountsAreNotPaidTo(String to, String reason) {
        state("frozen", "FROZEN");
        state("closed", "CLOSED");
        var name = switch (to) {
            case "SELF" -> purse.account();
            case "FROZEN", "CLOSED" -> Town.member(to);
            default -> to;
        };
        var before = counters();

        purse.pay("one", name, "1.00").statusCode(409).body("reason", equalTo(reason));

        assertThat(counters()).isEqualTo(before);
    }

    /** Opens an account by a payment that is paid back, and puts it into a state. */
    private void state(String state, String member) {
        purse.pay("open " + member, Town.member(member), "0.01").statusCode(201);
        new Sql(database)
                .update(
                        "update account set state = ?, debits_posted = credits_posted where community = ? and name = ?",
                        state,
                        purse.town().community().hex(),
                        Town.member(member));
    }

    private record Said(int status, String body) {
        static Said of(ValidatableResponse response) {
            return new Said(response.extract().statusCode(), response.extract().asString());
        }
    }

    private static List<Said> atOnce(IntFunction<ValidatableResponse> task) {
        try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
            var running = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> Said.of(task.apply(i)), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        }
    }

    private void expect(String payer, String payee) {
        purse.town().expectBalance(purse.account(), payer);
        purse.town().expectBalance(BEA, payee);
        Town.await(() -> new Audit(database, purse.town().community()).check());
    }

    private List<String> counters() {
        return new Sql(database)
                .all(
                        "select name || asset || state || debits_posted || '/' || credits_posted || '/' || debits_pending"
                                + " || '/' || credits_pending from account where community = ? order by 1",
                        row -> row.getString(1),
                        purse.town().community().hex());
    }
}
