// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.MemberEntry;
import org.folkmoot.contracts.MemberRemovedV1;
import org.folkmoot.contracts.MembersAddedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.treasury.scheduling.RunCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens by the calendar happens once, in order, and to the unit, whoever does it and whatever interrupts it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CalendarTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Person ANN = Person.named("Ann");
    private static final List<Person> OTHERS = Person.many("Bea", 9);
    private static final String SKR = "SKR: { scale: 2, issuance: { cap: \"1500.00\" } }";

    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    @Inject
    RunCalendar runCalendar;

    private Town town = Town.planned();

    @BeforeEach
    void travel() {
        clock.reach(Instant.parse("2027-01-15T12:00:00Z"));
    }

    @AfterEach
    void comeBack() {
        clock.comeBack();
    }

    private void found(String cap, String treasury) {
        town = Town.found(Town.text()
                .replace(SKR, "SKR: { scale: 2, kind: currency, issuance: { cap: \"100000.00\"" + cap + " } }")
                .replace("bodies:\n", "treasury: { zone: Europe/Oslo, " + treasury + " }\nbodies:\n"));
        awaitTrue("select 1 from calendar_rules where community = ?");
    }

    private void join(Instant at) {
        var entries = OTHERS.stream()
                .map(person -> new MemberEntry(person.in(town.community()).hex(), person.did()))
                .toList();
        News.tell(Topics.IDENTITY, new MembersAddedV1(town.community().hex(), 2, at, entries, Hash.ZERO.hex()));
        awaitTrue("select 1 from calendar_roll where community = ? and position = 2");
    }

    private void leave(Person person, long position, Instant at) {
        News.tell(
                Topics.IDENTITY,
                new MemberRemovedV1(
                        town.community().hex(),
                        position,
                        at,
                        person.in(town.community()).hex(),
                        Hash.ZERO.hex()));
        awaitTrue("select 1 from calendar_roll where community = ? and position = " + position);
    }

    private void awaitTrue(String sql) {
        Town.await(() -> assertThat(
                        new Sql(database).first(sql, _ -> true, town.community().hex()))
                .isPresent());
    }

    private String member(Person person) {
        return "member/" + person.in(town.community());
    }

    private void begin(YearMonth month) {
        clock.reach(month.atDay(1).atStartOfDay(OSLO).toInstant());
    }

    private void run() {
        while (runCalendar.step(town.community())) {}
    }

    private boolean isDue() {
        return new Sql(database)
                .first(
                        "select 1 from calendar where community = ? and next_at <= ?",
                        _ -> true,
                        town.community().hex(),
                        clock.instant())
                .isPresent();
    }

    /** Two replicas at once. */
    private void runTwice() throws Exception {
        try (var replicas = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = Stream.generate(() -> replicas.submit(() -> {
                        while (isDue()) runCalendar.step(town.community());
                        return true;
                    }))
                    .limit(2)
                    .toList();
            for (var one : both) assertThat(one.get()).isTrue();
        }
    }

    /** Somebody who is killed in the middle of the next step and of the one after two more. */
    private void runInterrupted() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        assertThat(runCalendar.step(town.community())).isTrue();
                        throw new IllegalStateException("killed");
                    }))
                    .hasMessageContaining("killed");
            runCalendar.step(town.community());
            runCalendar.step(town.community());
        }
        run();
    }

    private long balance(String account) {
        return new Sql(database)
                .first(
                        "select credits_posted - debits_posted from account where community = ? and name = ? and asset = 'SKR'",
                        row -> row.getLong(1),
                        town.community().hex(),
                        account)
                .orElse(0L);
    }

    private int count(String sql) {
        return new Sql(database)
                .first(
                        "select count(*) from " + sql,
                        row -> row.getInt(1),
                        town.community().hex())
                .orElseThrow();
    }

    @Test
    void aYearOfAllFourIsWhatAPlainReckoningSays() throws Exception {
        found(
                ", per: { every: P1M, most: \"200.00\" }",
                "budgets: { ice: { from: treasury, amount: \"100.00\", every: P1M, left: return },"
                        + " harbour: { from: school, amount: \"70.00\", every: P1M } },"
                        + " dues: { fee: { asset: SKR, amount: \"10.00\", every: P1M, to: school, grace: P5D, most: 2 } },"
                        + " income: { basic: { asset: SKR, amount: \"20.00\", every: P1M, who: \"member.since <= roll.at - duration('240h')\" } },"
                        + " demurrage: { SKR: { rate: 1/100, every: P1M, to: school, exempt: [treasury] } }");
        join(Town.NOW.plusSeconds(1));
        var people =
                Stream.concat(Stream.of(ANN), OTHERS.stream()).map(this::member).toList();
        var plain = new TreeMap<>(Map.of("treasury", 100_000L, "school", 20_000L, "ice", 0L, "harbour", 0L));
        people.forEach(person -> plain.put(person, 0L));
        var foretold =
                Stream.of("treasury", "school", "ice", "harbour").collect(toMap(account -> account, this::foretold));

        for (int month = 0; month < 12; month++) {
            begin(YearMonth.of(2027, 2).plusMonths(month));
            reckon(plain, people);
            switch (month % 3) {
                case 0 -> run();
                case 1 -> runInterrupted();
                default -> runTwice();
            }
            run();

            plain.forEach(
                    (account, held) -> assertThat(balance(account)).as(account).isEqualTo(held));
            new Audit(database, town.community()).check();
        }

        foretold.forEach((account, held) -> assertThat(held).as(account).isEqualTo(plain.get(account)));
        assertThat(count("calendar_turn where community = ? and state = 'done'"))
                .isEqualTo(12 * 5);
        assertThat(count("due where community = ? and paid_at is not null")).isEqualTo(12 * 10);
        town.get("/schedules")
                .statusCode(200)
                .body("items.kind", contains("budget", "budget", "demurrage", "dues", "income"))
                .body("items[0].next", equalTo("2028-01-31T23:00:00.000Z"))
                .body("items[4].last.period", equalTo("2028-01-01"))
                .body("items[4].last.amount", equalTo("200.00"));
    }

    /** What an account will hold after the January of the next year, of which everything is told before it happens. */
    private long foretold(String account) {
        var holds = town.get("/forecast/calendar?asset=SKR&until=2028-01-01T00:00:00Z&account=" + account)
                .statusCode(200)
                .body("parts", hasSize(13))
                .body("parts[0].issued", equalTo("0.00"))
                .body("parts[1].issued", equalTo("200.00"))
                .extract()
                .<String>path("parts[12].holds");
        return Long.parseLong(holds.replace(".", ""));
    }

    private static void reckon(Map<String, Long> plain, List<String> people) {
        for (var account : List.copyOf(plain.keySet())) {
            if (account.equals("treasury") || account.equals("school")) continue;
            long lost = held(plain, account) / 100;
            move(plain, account, "school", lost);
        }
        people.forEach(person -> plain.merge(person, 2_000L, Long::sum));
        people.forEach(person -> move(plain, person, "school", 1_000));
        if (held(plain, "school") >= 7_000) move(plain, "school", "harbour", 7_000);
        move(plain, "ice", "treasury", held(plain, "ice"));
        move(plain, "treasury", "ice", 10_000);
    }

    private static long held(Map<String, Long> plain, String account) {
        return plain.getOrDefault(account, 0L);
    }

    private static void move(Map<String, Long> plain, String from, String to, long amount) {
        plain.merge(from, -amount, Long::sum);
        plain.merge(to, amount, Long::sum);
    }

    @Test
    void whoCannotPayOwesAndPaysWhenThereIsEnough() {
        found("", "dues: { fee: { asset: SKR, amount: \"10.00\", every: P1M, to: school, grace: P3D, most: 2 } }");
        Decision.in(town).enact(1, Decision.transfer("treasury", member(ANN), "15.00"));
        for (int month = 2; month <= 5; month++) {
            begin(YearMonth.of(2027, month));
            run();
        }

        town.get("/dues?member=" + ANN.in(town.community()))
                .statusCode(200)
                .body(
                        "items.period",
                        contains("2027-02-01", "2027-03-01", "2027-04-01")) // two are owed, so May is not charged
                .body("items.state", contains("paid", "arrears", "arrears"))
                .body("items.owed", contains("0.00", "10.00", "10.00"))
                .body("items[1].graceUntil", equalTo("2027-03-03T23:00:00.000Z"))
                .body("items[1].again", equalTo("2027-05-31T22:00:00.000Z"));
        Decision.in(town).enact(1, Decision.transfer("treasury", member(ANN), "20.00"));
        run();
        assertThat(balance(member(ANN))).isEqualTo(2_500);

        begin(YearMonth.of(2027, 6));
        run();
        assertThat(balance(member(ANN))).isEqualTo(500); // both are paid, and June is owed
        clock.reach(Instant.parse("2027-06-01T21:59:58Z"));
        Decision.in(town).enact(1, Decision.transfer("treasury", member(ANN), "5.00"));
        clock.reach(Instant.parse("2027-06-01T22:00:00Z"));
        run();

        assertThat(balance(member(ANN))).isZero();
        assertThat(count("due where community = ? and paid_at is null")).isZero();
        assertThat(count("due where community = ?")).isEqualTo(4);
        new Audit(database, town.community()).check();
    }

    @Test
    void afterADowntimeNoMoreIsOwedThanMayAndWhoLeftIsNotChargedAnyMore() {
        found("", "dues: { fee: { asset: SKR, amount: \"10.00\", every: P1M, to: school, most: 3 } }");
        join(Town.NOW.plusSeconds(1));
        leave(OTHERS.getFirst(), 3, Instant.parse("2027-03-10T00:00:00Z"));

        begin(YearMonth.of(2027, 8));
        run();

        assertThat(count("due where community = ?")).isEqualTo(9 * 3 + 2);
        assertThat(count("due where community = ? and paid_at is null")).isEqualTo(9 * 3 + 2);
        var gone = "/dues?member=" + OTHERS.getFirst().in(town.community());
        town.get(gone).body("items.period", contains("2027-02-01", "2027-03-01"));
        var first =
                town.get("/dues?limit=20").body("items", hasSize(20)).extract().<String>path("next");
        town.get("/dues?limit=20&after=" + first).body("items", hasSize(9)).body("next", equalTo(null));
    }

    @Test
    void whatMovesAfterTheBoundaryDoesNotDecayAndWhatIsSetAsideDoes() {
        found("", "demurrage: { SKR: { rate: 1/100, every: P1M, to: school, exempt: [treasury] } }");
        Decision.in(town).enact(1, Decision.transfer("treasury", "harbour", "100.00"));
        var hold = Map.<String, Object>of(
                "type",
                "treasury.hold",
                "from",
                "harbour",
                "to",
                "ice",
                "asset",
                "SKR",
                "amount",
                "99.50",
                "term",
                "P100D");
        Decision.in(town).enact(1, hold);
        begin(YearMonth.of(2027, 2));
        for (int i = 0; i < 20; i++) Decision.in(town).enact(1, Decision.transfer("treasury", "harbour", "2.00"));
        Decision.in(town).enact(1, Decision.transfer("treasury", "ice", "300.00"));
        Decision.in(town).enact(1, Decision.transfer("harbour", "ice", "40.25"));

        run();

        // 1.00 of the 100.00 that were there would be lost, and 0.25 are free.
        assertThat(balance("harbour")).isEqualTo(10_000 + 4_000 - 4_025 - 25);
        assertThat(balance("ice")).isEqualTo(34_025);
        assertThat(balance("school")).isEqualTo(20_025);
        new Audit(database, town.community()).check();
    }

    @Test
    void aBudgetThatCannotBePaidWholeIsNotPaidAndSaysSo() {
        found("", "budgets: { harbour: { from: school, amount: \"150.00\", every: P1M } }");
        begin(YearMonth.of(2027, 2));
        run();
        Decision.in(town).enact(1, Decision.transfer("harbour", "ice", "30.00"));

        town.get("/budgets")
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].allotted", equalTo("150.00"))
                .body("items[0].spent", equalTo("30.00"))
                .body("items[0].left", equalTo("120.00"));
        begin(YearMonth.of(2027, 3));
        run();
        Decision.in(town).enact(1, Decision.transfer("treasury", "school", "500.00"));
        run();

        town.get("/budgets")
                .body("items[0].period", equalTo("2027-03-01"))
                .body("items[0].carried", equalTo("120.00"))
                .body("items[0].allotted", equalTo("0.00"))
                .body("items[0].reason", equalTo("insufficient-funds"));
        town.get("/schedules").body("items[0].last.state", equalTo("refused"));
        assertThat(balance("harbour")).isEqualTo(12_000);
    }

    @Test
    void anIncomeForWhichThereIsNoRoomIsNobodys() {
        found(
                ", per: { every: P1M, most: \"199.99\" }",
                "income: { basic: { asset: SKR, amount: \"20.00\", every: P1M } }");
        join(Town.NOW.plusSeconds(1));
        begin(YearMonth.of(2027, 2));
        run();

        town.get("/schedules")
                .body("items[0].last.state", equalTo("refused"))
                .body("items[0].last.reason", equalTo("period-cap-exceeded"))
                .body("items[0].last.amount", equalTo("0.00"));
        assertThat(count("transfer t join ledger l on l.no = t.ledger where l.community = ? and code = 'emitted'"))
                .isZero();
        leave(OTHERS.getFirst(), 3, clock.instant());
        begin(YearMonth.of(2027, 3));
        run();
        assertThat(balance(member(ANN))).isEqualTo(2_000);
        assertThat(balance("issuance/SKR")).isEqualTo(-120_000 - 18_000);
    }

    @Test
    void nothingBeyondThePeriodsCapIsIssuedWhateverIsBurned() {
        found(", per: { every: P1M, most: \"100.00\" }", "budgets: {}");
        clock.reach(Instant.parse("2027-01-31T22:58:00Z"));

        assertThat(enact("issue", "to", "60.00")).isEqualTo("enacted");
        assertThat(enact("burn", "from", "60.00")).isEqualTo("enacted");
        assertThat(enact("issue", "to", "40.01")).isEqualTo("period-cap-exceeded");
        assertThat(enact("issue", "to", "40.00")).isEqualTo("enacted");
        assertThat(enact("issue", "to", "0.01")).isEqualTo("period-cap-exceeded");
        clock.reach(Instant.parse("2027-01-31T23:00:00Z"));
        assertThat(enact("issue", "to", "100.01")).isEqualTo("period-cap-exceeded");
        assertThat(enact("issue", "to", "100.00")).isEqualTo("enacted");
        new Audit(database, town.community()).check();
    }

    private String enact(String what, String side, String amount) {
        var answer = Decision.in(town)
                .enact(1, Map.of("type", "treasury." + what, side, "harbour", "asset", "SKR", "amount", amount));
        return answer instanceof ActionFailedV1 failed ? failed.reason() : "enacted";
    }

    @ParameterizedTest
    @ValueSource(strings = {"/budgets", "/dues", "/schedules"})
    void whatIsAskedWrongIsRefused(String list) {
        found("", "budgets: {}");

        town.get(list).statusCode(200).body("items", hasSize(0));
        town.get(list + "?limit=201").statusCode(400);
        town.get(list + "?after=%00").statusCode(400);
        town.get(list + "?after=" + "A".repeat(513)).statusCode(400);
        Town.planned().get(list).statusCode(404).body("type", equalTo("urn:folkmoot:problem:community-unknown"));
        if (list.equals("/dues")) {
            town.get(list + "?member=ann").statusCode(400);
            town.get(list + "?member=" + "ab".repeat(32)).statusCode(200).body("items", hasSize(0));
        }
    }

    @Test
    void aChangeHoldsFromTheNextPeriodOnAndWhatIsRemovedStops() {
        found("", "budgets: { harbour: { from: treasury, amount: \"10.00\", every: P1M } }");
        begin(YearMonth.of(2027, 2));
        run();
        var text = Town.text().replace(SKR, "SKR: { scale: 2, kind: currency, issuance: { cap: \"100000.00\" } }");
        var amended = town.amend(
                text.replace(
                        "bodies:\n",
                        "treasury: { zone: Europe/Oslo, budgets: { harbour: { from: treasury, amount: \"20.00\", every: P1M } } }\nbodies:\n"));
        Town.await(() -> assertThat(count("calendar_rules where community = ?")).isEqualTo(2));
        run();
        assertThat(balance("harbour")).isEqualTo(1_000);
        begin(YearMonth.of(2027, 3));
        run();
        assertThat(balance("harbour")).isEqualTo(3_000);

        amended.amend(text);
        Town.await(() -> assertThat(count("calendar_rules where community = ?")).isEqualTo(3));
        begin(YearMonth.of(2027, 6));
        run();

        assertThat(balance("harbour")).isEqualTo(3_000);
        assertThat(isDue()).isFalse();
        town.get("/schedules").body("items", hasSize(1)).body("items[0].next", equalTo(null));
    }
}
