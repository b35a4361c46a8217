// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens by the calendar where somebody cannot pay, where there is no room, and where the rules change. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CalendarTest extends CalendarTown {
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
    void theBooksGoByTheDaysOfTheZone() {
        found("", "budgets: { harbour: { from: treasury, amount: \"20.00\", every: P1M } }");
        begin(YearMonth.of(2027, 2)); // an hour before February in UTC

        run();

        Town.await(() -> town.get("/journal/hledger")
                .body(
                        containsString("2027-02-01 ("),
                        not(containsString("2027-01-31 (")),
                        containsString("2027-02-02 what")));
        town.get("/journal/beancount").body(containsString("2027-02-01 * "), containsString("2027-02-02 balance "));
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

    /** Who left did so after the others joined, by a clock that had been set back meanwhile. */
    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1})
    void whoLeftIsNoMemberWhateverTheClockSaid(long second) {
        found("", "income: { basic: { asset: SKR, amount: \"20.00\", every: P1M } }");
        join(Town.NOW.plusSeconds(9));
        leave(OTHERS.getFirst(), 3, Town.NOW.plusSeconds(9 + second));
        begin(YearMonth.of(2027, 2));

        run();

        assertThat(balance(member(OTHERS.getFirst()))).isZero();
        assertThat(balance(member(OTHERS.getLast()))).isEqualTo(2_000);
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

    @Test
    void whatWasIssuedMeanwhileCountsWhenThePeriodIsThereAgain() {
        found(", per: { every: P1M, most: \"100.00\" }", "budgets: {}");
        assertThat(enact("issue", "to", "100.00")).isEqualTo("enacted");
        var without = Town.text().replace(SKR, "SKR: { scale: 2, kind: currency, issuance: { cap: \"100000.00\" } }");
        var free = town.amend(without);
        Town.await(() -> assertThat(enact("issue", "to", "500.00")).isEqualTo("enacted"));

        free.amend(without.replace("\"100000.00\"", "\"100000.00\", per: { every: P1M, most: \"600.01\" }"));
        Town.await(() -> assertThat(enact("issue", "to", "0.02")).isEqualTo("period-cap-exceeded"));

        assertThat(enact("issue", "to", "0.01")).isEqualTo("enacted");
        assertThat(enact("issue", "to", "0.01")).isEqualTo("period-cap-exceeded");
    }

    // A quarter of an hour after midnight in Oslo, which is before midnight in UTC.
    @Test
    void anotherZoneGivesNoSecondCapInTheSamePeriod() {
        var oslo = text(", per: { every: P1M, most: \"100.00\" }", "budgets: {}");
        found(oslo);
        clock.reach(Instant.parse("2027-01-31T23:15:00Z"));
        assertThat(enact("issue", "to", "100.00")).isEqualTo("enacted");

        amend(oslo.replace("Europe/Oslo", "UTC").replace("100.00", "100.01"));

        // It is January there, to which the moment at which it was issued belongs as well.
        Town.await(() -> assertThat(enact("issue", "to", "0.01")).isEqualTo("enacted"));
        assertThat(enact("issue", "to", "0.01")).isEqualTo("period-cap-exceeded");
        clock.reach(Instant.parse("2027-02-01T00:00:00Z"));
        assertThat(enact("issue", "to", "0.02")).isEqualTo("period-cap-exceeded");
        assertThat(enact("issue", "to", "0.01")).isEqualTo("enacted");
        clock.reach(Instant.parse("2027-02-28T23:58:00Z"));
        assertThat(enact("issue", "to", "0.01")).isEqualTo("period-cap-exceeded");
        clock.reach(Instant.parse("2027-03-01T00:00:00Z"));
        assertThat(enact("issue", "to", "100.01")).isEqualTo("enacted");
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

    /** Nobody can propose that, but an asset may have been gone meanwhile. */
    @Test
    void whatTheLedgerTakesNothingFromOrdersNothing() {
        found("", "budgets: { harbour: { from: treasury, amount: \"10.00\", every: P1M } }");
        var thousandths = Town.text()
                .replace(SKR, "SKR: { scale: 3, kind: currency }")
                .replace("1000.00", "1000.000")
                .replace(
                        "bodies:\n",
                        "treasury: { zone: Europe/Oslo, budgets: { harbour: { from: treasury, amount: \"10.000\", every: P1M } } }\nbodies:\n");

        var right = thousandths
                .replace("scale: 3", "scale: 2")
                .replace("1000.000", "1000.00")
                .replace("10.000", "20.00");

        town.amend(thousandths).amend(right);

        // Of three constitutions it goes by two.
        var hash = Constitution.read(right.getBytes(UTF_8)).hash();
        Town.await(() -> assertThat(count("calendar_rules where constitution = '\\x" + hash + "' and community = ?"))
                .isEqualTo(1));
        assertThat(count("calendar_rules where community = ?")).isEqualTo(2);
    }
}
