// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.record.JournalCheck;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.folkmoot.treasury.scheduling.RunCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A year of the example of a network state: dues, income, demurrage, a budget, a salary, an exit, and an enactment that fails
 * and is tried again. After every step all balances are those of a plain reckoning, to the unit.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class YearTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Person ANN = Person.named("Ann");
    private static final Person BEA = Person.named("Bea");
    private static final Person CAT = Person.named("Cat");
    private static final List<Person> JOINED = List.of(BEA, CAT, Person.named("Eve"));
    private static final Duration SALARY = Duration.ofDays(300);
    private static final long SALARY_OF = 1_200_00;

    @TempDir
    Path folder;

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    @Inject
    RunCalendar runCalendar;

    private final Map<String, Long> plain = new TreeMap<>();
    private Town town = Town.planned();
    private String salary = "";
    private Instant hired = Instant.EPOCH;
    private long earned;
    private int steps;

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    @Test
    void theBooksBalanceToTheUnitAtEveryStepOfAYear() throws Exception {
        clock.reach(Instant.parse("2026-12-10T09:00:00Z"));
        found();
        hire();
        for (int month = 1; month <= 12; month++) {
            begin(YearMonth.of(2027, month));
            earn();
            celebrate(month);
            if (month == 5) tryAgain();
            if (month == 9) leave();
        }
        assertThat(earned).isEqualTo(SALARY_OF);

        var lines = text("jsonl").lines().toList();
        var found = JournalCheck.check(
                lines.stream().map(line -> line.getBytes(UTF_8)).iterator());
        assertThat(found.fault()).isEmpty();
        System.out.println("YearTest: " + steps + " steps audited, " + found.blocks() + " blocks of the journal");
        run("/usr/bin/hledger", "-f", save("hledger").toString(), "check");
        run("/usr/bin/bean-check", save("beancount").toString());
    }

    private void found() throws IOException {
        town = Town.found(Files.readString(Path.of("../../examples/network-state/constitution.yaml")));
        var entries = JOINED.stream()
                .map(person -> new MemberEntry(person.in(town.community()).hex(), person.did()))
                .toList();
        News.tell(
                Topics.IDENTITY,
                new MembersAddedV1(town.community().hex(), 2, Town.NOW.plusSeconds(1), entries, Hash.ZERO.hex()));
        awaitRow(
                "select 1 from calendar_rules where community = ?",
                town.community().hex());
        awaitRow(
                "select 1 from calendar_roll where community = ? and position = 2",
                town.community().hex());
        awaitRow("select 1 from known_member where community = ? and valid_from = 2", (Object)
                town.community().bytes());
        plain.putAll(Map.of("treasury", 1_500_000_00L, "grants", 200_000_00L, "reserve", 300_000_00L));
        Stream.of("events", "commons").forEach(account -> plain.put(account, 0L));
        everybody().forEach(person -> plain.put(account(person), 0L));
        enact(issue(ANN, "600"));
        enact(issue(BEA, "400"));
        check();
    }

    private static Stream<Person> everybody() {
        return Stream.concat(Stream.of(ANN), JOINED.stream());
    }

    private Map<String, Object> issue(Person to, String stakes) {
        return Map.of("type", "treasury.issue", "to", account(to), "asset", "STAKE", "amount", stakes);
    }

    private void hire() {
        var decision = Decision.in(town).submitted("grant");
        var stream = Map.<String, Object>of(
                "type",
                "treasury.stream",
                "from",
                "treasury",
                "to",
                account(CAT),
                "asset",
                "SKR",
                "amount",
                "1200.00",
                "lasts",
                "P300D");
        assertThat(decision.enact(1, stream)).isInstanceOf(ActionEnactedV1.class);
        salary = decision.enactment(1);
        hired = Instant.parse(
                town.get("/escrows/" + salary).statusCode(200).extract().path("madeAt"));
        move("treasury", "escrow/" + salary, SALARY_OF);
        check();
    }

    private void begin(YearMonth month) {
        clock.reach(month.atDay(1).atStartOfDay(OSLO).toInstant());
        while (runCalendar.step(town.community())) {}

        everybody().map(this::account).forEach(person -> move(person, "commons", held(person) / 100));
        everybody().map(this::account).forEach(person -> plain.merge(person, 50_00L, Long::sum));
        everybody().map(this::account).forEach(person -> move(person, "commons", 10_00));
        move("events", "treasury", held("events"));
        move("treasury", "events", 500_00);
        check();
    }

    /** What is due by now, less what was taken before. */
    private void earn() {
        long due = due();
        if (due == earned) return;
        send(
                        "/escrows/withdrawals",
                        CAT.says(town.community(), "stream.withdraw/1").with("escrow", salary))
                .statusCode(201);
        move("escrow/" + salary, account(CAT), due - earned);
        earned = due;
        check();
    }

    /** The clock goes on between the withdrawal and this, by less than a unit takes. */
    private long due() {
        var elapsed = Duration.between(hired, clock.instant());
        return elapsed.compareTo(SALARY) >= 0 ? SALARY_OF : SALARY_OF * elapsed.toMillis() / SALARY.toMillis();
    }

    private void celebrate(int month) {
        if (month % 2 == 0) return;
        enact(Decision.transfer("events", account(BEA), "120.00"));
        move("events", account(BEA), 120_00);
        check();
    }

    private void tryAgain() {
        var decision = Decision.in(town).submitted("grant");
        var much = Decision.transfer("grants", account(ANN), "250000.00");
        assertThat(decision.enact(1, much)).isInstanceOf(ActionFailedV1.class);
        check();
        enact(Decision.transfer("treasury", "grants", "100000.00"));
        move("treasury", "grants", 100_000_00);
        check();
        assertThat(decision.enact(2, much)).isInstanceOf(ActionEnactedV1.class);
        move("grants", account(ANN), 250_000_00);
        check();
    }

    private void leave() {
        send("/exits", BEA.says(town.community(), "treasury.exit/1").with("units", "400"))
                .statusCode(201);
        move("reserve", account(BEA), 400L * held("reserve") / 1_000);
        check();
    }

    private void enact(Map<String, Object> action) {
        assertThat(Decision.in(town).submitted("grant").enact(1, action)).isInstanceOf(ActionEnactedV1.class);
    }

    private ValidatableResponse send(String door, Saying saying) {
        var act = saying.with("id", "step " + steps)
                .until(clock.instant().plus(Duration.ofDays(1)))
                .sign();
        return given().contentType("application/json")
                .body(act.json())
                .post("/v1/communities/" + town.community() + door)
                .then();
    }

    private void check() {
        steps++;
        plain.forEach(
                (account, held) -> assertThat(balance(account)).as(account).isEqualTo(held));
        new Audit(database, town.community()).check();
    }

    private long balance(String account) {
        return new Sql(database)
                .first(
                        "select credits_posted - debits_posted from account where community = ? and name = ? and asset = 'SKR'",
                        row -> row.getObject(1, BigDecimal.class).longValueExact(),
                        town.community().hex(),
                        account)
                .orElse(0L);
    }

    private void awaitRow(String sql, Object community) {
        Town.await(() ->
                assertThat(new Sql(database).first(sql, _ -> true, community)).isPresent());
    }

    private long held(String account) {
        return Objects.requireNonNull(plain.getOrDefault(account, 0L));
    }

    private void move(String from, String to, long amount) {
        plain.merge(from, -amount, Long::sum);
        plain.merge(to, amount, Long::sum);
    }

    private String account(Person person) {
        return "member/" + person.in(town.community());
    }

    private String text(String format) {
        return town.get("/journal/" + format).statusCode(200).extract().asString();
    }

    private Path save(String format) throws IOException {
        return Files.writeString(folder.resolve("books." + format), text(format));
    }

    /** Asks another program about the books, where it is installed; ours are checked above in any case. */
    private static void run(String... command) throws IOException, InterruptedException {
        if (!Files.isExecutable(Path.of(command[0]))) return;
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
