// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is owed is asked for as long as the dues are there, and whoever has a credit line pays out of it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DuesTest extends CalendarTown {
    private static String fee(String grace) {
        return "dues: { fee: { asset: SKR, amount: \"10.00\", every: P1M, to: school, most: 3" + grace + " } }";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", grace: P40D"})
    void whatIsOwedOfDuesThatAreRemovedIsNotAskedForUntilTheyAreBack(String grace) {
        found("", fee(grace));
        begin(YearMonth.of(2027, 2));
        run();
        clock.reach(Instant.parse("2027-02-15T12:00:00Z"));
        run();
        amend(text("", "dues: {}"));
        Decision.in(town).enact(1, Decision.transfer("treasury", member(ANN), "15.00"));

        for (int month = 3; month <= 4; month++) {
            begin(YearMonth.of(2027, month));
            run();
        }

        assertThat(balance(member(ANN))).isEqualTo(1_500);
        expect("owed", "10.00").body("items[0].again", equalTo(null));
        assertThat(isDue()).isFalse();

        amend(text("", fee(grace)));
        run();
        assertThat(balance(member(ANN))).isEqualTo(1_500);
        begin(YearMonth.of(2027, 5));
        run();

        assertThat(balance(member(ANN))).isEqualTo(500); // February is paid first, and May is owed
        expect("period", "2027-02-01", "2027-05-01");
        expect("owed", "0.00", "10.00");
        new Audit(database, town.community()).check();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ", grace: P40D"})
    void whatWasMissedWhileTheDuesWereThereIsAskedFor(String grace) {
        found("", fee(grace));
        begin(YearMonth.of(2027, 2));
        run();
        Decision.in(town).enact(1, Decision.transfer("treasury", member(ANN), "15.00"));
        clock.reach(Instant.parse("2027-03-15T12:00:00Z"));
        amend(text("", "dues: {}"));

        run();

        assertThat(balance(member(ANN))).isEqualTo(500); // in March both were asked for
        expect("owed", "0.00", "10.00").body("items[1].again", equalTo(null));
        assertThat(isDue()).isFalse();
    }

    /** On the third day the first is in arrears and waits for a period, and the second is within its grace. */
    @Test
    void theOlderIsAskedForBeforeWhatIsWithinItsGrace() {
        found("", fee(", grace: P2D").replace("P1M", "P1D"));
        for (int day = 16; day <= 17; day++) {
            clock.reach(LocalDate.of(2027, 1, day).atStartOfDay(OSLO).toInstant());
            run();
        }
        Decision.in(town).enact(1, Decision.transfer("treasury", member(ANN), "15.00"));

        clock.reach(LocalDate.of(2027, 1, 18).atStartOfDay(OSLO).toInstant());
        run();

        expect("period", "2027-01-16", "2027-01-17", "2027-01-18");
        expect("owed", "0.00", "10.00", "10.00");
        new Audit(database, town.community()).check();
    }

    /** February is owed when the calendar changes; it is asked for with the first week, and before it. */
    @Test
    void whatIsOwedIsAskedForWithTheNextPeriodAlsoOfAnotherCalendar() {
        found("", fee(""));
        begin(YearMonth.of(2027, 2));
        run();
        Decision.in(town).enact(1, Decision.transfer("treasury", member(ANN), "15.00"));
        amend(text("", fee("").replace("P1M", "P1W")));
        expect("again", "2027-02-07T23:00:00.000Z");

        clock.reach(Instant.parse("2027-02-07T23:00:00Z"));
        run();

        expect("period", "2027-02-01", "2027-02-08");
        expect("owed", "0.00", "10.00");
        new Audit(database, town.community()).check();
    }

    @ParameterizedTest
    @CsvSource({"99, -99, 0", "100, -100, 0", "101, , 101"})
    void aMemberWhoHasNotDoneAnythingYetPaysOutOfTheCreditLine(String amount, String balance, String owed) {
        found(Town.text()
                .replace(
                        "  HOURS: { scale: 0 }",
                        "  HOURS: { scale: 0 }\n  LETS: { scale: 0, kind: mutual-credit, line: 100 }")
                .replace("  workshop:", "  pool: { asset: LETS }\n  workshop:")
                .replace(
                        "bodies:\n",
                        "treasury: { zone: Europe/Oslo, dues: { fee: { asset: LETS, amount: \"" + amount
                                + "\", every: P1M, to: pool } } }\nbodies:\n"));

        begin(YearMonth.of(2027, 2));
        run();

        expect("owed", owed);
        if (balance == null) town.get("/accounts/" + member(ANN)).statusCode(404);
        else town.expectBalance(member(ANN), balance);
        new Audit(database, town.community()).check();
    }

    private ValidatableResponse expect(String column, String... values) {
        return town.get("/dues?member=" + ANN.in(town.community()))
                .statusCode(200)
                .body("items." + column, contains(values));
    }
}
