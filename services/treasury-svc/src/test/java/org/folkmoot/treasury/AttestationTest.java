// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.Outsiders.ANN;
import static org.folkmoot.treasury.Outsiders.BEA;
import static org.folkmoot.treasury.Outsiders.CYD;
import static org.folkmoot.treasury.Outsiders.DAN;
import static org.folkmoot.treasury.Outsiders.deposit;
import static org.folkmoot.treasury.Outsiders.with;
import static org.folkmoot.treasury.Outsiders.withdrawal;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.folkmoot.contracts.OutsideAttestedV1;
import org.folkmoot.contracts.OutsideSettledV1;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happened outside moves the ledger when enough members say the same, once. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AttestationTest {
    @Inject
    AgroalDataSource database;

    private Outsiders town = Outsiders.planned();

    @BeforeEach
    void found() {
        town = Outsiders.found();
    }

    @Test
    void aDepositIsReceivedWhenTwoSayTheSame() {
        town.attest(ANN, deposit("17", "250.00")).statusCode(201).body("state", equalTo("open"));
        assertThat(town.balance("treasury", "EUR")).isEqualTo("0.00");

        String transfer = town.attest(BEA, deposit("17", "250"))
                .statusCode(201)
                .body("state", equalTo("done"))
                .body("by", hasSize(2))
                .extract()
                .path("transfer");

        assertThat(town.balance("treasury", "EUR")).isEqualTo("250.00");
        assertThat(town.balance("issuance/EUR", "EUR")).isEqualTo("-250.00");
        town.town().get("/transfers/" + transfer).statusCode(200).body("code", equalTo("received"));
        Town.await(() -> new Audit(database, town.town().community()).check());
    }

    @Test
    void theSameMemberCountsOnceAndIsAnsweredAlike() {
        var act = town.sign(ANN, deposit("17", "250.00"));

        var first = town.send(act).statusCode(201).extract().asString();

        assertThat(town.send(act).statusCode(201).extract().asString()).isEqualTo(first);
        assertThat(town.attest(ANN, deposit("17", "250.00"))
                        .statusCode(201)
                        .extract()
                        .asString())
                .isEqualTo(first);
        assertThat(town.balance("treasury", "EUR")).isEqualTo("0.00");
    }

    @Test
    void whatSaidNothingNewIsAnsweredAlikeWhenItIsSentAgain() {
        town.attest(ANN, deposit("17", "250.00")).statusCode(201);
        var repeated = town.sign(ANN, deposit("17", "250.0"));
        var first = town.send(repeated).statusCode(201).extract().asString();

        assertThat(town.send(repeated).statusCode(201).extract().asString()).isEqualTo(first);
    }

    @Test
    void oneActThatIsSentFourTimesAtOnceIsAnsweredAlike() throws Exception {
        var act = town.sign(ANN, deposit("17", "250.00"));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = HeldLedger.of(town.town(), database);
            var sent = Stream.generate(
                            () -> threads.submit(() -> town.send(act).extract().response()))
                    .limit(4)
                    .toList();
            try (held) {
                held.awaitWaiting();
            }

            for (var answer : sent) assertThat(answer.get().statusCode()).isEqualTo(201);
        }
    }

    @Test
    void whoComesAfterTheOutcomeIsAnsweredWithIt() {
        town.deposited("17", "250.00");
        var late = town.sign(CYD, deposit("17", "250.00"));

        town.send(late).statusCode(201).body("state", equalTo("done")).body("by", hasSize(2));
        town.send(late).statusCode(201).body("state", equalTo("done")).body("by", hasSize(2));

        assertThat(town.balance("treasury", "EUR")).isEqualTo("250.00");
    }

    @Test
    void whoWaitsForTheLedgerKeepsNothingElseFromOthers() throws Exception {
        town.attest(ANN, deposit("17", "250.00")).statusCode(201);
        town.attest(BEA, deposit("18", "10.00")).statusCode(201);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var held = HeldLedger.of(town.town(), database);
            var last = threads.submit(() -> town.attest(ANN, deposit("18", "10.00")));
            try (held) {
                held.awaitWaiting();

                assertThat(held.locks(
                                "actor_seq where community = ? and actor = ?",
                                town.town().community(),
                                ANN.in(town.town().community())))
                        .isTrue();
            }

            last.get().statusCode(201).body("state", equalTo("done"));
        }
    }

    @Test
    void aWrongWordDoesNotUseUpTheReference() {
        town.attest(ANN, deposit("17", "205.00")).statusCode(201).body("state", equalTo("open"));
        town.attest(BEA, deposit("17", "250.00"))
                .statusCode(201)
                .body("state", equalTo("open"))
                .body("said.amount", equalTo("205.00"))
                .body("others.said.amount", contains("250.00"));
        assertThat(town.balance("treasury", "EUR")).isEqualTo("0.00");

        town.attest(CYD, deposit("17", "250.00"))
                .statusCode(201)
                .body("state", equalTo("done"))
                .body("said.amount", equalTo("250.00"))
                .body("by", hasSize(2))
                .body("others.said.amount", contains("205.00"));

        assertThat(town.balance("treasury", "EUR")).isEqualTo("250.00");
        expect(town.attest(ANN, deposit("17", "205.00")), 409, "attestation-different");
        town.attest(ANN, deposit("17", "250.00")).statusCode(201).body("state", equalTo("done"));
        assertThat(town.balance("treasury", "EUR")).isEqualTo("250.00");
    }

    @Test
    void whatOneCorrectsIsNotSaidAnyMore() {
        var wrong = town.sign(ANN, deposit("17", "205.00"));
        town.send(wrong).statusCode(201);
        town.attest(ANN, deposit("17", "250.00"))
                .statusCode(201)
                .body("said.amount", equalTo("250.00"))
                .body("others", hasSize(0));

        // What is sent again because its answer was lost is not said again.
        town.send(wrong).statusCode(201).body("said.amount", equalTo("250.00"));
        town.attest(BEA, deposit("17", "205.00")).statusCode(201).body("state", equalTo("open"));
        town.attest(CYD, deposit("17", "250.00")).statusCode(201).body("state", equalTo("done"));

        assertThat(town.balance("treasury", "EUR")).isEqualTo("250.00");
        Town.await(() -> new Audit(database, town.town().community()).check());
    }

    @Test
    void whatDiffersFromWhatHappenedIsRefused() {
        town.deposited("17", "250.00");

        for (var other : Map.of(
                        "account", "member/" + "ab".repeat(32), "amount", "250.01", "at", "2026-11-20T09:00:00.001Z")
                .entrySet())
            town.attest(CYD, with(deposit("17", "250.00"), other.getKey(), other.getValue()))
                    .statusCode(409)
                    .body("type", equalTo("urn:folkmoot:problem:attestation-different"))
                    .body("part", equalTo(other.getKey()));
        town.attest(CYD, withdrawal("17", "250.00")).statusCode(201).body("state", equalTo("open"));
    }

    @Test
    void eachWordAndTheOutcomeAreToldOnce() {
        var act = town.sign(ANN, deposit("17", "250.00"));
        town.send(act);
        town.send(act);
        town.attest(ANN, deposit("17", "250.00"));
        town.attest(BEA, deposit("17", "250.00")).body("state", equalTo("done"));
        town.attest(CYD, deposit("17", "250.00"));
        town.attest(CYD, deposit("18", "1.00"));

        var community = town.town().community().hex();
        assertThat(News.await(community, OutsideAttestedV1.class, 3))
                .extracting(OutsideAttestedV1::reference)
                .containsExactly("17", "17", "18");
        assertThat(News.await(community, OutsideSettledV1.class, 1))
                .extracting(OutsideSettledV1::outcome)
                .containsExactly(OutsideSettledV1.Outcome.DONE);
    }

    @Test
    void whoLostTheRoleBeforeTheLastWordDoesNotCount() {
        town.attest(ANN, deposit("17", "250.00")).statusCode(201);
        town.revoke(ANN);

        town.attest(BEA, deposit("17", "250.00")).statusCode(201).body("state", equalTo("open"));
        assertThat(town.balance("treasury", "EUR")).isEqualTo("0.00");

        town.attest(CYD, deposit("17", "250.00")).statusCode(201).body("state", equalTo("done"));
    }

    @Test
    void aWithdrawalThatCannotBePaidStaysRefused() {
        town.attest(ANN, withdrawal("18", "0.01")).statusCode(201);
        town.attest(BEA, withdrawal("18", "0.01"))
                .statusCode(201)
                .body("state", equalTo("refused"))
                .body("reason", equalTo("insufficient-funds"));
        town.deposited("17", "250.00");

        town.attest(CYD, withdrawal("18", "0.01")).statusCode(201).body("state", equalTo("refused"));

        assertThat(town.balance("treasury", "EUR")).isEqualTo("250.00");
        town.attest(ANN, withdrawal("19", "250.00")).statusCode(201);
        town.attest(CYD, withdrawal("19", "250.00")).statusCode(201).body("state", equalTo("done"));
        assertThat(town.balance("treasury", "EUR")).isEqualTo("0.00");
    }

    @Test
    void onlyMembersWithTheRoleAttestWhatIsAttestedAtAll() {
        expect(town.attest(DAN, deposit("17", "1.00")), 403, "role-required");
        expect(town.attest(Person.named("Stranger"), deposit("17", "1.00")), 403, "not-a-member");
        expect(town.attest(ANN, with(deposit("17", "1.00"), "asset", "SKR")), 422, "asset-not-attested");
        expect(town.attest(ANN, with(deposit("17", "1.00"), "asset", "NIX")), 422, "asset-not-attested");
        expect(town.attest(ANN, with(deposit("17", "1.00"), "account", "school")), 422, "attested-account-unknown");
        expect(
                town.attest(ANN, with(withdrawal("17", "1.00"), "account", "member/" + "ab".repeat(32))),
                422,
                "attested-account-unknown");
        expect(town.attest(ANN, deposit("17", "0.00")), 422, "attested-amount-invalid");
        expect(town.attest(ANN, deposit("17", "1.001")), 422, "attested-amount-invalid");
        expect(town.attest(ANN, deposit("17", "-1.00")), 422, "attested-amount-invalid");
        expect(
                town.attest(ANN, with(deposit("17", "1.00"), "at", "2999-01-01T00:00:00.000Z")),
                422,
                "not-yet-happened");
        expect(town.attest(ANN, Outsiders.paid("ab".repeat(32), "17", "done")), 404, "payout-unknown");
        town.town().get("/attestations").statusCode(200).body("items", hasSize(0));
    }

    @Test
    void malformedActsAreRefused() {
        expect(town.attest(ANN, with(deposit("17", "1.00"), "kind", "gift")), 400, "payload-malformed");
        expect(town.attest(ANN, with(deposit("17", "1.00"), "payout", "ab".repeat(32))), 400, "payload-malformed");
        expect(town.attest(ANN, with(deposit("17", "1.00"), "amount", 5)), 400, "payload-malformed");
        expect(town.attest(ANN, with(deposit("17", "1.00"), "at", "2026-11-20")), 400, "payload-malformed");
        expect(town.attest(ANN, with(deposit("17", "1.00"), "reference", "x".repeat(201))), 400, "payload-malformed");
        expect(town.attest(ANN, with(deposit("17", "1.00"), "reference", " 17")), 400, "payload-malformed");
        expect(town.attest(ANN, with(Outsiders.paid("ab", "17", "done"), "payout", "ab")), 400, "payload-malformed");
        expect(town.attest(ANN, Outsiders.paid("ab".repeat(32), "17", "maybe")), 400, "payload-malformed");
        expect(town.send("{not json".getBytes(StandardCharsets.UTF_8)), 400, "payload-malformed");
        given().contentType("application/json")
                .body("x".repeat(100_000))
                .post("/v1/communities/" + town.town().community() + "/attestations")
                .then()
                .statusCode(413);
    }

    @Test
    void anActOfAnotherTownOrWithAnotherKeyIsRefused() {
        var other = Outsiders.found();
        var stolen = DAN.says(town.town().community(), "treasury.attest/1")
                .as(ANN.in(town.town().community()));
        for (var part : deposit("17", "1.00").entrySet()) stolen = stolen.with(part.getKey(), part.getValue());

        expect(town.send(other.sign(ANN, deposit("17", "1.00"))), 422, "community-mismatch");
        expect(town.send(stolen.sign().json()), 422, "key-not-valid");
        expect(
                town.send(ANN.says(town.town().community(), "payment.make/1")
                        .sign()
                        .json()),
                422,
                "act-type-unexpected");
    }

    @Test
    void manyWhoSayItAtOnceMoveItOnce() {
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < 10; i++)
                for (var person : List.of(ANN, BEA, CYD)) {
                    var act = town.sign(person, deposit("r" + i, "1.00"));
                    threads.execute(() -> town.send(act));
                }
        }
        // Acts of one member that overtake each other are refused by their number, so some may still be missing.
        for (int i = 0; i < 10; i++)
            for (var person : List.of(ANN, BEA, CYD))
                town.attest(person, deposit("r" + i, "1.00")).statusCode(201);

        assertThat(town.balance("treasury", "EUR")).isEqualTo("10.00");
        Town.await(() -> new Audit(database, town.town().community()).check());
    }

    @Test
    void whatWasAttestedIsReadPageByPage() {
        town.deposited("a", "1.00");
        String open = town.attest(ANN, deposit("b", "1.00")).extract().path("attestation");
        town.deposited("c", "1.00");

        town.town()
                .get("/attestations?open=true")
                .body("items", hasSize(1))
                .body("items[0].attestation", equalTo(open));
        String next = town.town()
                .get("/attestations?limit=2")
                .body("items.reference", equalTo(List.of("c", "b")))
                .extract()
                .path("next");
        town.town().get("/attestations?limit=2&after=" + next).body("items.reference", equalTo(List.of("a")));
        town.town().get("/attestations/" + open).statusCode(200).body("by", hasSize(1));
        town.town().get("/attestations/" + "ab".repeat(32)).statusCode(404);
        town.town().get("/attestations?open=yes").statusCode(400);
        Outsiders.found().town().get("/attestations/" + open).statusCode(404);
    }

    private static void expect(io.restassured.response.ValidatableResponse answer, int status, String problem) {
        answer.body("type", equalTo("urn:folkmoot:problem:" + problem)).statusCode(status);
    }
}
