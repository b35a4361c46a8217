// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.contracts.TransfersPostedV1;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member pays out of the member's own account, once, by an act that the member signed. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PaymentTest {
    private static final Person ANN = Person.named("Ann");
    private static final String HARBOUR = Town.member("harbour master");

    @Inject
    AgroalDataSource database;

    private Town town = Town.planned();
    private String ann = "";

    @BeforeEach
    void found() {
        town = Town.found(Town.text()
                .replace(
                        "  HOURS: { scale: 0 }",
                        "  HOURS: { scale: 0 }\n  LETS: { scale: 0, kind: mutual-credit, line: 100 }"));
        ann = "member/" + ANN.in(town.community());
    }

    @Test
    void aPaymentMovesOnceHoweverOftenItIsSent() {
        var act = payment("one", leg(HARBOUR, "40"));

        var first = send(act)
                .statusCode(201)
                .body("outcome", equalTo("posted"))
                .extract()
                .asString();
        var again = send(act).statusCode(201).extract().asString();

        assertThat(again).isEqualTo(first);
        expect("-40", "40");
    }

    @Test
    void whoeverSignsThePaymentAnewIsAnsweredAlikeToo() {
        var first = send(payment("one", leg(HARBOUR, "40"))).extract().asString();

        var again = send(payment("one", leg(HARBOUR, "40")))
                .statusCode(201)
                .extract()
                .asString();

        assertThat(again).isEqualTo(first);
        expect("-40", "40");
    }

    @Test
    void anotherPaymentUnderTheSameIdIsRefused() {
        send(payment("one", leg(HARBOUR, "40"))).statusCode(201);

        send(payment("one", leg(HARBOUR, "41")))
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:payment-different"))
                .body("part", equalTo("amount"));
        expect("-40", "40");
    }

    @ParameterizedTest
    @CsvSource({"99, 201", "100, 201", "101, 409"})
    void aMemberOwesUpToTheLine(String amount, int status) {
        send(payment("one", leg(HARBOUR, amount))).statusCode(status);
    }

    @Test
    void aRefusalIsFinalAlsoWhenThereIsEnoughLater() {
        send(payment("one", leg(HARBOUR, "101"))).statusCode(409).body("reason", equalTo("insufficient-funds"));
        send(payment("two", leg(HARBOUR, "1"))).statusCode(201);

        send(payment("one", leg(HARBOUR, "101")))
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:payment-impossible"));
    }

    @Test
    void ofSeveralLegsAllMoveOrNone() {
        send(payment("one", leg(HARBOUR, "60"), leg(Town.member("b"), "41"))).statusCode(409);
        send(payment("two", leg(HARBOUR, "60"), leg(Town.member("b"), "40"))).statusCode(201);

        expect("-100", "60");
    }

    @Test
    void whatOnlyDecisionsMoveIsNotPaid() {
        var leg = Map.of("to", "harbour", "asset", "SKR", "amount", "0.01");

        send(payment("one", leg)).statusCode(409).body("reason", equalTo("account-unknown"));
    }

    @Test
    void onlyMembersPay() {
        var stranger = Person.named("Stranger");

        send(stranger.says(town.community(), "payment.make/1")
                        .with("id", "one")
                        .with("legs", List.of(leg(HARBOUR, "1")))
                        .sign()
                        .json())
                .body("type", equalTo("urn:folkmoot:problem:not-a-member"));
    }

    @Test
    void aThousandPaymentsAreAnsweredLineByLine() {
        var lines = IntStream.range(0, 1_000)
                .mapToObj(i -> "{\"amount\":\"" + (i % 5 == 0 ? "0" : i < 100 ? "1" : "2")
                        + "\",\"asset\":\"LETS\",\"id\":\"" + i + "\",\"to\":\"" + HARBOUR + "\"}\n")
                .collect(Collectors.joining());

        var answers = sendMany(lines, lines)
                .statusCode(200)
                .extract()
                .asString()
                .lines()
                .toList();

        // 80 single units, then ten more pairs, and then the line is used up.
        assertThat(answers).hasSize(1_000);
        assertThat(answers).filteredOn(line -> line.contains("posted")).hasSize(90);
        assertThat(answers).filteredOn(line -> line.contains("amount-invalid")).hasSize(200);
        assertThat(answers.getFirst()).startsWith("{\"detail\":\"'0' is no amount of LETS to move.\",");
        assertThat(answers)
                .filteredOn(line -> line.contains("insufficient-funds"))
                .hasSize(710);
        expect("-100", "100");
        Town.await(() -> new Audit(database, town.community()).check());
    }

    @Test
    void linesThatWereNotSignedAreRefused() {
        var line = "{\"amount\":\"1\",\"asset\":\"LETS\",\"id\":\"1\",\"to\":\"" + HARBOUR + "\"}\n";

        sendMany(line, line.replace("\"1\"", "\"2\"")).statusCode(400);
        sendMany(line, "").statusCode(400);
        sendMany(line, line + "\n").statusCode(400);
    }

    @Test
    void manyWhoPayAtOnceGiveAJournalWithoutAGap() {
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 60; i++) {
                var id = String.valueOf(i);
                var to = Town.member("member " + i % 3);
                threads.execute(() -> send(payment(id, leg(to, "1"))).statusCode(201));
            }
        }

        Town.await(() -> new Audit(database, town.community()).check());
        Town.await(() -> assertThat(told()).isEqualTo(63)); // three opening balances come before
        assertThat(balance(ann)).isEqualTo("-60");
    }

    /** All of it is hashed, so all of it has to be in memory. */
    @ParameterizedTest
    @CsvSource({"-1, 400", "0, 400", "1, 413"})
    void aBatchIsReadUpToItsLargestSize(int more, int status) {
        var act = ANN.says(town.community(), "payment.batch/1")
                .with("count", 1)
                .with("lines", Hash.ZERO.hex())
                .sign()
                .json();
        var body = Arrays.copyOf(act, 8 * 1024 * 1024 + more);
        Arrays.fill(body, act.length, body.length, (byte) '\n');

        given().contentType("application/x-ndjson")
                .body(body)
                .post("/v1/communities/" + town.community() + "/payments/batch")
                .then()
                .statusCode(status);
    }

    @Test
    void aBatchSaysWhichLineCannotBeRead() {
        var good = "{\"amount\":\"1\",\"asset\":\"HOURS\",\"id\":\"a\",\"to\":\"" + HARBOUR + "\"}\n";
        var bad = good.replace("\"id\":\"a\"", "\"id\":1");

        sendMany(good + bad, good + bad)
                .statusCode(400)
                .body("type", endsWith(":payload-malformed"))
                .body("detail", startsWith("line 2: "));
    }

    @Test
    void paymentsAreNumberedMoreOftenThanOnceASecond() {
        // Five that wait for each other take four seconds at least if somebody looks once a second. The quickest
        // of three tries counts, because the machine may be busy with something else.
        assertThat(IntStream.range(0, 3).anyMatch(round -> millisForFive(round) < 4_000))
                .isTrue();
    }

    private long millisForFive(int round) {
        long begun = System.nanoTime();
        for (int i = 0; i < 5; i++) {
            send(payment(round + "/" + i, leg(HARBOUR, "1"))).statusCode(201);
            awaitNumbers();
        }
        return (System.nanoTime() - begun) / 1_000_000;
    }

    private void awaitNumbers() {
        Town.await(() -> assertThat(new Sql(database)
                        .first(
                                "select count(*) from block b join ledger l on l.no = b.ledger where l.community = ? and b.number is null",
                                row -> row.getLong(1),
                                town.community().hex()))
                .contains(0L));
    }

    /** How many movements were told, of which none is missing and none is told twice. */
    private long told() {
        var community = town.community().hex();
        var single = News.about(community, TransferPostedV1.class).stream().map(TransferPostedV1::number);
        var many = News.about(community, TransfersPostedV1.class).stream()
                .flatMap(TransfersPostedV1::each)
                .map(TransferPostedV1::number);
        var all = Stream.concat(single, many).sorted().toList();
        assertThat(all).isEqualTo(LongStream.rangeClosed(1, all.size()).boxed().toList());
        return all.size();
    }

    private String payment(String id, Map<?, ?>... legs) {
        return new String(
                ANN.says(town.community(), "payment.make/1")
                        .with("id", id)
                        .with("legs", List.of(legs))
                        .sign()
                        .json(),
                UTF_8);
    }

    private ValidatableResponse sendMany(String signed, String sent) {
        var act = ANN.says(town.community(), "payment.batch/1")
                .with("count", signed.lines().count())
                .with("lines", Hash.of(signed.getBytes(UTF_8)).hex())
                .sign();
        return given().contentType("application/x-ndjson")
                .body((new String(act.json(), UTF_8) + "\n" + sent).getBytes(UTF_8))
                .post("/v1/communities/" + town.community() + "/payments/batch")
                .then();
    }

    private ValidatableResponse send(byte[] act) {
        return send(new String(act, UTF_8));
    }

    private ValidatableResponse send(String act) {
        return given().contentType("application/json")
                .body(act)
                .post("/v1/communities/" + town.community() + "/payments")
                .then();
    }

    private static Map<String, String> leg(String to, String amount) {
        return Map.of("to", to, "asset", "LETS", "amount", amount);
    }

    private void expect(String payer, String payee) {
        assertThat(List.of(balance(ann), balance(HARBOUR))).isEqualTo(List.of(payer, payee));
    }

    private String balance(String account) {
        return town.get("/accounts/" + account).statusCode(200).extract().path("holdings[0].balance");
    }
}
