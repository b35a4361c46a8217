// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Periods follow the calendar of a place, to the millisecond. */
class PeriodsTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @ParameterizedTest
    @CsvSource({
        "2026-02-28T22:59:59.999Z, 301",
        "2026-02-28T23:00:00.000Z, 302",
        "2026-02-28T23:00:00.001Z, 302",
        "2026-03-31T21:59:59.999Z, 302", // summer time by then
        "2026-03-31T22:00:00.000Z, 303",
        "2001-01-01T00:00:00.000Z, 0",
        "2000-12-31T22:59:59.999Z, -1"
    })
    void aMonthBeginsAtMidnightOfThePlace(Instant moment, long month) {
        assertThat(new Periods(Periods.FIRST, Period.ofMonths(1), OSLO).of(moment))
                .isEqualTo(month);
    }

    @ParameterizedTest
    @CsvSource({"0, 2024-01-31", "1, 2024-02-29", "2, 2024-03-31", "3, 2024-04-30", "13, 2025-02-28", "-2, 2023-11-30"})
    void monthsFromThe31stBeginOnTheLastDayOfShorterOnes(long number, LocalDate day) {
        assertThat(new Periods(LocalDate.of(2024, 1, 31), Period.ofMonths(1), OSLO).day(number))
                .isEqualTo(day);
    }

    @Test
    void whereMidnightIsLeftOutADayBeginsWithItsFirstMoment() {
        var days = new Periods(Periods.FIRST, Period.ofDays(1), ZoneId.of("America/Santiago"));
        var number = days.of(Instant.parse("2024-09-08T12:00:00Z"));

        assertThat(days.day(number)).isEqualTo(LocalDate.of(2024, 9, 8));
        assertThat(days.start(number)).isEqualTo(Instant.parse("2024-09-08T04:00:00Z")); // 01:00 there
    }

    @Test
    void whereMidnightHappensTwiceADayBeginsWithTheFirst() {
        var days = new Periods(Periods.FIRST, Period.ofDays(1), ZoneId.of("America/Havana"));
        var number = days.of(Instant.parse("2024-11-03T12:00:00Z"));

        assertThat(days.start(number)).isEqualTo(Instant.parse("2024-11-03T04:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P7D", "P2W", "P1M", "P3M", "P1Y", "P5Y"})
    void everyMomentIsInOnePeriod(String every) {
        var random = new Random(every.hashCode());
        var zones = new String[] {"Europe/Oslo", "America/Havana", "America/Santiago", "Asia/Kathmandu", "UTC"};
        for (int i = 0; i < 2_000; i++) {
            var first = LocalDate.of(2020 + random.nextInt(5), 1 + random.nextInt(12), 1)
                    .plusDays(random.nextInt(31));
            var periods = new Periods(
                    first, Periods.length(every).orElseThrow(), ZoneId.of(zones[random.nextInt(zones.length)]));
            var moment = Instant.ofEpochSecond(random.nextLong(1_500_000_000L, 1_900_000_000L));
            var number = periods.of(moment);
            assertThat(periods.start(number)).isBeforeOrEqualTo(moment);
            assertThat(periods.start(number + 1)).isAfter(moment);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P0M", "P1M1D", "PT1H", "1M", "P-1M", "P12345D", "p1m", ""})
    void readsNoOtherLength(String written) {
        assertThat(Periods.length(written)).isEmpty();
    }

    @Test
    void aLengthIsOneUnit() {
        assertThatThrownBy(() -> new Periods(Periods.FIRST, Period.of(0, 1, 1), OSLO))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
