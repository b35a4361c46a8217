// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.folkmoot.constitution.Periods;
import org.folkmoot.constitution.Schedules;
import org.folkmoot.constitution.Schedules.Budget;
import org.folkmoot.constitution.Schedules.Left;
import org.folkmoot.record.Hash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When things happen by the calendar. */
class TimetableTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Key EVENTS = new Key(Kind.BUDGET, "events");
    private static final Instant FOUNDED = Instant.parse("2026-01-15T12:00:00Z");

    private static Version version(Instant since, long amount, String every, ZoneId zone) {
        var periods = new Periods(Periods.FIRST, Period.parse(every), zone);
        var budget = new Budget("events", "SKR", "treasury", BigInteger.valueOf(amount), periods, Left.KEEP);
        return new Version(
                since,
                Hash.of(new byte[] {(byte) amount}),
                new Schedules(Map.of("events", budget), Map.of(), Map.of(), Map.of()));
    }

    private static Version nothing(Instant since) {
        return new Version(since, Hash.ZERO, Schedules.NONE);
    }

    private static List<String> course(Timetable timetable, Instant until) {
        var begun = new HashMap<Key, LocalDate>();
        var course = new ArrayList<String>();
        for (var next = timetable.next(begun);
                next.filter(turn -> turn.at().isBefore(until)).isPresent();
                next = timetable.next(begun)) {
            var turn = next.get();
            begun.put(turn.key(), turn.day());
            course.add(turn.day() + " " + ((Budget) turn.rule()).amount());
        }
        return course;
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T22:59:59.999Z, 2026-02-01",
        "2026-01-31T23:00:00.000Z, 2026-02-01",
        "2026-01-31T23:00:00.001Z, 2026-03-01"
    })
    void beginsWithTheFirstWholePeriod(Instant since, LocalDate day) {
        var timetable = new Timetable(List.of(version(since, 1, "P1M", OSLO)));

        assertThat(timetable.next(Map.of()).orElseThrow().day()).isEqualTo(day);
    }

    @Test
    void whatWasMissedComesInOrderAndByTheRulesOfItsTime() {
        var timetable = new Timetable(List.of(
                version(FOUNDED, 1, "P1M", OSLO),
                version(Instant.parse("2026-03-10T00:00:00Z"), 2, "P1M", OSLO),
                nothing(Instant.parse("2026-05-10T00:00:00Z")),
                version(Instant.parse("2026-07-10T00:00:00Z"), 3, "P1M", OSLO)));

        assertThat(course(timetable, Instant.parse("2026-10-01T00:00:00Z")))
                .containsExactly(
                        "2026-02-01 1",
                        "2026-03-01 1",
                        "2026-04-01 2",
                        "2026-05-01 2",
                        "2026-08-01 3",
                        "2026-09-01 3",
                        "2026-10-01 3");
    }

    @ParameterizedTest
    @CsvSource({"2026-02-28T22:59:59.999Z, 2", "2026-02-28T23:00:00.000Z, 2", "2026-02-28T23:00:00.001Z, 1"})
    void aChangeHoldsFromTheNextPeriodOn(Instant changed, int amount) {
        var timetable = new Timetable(List.of(version(FOUNDED, 1, "P1M", OSLO), version(changed, 2, "P1M", OSLO)));

        var march =
                timetable.next(EVENTS, Optional.of(LocalDate.of(2026, 2, 1))).orElseThrow();

        assertThat(march.day()).isEqualTo(LocalDate.of(2026, 3, 1));
        assertThat(((Budget) march.rule()).amount()).isEqualTo(BigInteger.valueOf(amount));
    }

    @Test
    void anotherCalendarGoesOnAfterTheLastDay() {
        var timetable = new Timetable(List.of(
                version(FOUNDED, 1, "P1M", OSLO), version(Instant.parse("2026-02-01T09:00:00Z"), 2, "P7D", OSLO)));

        assertThat(course(timetable, Instant.parse("2026-02-20T00:00:00Z")))
                .containsExactly("2026-02-01 1", "2026-02-02 2", "2026-02-09 2", "2026-02-16 2");
    }

    @Test
    void whoeverMovesTheZoneHasNoDayTwice() {
        var timetable = new Timetable(List.of(
                version(FOUNDED, 1, "P1M", OSLO),
                version(Instant.parse("2026-01-31T23:30:00Z"), 2, "P1M", ZoneId.of("Pacific/Honolulu"))));

        assertThat(course(timetable, Instant.parse("2026-03-15T00:00:00Z")))
                .containsExactly("2026-02-01 1", "2026-03-01 2");
    }

    @Test
    void ofOneMomentWhatDecaysComesFirstAndBudgetsComeLast() {
        var periods = new Periods(Periods.FIRST, Period.ofMonths(1), OSLO);
        var one = BigInteger.ONE;
        var rules = new Schedules(
                Map.of("events", new Budget("events", "SKR", "treasury", one, periods, Left.KEEP)),
                Map.of(
                        "fee",
                        new Schedules.Dues(
                                "fee", "SKR", "treasury", one, periods, Optional.empty(), java.time.Duration.ZERO, 1)),
                Map.of("basic", new Schedules.Income("basic", "SKR", one, periods, Optional.empty())),
                Map.of(
                        "SKR",
                        new Schedules.Demurrage(
                                "SKR", org.folkmoot.policy.Fraction.of(1, 100), periods, Optional.empty(), List.of())));

        var all = new Timetable(List.of(new Version(FOUNDED, Hash.ZERO, rules)))
                .all(Map.of())
                .sorted(Turn.ORDER)
                .toList();

        assertThat(all)
                .extracting(turn -> turn.key().kind())
                .containsExactly(Kind.DEMURRAGE, Kind.INCOME, Kind.DUES, Kind.BUDGET);
        assertThat(all).extracting(turn -> turn.waitsFor(turn.at())).containsExactly(false, false, true, true);
        assertThat(all).extracting(turn -> turn.beginsAfter(turn.at())).containsExactly(false, false, false, true);
    }

    @Test
    void manyYearsAheadAreFoundAtOnce() {
        var timetable = new Timetable(List.of(version(FOUNDED, 1, "P1D", OSLO)));

        assertThat(timetable
                        .next(EVENTS, Optional.of(LocalDate.of(3026, 1, 1)))
                        .orElseThrow()
                        .day())
                .isEqualTo(LocalDate.of(3026, 1, 2));
    }
}
