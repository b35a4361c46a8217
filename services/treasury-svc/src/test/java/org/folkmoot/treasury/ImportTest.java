// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What accounts held elsewhere is brought in out of a file that was decided on: whole and once, by whoever has it, or not at all. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ImportTest {
    private static final Person ANN = Person.named("Ann");

    @Inject
    AgroalDataSource database;

    private Town town = Town.planned();

    @BeforeEach
    void found() {
        town = Town.found(Town.text()
                .replace(", opening: \"1000.00\"", "")
                .replace(", opening: \"200.00\"", "")
                .replace(", opening: \"40\"", "")
                .replace(
                        "  HOURS: { scale: 0 }",
                        "  HOURS: { scale: 0 }\n  TEA: { scale: 2, kind: currency, issuance: { cap: \"5000.00\" } }"));
    }

    @ParameterizedTest
    @CsvSource({"1", "63", "64", "65", "2047", "2048", "2049"})
    void allOfItIsPostedInTheOrderOfTheFile(int rows) {
        var file = file(rows);
        var decision = decided(file, rows, Map.of("TEA", cents(rows)));

        bring(decision, file)
                .statusCode(200)
                .body("rows", equalTo(rows))
                .body("sums", equalTo(Map.of("TEA", cents(rows))))
                .body("broughtAt", notNullValue());

        town.expectBalance("issuance/TEA", "-" + cents(rows));
        town.expectBalance(account(0), "0.01");
        town.expectBalance(account(rows - 1), "0.01");
        assertThat(town.get("/transfers?limit=200").extract().<List<String>>path("items.to"))
                .isEqualTo(IntStream.range(0, Math.min(rows, 200))
                        .mapToObj(i -> account(rows - 1 - i))
                        .toList());
        town.get("/transfers/" + decision.enactment(1))
                .body("code", equalTo("opening"))
                .body("cause", equalTo(decision.proposal()));
        Town.await(() -> new Audit(database, town.community()).check());
    }

    @Test
    void whoeverBringsItAgainIsAnsweredAlikeAndNothingIsPostedTwice() {
        var file = file(70);
        var decision = decided(file, 70, Map.of("TEA", "0.70"));

        var first = bring(decision, file).statusCode(200).extract().asString();
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++)
                threads.execute(() -> assertThat(
                                bring(decision, file).statusCode(200).extract().asString())
                        .isEqualTo(first));
        }

        // What was brought is not read again, whatever comes.
        assertThat(bring(decision, "rubbish").statusCode(200).extract().asString())
                .isEqualTo(first);
        town.expectBalance("issuance/TEA", "-0.70");
    }

    @Test
    void ofManyWhoBringItAtOnceOneDoesAndTheOthersAreBusyOrHearOfIt() {
        var file = file(2_500);
        var decision = decided(file, 2_500, Map.of("TEA", "25.00"));
        try (var threads = Executors.newFixedThreadPool(4)) {
            for (int i = 0; i < 4; i++)
                threads.execute(() ->
                        assertThat(bring(decision, file).extract().statusCode()).isIn(200, 503));
        }

        bring(decision, file).statusCode(200);
        town.expectBalance("issuance/TEA", "-25.00");
        Town.await(() -> new Audit(database, town.community()).check());
    }

    @Test
    void severalAssetsAreInOneFile() {
        var file = "account,asset,amount\nharbour,SKR,0.50\n" + account(1) + ",SKR,100.00\n" + account(1) + ",TEA,2\n";
        var decision = decided(file, 3, Map.of("SKR", "100.50", "TEA", "2.00"));

        bring(decision, file).statusCode(200);

        town.get("/accounts/" + account(1)).body("holdings.balance", contains("100.00", "2.00"));
        town.expectBalance("harbour", "0.50");
    }

    @Test
    void whatIsWrongIsSaidWithItsLinesAndNothingIsPosted() {
        var good = file(100);
        var file = good.replace(account(7) + ",TEA,0.01", account(7) + ",TEA,0.015")
                .replace(account(50), account(49));
        var decision = decided(good, 100, Map.of("TEA", "1.00"));

        bring(decision, file)
                .statusCode(422)
                .body("type", equalTo("urn:folkmoot:problem:opening-faulty"))
                .body("count", equalTo(2))
                .body("faults[0]", startsWith("line 9: '0.015' is not an amount of TEA"))
                .body("faults[1]", equalTo("line 52: '" + account(49) + "' has a balance of TEA before."));
        bring(decision, good.replace("\n", "\r\n"))
                .statusCode(422)
                .body("count", equalTo(101))
                .body("faults", hasSize(20));
        bring(decision, "").statusCode(422).body("faults[0]", startsWith("line 1: The first line is"));
        nothingIsPosted();
        bring(decision, good).statusCode(200);
    }

    @Test
    void anotherFileThanTheOneThatWasDecidedOnIsRefused() {
        var good = file(100);
        var decision = decided(good, 100, Map.of("TEA", "1.00"));

        bring(decision, file(99))
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:opening-different"))
                .body("part", equalTo("file"))
                .body("decided", equalTo(Hash.of(good.getBytes(UTF_8)).hex()));
        nothingIsPosted();
    }

    @ParameterizedTest
    @CsvSource({"99, 1.00, rows", "100, 0.99, sums", "100, 1.01, sums", "100, 1.00, ''"})
    void aDecisionThatSaysOtherThanTheFileBringsNothing(int rows, String sum, String part) {
        var file = file(100);
        var decision = decided(file, rows, Map.of("TEA", sum));

        var answer = bring(decision, file);

        if (part.isEmpty()) answer.statusCode(200);
        else {
            answer.statusCode(409).body("part", equalTo(part));
            nothingIsPosted();
        }
    }

    @ParameterizedTest
    @CsvSource({"4999.99, 200", "5000.00, 200", "5000.01, 409"})
    void allOfItIsUnderTheCapOrNothingIsPosted(String sum, int status) {
        // The last balance of three thousand has all that the others leave.
        var rest = new BigDecimal(sum).subtract(new BigDecimal("29.99"));
        var file = file(2_999) + account(2_999) + ",TEA," + rest + "\n";
        var decision = decided(file, 3_000, Map.of("TEA", sum));

        var answer = bring(decision, file).statusCode(status);

        if (status == 409) {
            answer.body("type", equalTo("urn:folkmoot:problem:opening-impossible"))
                    .body("reason", equalTo("insufficient-funds"))
                    .body("lines", equalTo("2946-3001"));
            nothingIsPosted();
        } else town.expectBalance("issuance/TEA", "-" + sum);
    }

    @Test
    void afterSomethingWasIssuedItIsTooLate() {
        var file = file(3);
        var decision = decided(file, 3, Map.of("TEA", "0.03"));
        var issue =
                Map.<String, Object>of("type", "treasury.issue", "to", account(9), "asset", "TEA", "amount", "1.00");
        assertThat(Decision.in(town).enact(1, issue)).isInstanceOf(ActionEnactedV1.class);

        bring(decision, file).statusCode(409).body("reason", equalTo("opening-late"));
        var late = Decision.in(town).enact(1, action(file, 3, Map.of("TEA", "0.03")));
        assertThat(((ActionFailedV1) late).reason()).isEqualTo("opening-late");
        town.expectBalance("issuance/TEA", "-1.00");
    }

    @Test
    void aFrozenAccountKeepsAllOfItOutUntilItIsOpen() {
        var file = "account,asset,amount\nice,SKR,1.00\n" + account(1) + ",SKR,1.00\n";
        var decision = decided(file, 2, Map.of("SKR", "2.00"));
        Decision.in(town).enact(1, Map.of("type", "treasury.freeze", "account", "ice", "asset", "SKR"));

        bring(decision, file)
                .statusCode(409)
                .body("reason", equalTo("account-not-open"))
                .body("lines", equalTo("2-3"));
        town.get("/accounts/" + account(1)).statusCode(404);
        Decision.in(town).enact(1, Map.of("type", "treasury.unfreeze", "account", "ice", "asset", "SKR"));
        bring(decision, file).statusCode(200);
    }

    @Test
    void whatIsToldTwiceIsKeptOnceAndAnotherUnderItsNameIsSetAside() {
        var file = file(2);
        var decision = decided(file, 2, Map.of("TEA", "0.02"));

        News.tell(Topics.PROPOSALS, decision.due(1, action(file, 2, Map.of("TEA", "0.02"))));
        assertThat(Stream.of(News.await(town.community().hex(), EnactmentEvent.class, 2))
                        .flatMap(List::stream)
                        .distinct())
                .hasSize(1);
        News.tell(Topics.PROPOSALS, decision.due(1, action(file, 3, Map.of("TEA", "0.02"))));
        News.awaitDead(Topics.PROPOSALS, decision.enactment(1));
        town.get("/openings")
                .body("items.opening", contains(decision.enactment(1)))
                .body("items[0].rows", equalTo(2))
                .body("items[0].broughtAt", nullValue());
    }

    @Test
    void nobodyBringsWhatNobodyDecided() {
        bring(Decision.in(town), file(1)).statusCode(404).body("type", equalTo("urn:folkmoot:problem:opening-unknown"));
        town.get("/openings").statusCode(200).body("items", empty());
        given().get("/v1/communities/" + Hash.ZERO + "/openings").then().statusCode(404);
    }

    /** Members pay on meanwhile, and see what they were brought afterwards. */
    @Test
    void whatWasBroughtIsPaidWith() {
        var ann = "member/" + ANN.in(town.community());
        var file = "account,asset,amount\n"
                + Stream.of(ann + ",TEA,3.00\n", account(1) + ",TEA,1.00\n")
                        .sorted()
                        .collect(Collectors.joining());
        var decision = decided(file, 2, Map.of("TEA", "4.00"));
        var purse = new Purse(town);
        purse.pay("early", account(1), "1.00").statusCode(409);

        bring(decision, file).statusCode(200);

        purse.pay("late", account(1), "1.00").statusCode(201).body("balances.TEA", equalTo("2.00"));
    }

    private Decision decided(String file, int rows, Map<String, String> sums) {
        var decision = Decision.in(town);
        assertThat(decision.enact(1, action(file, rows, sums))).isInstanceOf(ActionEnactedV1.class);
        return decision;
    }

    private static Map<String, Object> action(String file, int rows, Map<String, String> sums) {
        return Map.of(
                "type",
                "treasury.import",
                "file",
                Hash.of(file.getBytes(UTF_8)).hex(),
                "rows",
                rows,
                "sums",
                sums.entrySet().stream()
                        .map(sum -> Map.of("asset", sum.getKey(), "amount", sum.getValue()))
                        .toList(),
                "memo",
                "The old books");
    }

    private ValidatableResponse bring(Decision decision, String file) {
        return given().contentType("text/csv")
                .body(file.getBytes(UTF_8))
                .post("/v1/communities/" + town.community() + "/openings/" + decision.enactment(1) + "/file")
                .then();
    }

    private void nothingIsPosted() {
        town.expectBalance("issuance/TEA", "0.00");
        town.get("/accounts/" + account(0)).statusCode(404);
        town.get("/transfers").body("items", empty());
        town.get("/openings").body("items[0].broughtAt", nullValue());
    }

    private static String account(int number) {
        return "member/" + "%064x".formatted(number);
    }

    private static String cents(int count) {
        return BigDecimal.valueOf(count, 2).toPlainString();
    }

    private static String file(int rows) {
        return "account,asset,amount\n"
                + IntStream.range(0, rows)
                        .mapToObj(i -> account(i) + ",TEA,0.01\n")
                        .collect(Collectors.joining());
    }
}
