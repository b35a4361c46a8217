// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.treasury.domain.BalanceAfter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever pays is told what is left, and whoever asks again is told what was left then, whatever has moved since. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class BalancesAfterTest {
    private static final Person ANN = Person.named("Ann");
    private static final String BEA = Town.member("Bea");

    @Inject
    AgroalDataSource database;

    private Town town = Town.planned();
    private String ann = "";

    @BeforeEach
    void found() {
        town = Town.found(Town.text()
                .replace(
                        "  HOURS: { scale: 0 }",
                        "  HOURS: { scale: 0 }\n  LETS: { scale: 0, kind: mutual-credit, line: 1000 }"
                                + "\n  TEA: { scale: 2, kind: currency, issuance: { cap: \"5000.00\" } }")
                .replace(
                        "  harbour: { asset: SKR }",
                        "  harbour: { asset: SKR }\n  teahouse: { asset: TEA, opening: \"1000.00\" }"));
        ann = "member/" + ANN.in(town.community());
    }

    @Test
    void aPaymentSaysWhatIsLeft() {
        var first = pay("one", leg("LETS", "40"));

        assertThat(first).contains("\"balances\":{\"LETS\":\"-40\"},\"outcome\":\"posted\"");
        assertThat(pay("two", leg("LETS", "2"))).contains("\"balances\":{\"LETS\":\"-42\"}");
        assertThat(pay("one", leg("LETS", "40"))).isEqualTo(first);
    }

    @Test
    void ofSeveralLegsItSaysWhatIsLeftOfEachAsset() {
        fund(1, "10.00");
        Map<?, ?>[] legs = {leg("TEA", "2.50"), leg("LETS", "30"), leg("TEA", "0.01"), leg("LETS", "12")};
        var first = pay("one", legs);
        fund(2, "5.00");
        pay("two", leg("LETS", "1"));

        assertThat(first).contains("\"balances\":{\"LETS\":\"-42\",\"TEA\":\"7.49\"}");
        assertThat(pay("one", legs)).isEqualTo(first);
    }

    @Test
    void eachLineOfABatchSaysWhatIsLeftAfterIt() {
        fund(1, "10.00");
        var lines = line("1", "LETS", "1")
                + line("2", "TEA", "3.00")
                + line("3", "LETS", "2")
                + line("4", "TEA", "7.01")
                + line("1", "LETS", "1")
                + line("3", "LETS", "3");
        var first = payMany(lines);
        pay("between", leg("LETS", "100"));

        assertThat(first.lines().map(BalancesAfterTest::left))
                .containsExactly("LETS -1", "TEA 7.00", "LETS -3", "", "LETS -1", "");
        assertThat(payMany(lines)).isEqualTo(first);
        // Of a batch that is old in parts, each line says its own.
        assertThat(payMany(line("5", "LETS", "5") + lines).lines().map(BalancesAfterTest::left))
                .containsExactly("LETS -108", "LETS -1", "TEA 7.00", "LETS -3", "", "LETS -1", "");
    }

    @Test
    void whatWasTakenBackSinceIsLeftAsItWasThen() {
        fund(1, "10.00");
        var first = pay("one", leg("TEA", "4.00"));
        var transfer = new JsonPath(first).getString("transfer");
        Decision.in(town).enact(2, Map.of("type", "treasury.reverse", "transfer", transfer));
        town.get("/accounts/" + ann).body("holdings.find { it.asset == 'TEA' }.balance", equalTo("10.00"));

        assertThat(pay("one", leg("TEA", "4.00"))).isEqualTo(first).contains("\"TEA\":\"6.00\"");
    }

    @Test
    void aRefusalSaysNothingOfIt() {
        var refused = given().contentType("application/json")
                .body(signed("one", leg("LETS", "1001")))
                .post("/v1/communities/" + town.community() + "/payments")
                .then()
                .statusCode(409)
                .extract()
                .asString();

        assertThat(refused).doesNotContain("balances");
    }

    /** Nothing that is kept in memory has a part in it: what is answered after a new start is answered here. */
    @Test
    void whoeverKnowsOnlyTheDatabaseSaysTheSame() {
        var ids = List.of(paid(pay("one", leg("LETS", "40"))), paid(pay("two", leg("LETS", "2"))));

        var found = new BalancesAfter(database).of(town.community(), ids);

        assertThat(ids)
                .extracting(id -> found.getOrDefault(id, List.of()).stream()
                        .map(BalanceAfter::decimal)
                        .toList())
                .containsExactly(List.of("-40"), List.of("-42"));
    }

    /** Single payments of eight threads and batches between them, by one account that is also paid. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatIsAskedForAgainIsAnsweredByteForByteWhateverMoved(long seed) {
        var first = new ConcurrentHashMap<String, String>();
        var random = new Random(seed);
        var amounts = new LinkedHashMap<String, String>();
        for (int i = 0; i < 60; i++) amounts.put(seed + "/" + i, String.valueOf(1 + random.nextInt(9)));
        try (var threads = Executors.newFixedThreadPool(8)) {
            amounts.forEach((id, amount) -> threads.execute(() -> first.put(id, pay(id, leg("LETS", amount)))));
        }
        var lines = IntStream.range(0, 30)
                .mapToObj(i -> line("many " + i, "LETS", String.valueOf(1 + random.nextInt(9))))
                .collect(Collectors.joining());
        var many = payMany(lines);

        amounts.forEach((id, amount) -> assertThat(pay(id, leg("LETS", amount))).isEqualTo(first.getOrDefault(id, "")));
        assertThat(payMany(lines)).isEqualTo(many);
        // They are the balances of the statement, each of them once.
        var told = amounts.keySet().stream()
                .map(id -> left(first.getOrDefault(id, "")).substring("LETS ".length()));
        var moved = town.get("/statements/" + ann + "?asset=LETS&limit=60")
                .statusCode(200)
                .extract()
                .<List<String>>path("items.balance");
        assertThat(told).containsExactlyInAnyOrderElementsOf(moved);
    }

    private static Hash paid(String answer) {
        return Hash.parse(new JsonPath(answer).getString("transfer"));
    }

    private void fund(int number, String amount) {
        Decision.in(town).enact(number, Decision.with(Decision.transfer("teahouse", ann, amount), "asset", "TEA"));
    }

    private static Map<String, String> leg(String asset, String amount) {
        return Map.of("to", BEA, "asset", asset, "amount", amount);
    }

    private static String line(String id, String asset, String amount) {
        return "{\"amount\":\"" + amount + "\",\"asset\":\"" + asset + "\",\"id\":\"" + id + "\",\"to\":\"" + BEA
                + "\"}\n";
    }

    /** What a line says is left, in words. */
    private static String left(String answer) {
        int at = answer.indexOf("\"balances\":{\"");
        if (at < 0) return "";
        var said = answer.substring(at + 13, answer.indexOf('}', at) - 1);
        return said.replace("\":\"", " ");
    }

    private String signed(String id, Map<?, ?>... legs) {
        return new String(
                ANN.says(town.community(), "payment.make/1")
                        .with("id", id)
                        .with("legs", List.of(legs))
                        .sign()
                        .json(),
                UTF_8);
    }

    private String pay(String id, Map<?, ?>... legs) {
        return given().contentType("application/json")
                .body(signed(id, legs))
                .post("/v1/communities/" + town.community() + "/payments")
                .then()
                .statusCode(201)
                .extract()
                .asString();
    }

    private String payMany(String lines) {
        var act = ANN.says(town.community(), "payment.batch/1")
                .with("count", lines.lines().count())
                .with("lines", Hash.of(lines.getBytes(UTF_8)).hex())
                .sign();
        return given().contentType("application/x-ndjson")
                .body((new String(act.json(), UTF_8) + "\n" + lines).getBytes(UTF_8))
                .post("/v1/communities/" + town.community() + "/payments/batch")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
