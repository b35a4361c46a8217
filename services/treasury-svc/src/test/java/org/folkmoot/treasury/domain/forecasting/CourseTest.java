// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.folkmoot.constitution.Periods;
import org.folkmoot.constitution.Schedules;
import org.folkmoot.constitution.Schedules.Demurrage;
import org.folkmoot.constitution.Schedules.Dues;
import org.folkmoot.constitution.Schedules.Income;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the calendar will do alone is foretold to the unit, and told apart by what comes in and what leaves. */
class CourseTest {
    private static final Instant NOW = Village.NOW;
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final Periods MONTHS = new Periods(Periods.FIRST, Period.ofMonths(1), ZoneOffset.UTC);
    private static final Set<String> OWN = Set.of("commons", "garden");

    static IntStream seeds() {
        return IntStream.range(60_000, 60_200);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 20"})
    void duesComeInWhenTheirPeriodBegins(long millis, long expected) {
        var rules = schedules(dues(10, Duration.ZERO, 1));

        var part = only(Village.course(rules, 1_000, Village.balances(15, 10)), DECEMBER.plusMillis(millis));

        assertThat(part.in()).isEqualTo(expected == 0 ? Map.of() : Map.of("dues", BigInteger.valueOf(expected)));
        assertThat(part.out()).isEmpty();
        assertThat(part.holds()).isEqualTo(100 + expected);
    }

    @ParameterizedTest
    @CsvSource({"9, 0, 10", "10, 10, 0", "11, 10, 0"})
    void whoHasNotEnoughOwes(long has, long paid, long owed) {
        var part = only(
                Village.course(schedules(dues(10, Duration.ZERO, 1)), 1_000, Village.balances(has)),
                DECEMBER.plusMillis(1));

        assertThat(part.holds()).isEqualTo(100 + paid);
        assertThat(part.owed()).isEqualTo(owed);
    }

    @ParameterizedTest
    @CsvSource({"99, 0", "100, 100", "101, 100"})
    void anIncomeIsForAllOrForNobody(long room, long issued) {
        var rules = new Schedules(Map.of(), Map.of(), Map.of("basic", income(50)), Map.of());

        var part = only(Village.course(rules, 120 + room, Village.balances(10, 10)), DECEMBER.plusMillis(1));

        assertThat(part.issued()).isEqualTo(issued);
        assertThat(part.in()).isEmpty();
        assertThat(part.holds()).isEqualTo(100);
    }

    @Test
    void demurrageLeavesAccountsOfTheCommunityAndComesInFromMembers() {
        var demurrage = new Demurrage("SKR", Village.share(1, 10), MONTHS, Optional.of("garden"), List.of());
        var rules = new Schedules(Map.of(), Map.of(), Map.of(), Map.of("SKR", demurrage));

        var commons = Foreseen.of(
                        Village.course(rules, 1_000, Village.balances(19, 20)),
                        new Horizon(NOW, List.of(DECEMBER.plusMillis(1))),
                        Set.of("commons"))
                .orElseThrow()
                .getFirst();
        var all = only(Village.course(rules, 1_000, Village.balances(19, 20)), DECEMBER.plusMillis(1));

        assertThat(commons.out()).isEqualTo(Map.of("demurrage", BigInteger.TEN));
        assertThat(all.in()).isEqualTo(Map.of("demurrage", BigInteger.valueOf(3)));
        assertThat(all.out()).isEmpty();
    }

    @Test
    void whatIsLongerThanAnybodyAddsUpIsNotForetold() {
        var rules = new Schedules(
                Map.of(),
                Map.of(),
                Map.of(
                        "basic",
                        new Income(
                                "basic",
                                "SKR",
                                BigInteger.ONE,
                                new Periods(Periods.FIRST, Period.ofDays(1), ZoneOffset.UTC),
                                Optional.empty())),
                Map.of());
        // A day is a step, and each of two members is looked at and gets something.
        int days = Course.MOST / 5;
        var last = LocalDate.of(2026, 11, 20)
                .plusDays(days)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();

        assertThat(Village.course(rules, 1_000_000, Village.balances(0, 0)).until(last.plusMillis(1), (_, _) -> {}))
                .isTrue();
        assertThat(Village.course(rules, 1_000_000, Village.balances(0, 0))
                        .until(last.plus(Duration.ofDays(1)).plusMillis(1), (_, _) -> {}))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itIsWhatAPlainModelDoesDayByDay(int seed) {
        var random = new Random(seed);
        var rules = RandomSchedules.of(random);
        var members = random.nextInt(5);
        var balances = Village.balances(
                IntStream.range(0, members).mapToLong(_ -> random.nextInt(120)).toArray());
        long issued = balances.values().stream().mapToLong(amount -> amount).sum();
        long cap = issued + random.nextInt(2_000);
        var frozen = new HashSet<String>();
        for (var name : balances.keySet()) if (random.nextInt(8) == 0) frozen.add(name);
        var until = NOW.plus(Duration.ofDays(1 + random.nextInt(500)));
        var horizon =
                Horizon.of(NOW, until, Horizon.Every.MONTH, ZoneOffset.UTC).orElseThrow();

        var parts = Foreseen.of(Village.course(rules, cap, balances, frozen), horizon, OWN)
                .orElseThrow();

        var start = new LinkedHashMap<>(balances);
        start.put("issuance/SKR", -issued);
        var plain = new PlainCourse(start, OWN, frozen, Village.members(balances), rules, cap);
        var day = PlainCourse.dayOf(NOW).plusDays(1);
        for (var part : parts) {
            plain.in.clear();
            plain.out.clear();
            for (; day.atStartOfDay(ZoneOffset.UTC).toInstant().isBefore(part.to()); day = day.plusDays(1))
                plain.day(day);
            assertThat(PlainCourse.longs(part.in())).as("in, to %s", part.to()).isEqualTo(plain.in);
            assertThat(PlainCourse.longs(part.out()))
                    .as("out, to %s", part.to())
                    .isEqualTo(plain.out);
            assertThat(part.owed()).as("owed, to %s", part.to()).isEqualTo(plain.owed());
            assertThat(part.holds())
                    .as("held, to %s", part.to())
                    .isEqualTo(plain.held("commons") + plain.held("garden"));
        }
    }

    private static Foreseen only(Course course, Instant until) {
        return Foreseen.of(course, new Horizon(NOW, List.of(until)), OWN)
                .orElseThrow()
                .getFirst();
    }

    private static Schedules schedules(Dues dues) {
        return new Schedules(Map.of(), Map.of(dues.name(), dues), Map.of(), Map.of());
    }

    private static Dues dues(long amount, Duration grace, int most) {
        return new Dues("fee", "SKR", "commons", BigInteger.valueOf(amount), MONTHS, Optional.empty(), grace, most);
    }

    private static Income income(long amount) {
        return new Income("basic", "SKR", BigInteger.valueOf(amount), MONTHS, Optional.empty());
    }
}
