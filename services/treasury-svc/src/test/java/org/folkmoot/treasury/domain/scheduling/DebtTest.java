// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.folkmoot.constitution.Periods;
import org.folkmoot.constitution.Schedules;
import org.folkmoot.constitution.Schedules.Dues;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Transfer.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What members owe: once for every period, never too many periods, and by a calendar that no failure moves. */
class DebtTest {
    private static final Periods MONTHS = new Periods(Periods.FIRST, Period.ofMonths(1), ZoneOffset.UTC);
    private static final Instant FOUNDED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Key KEY = new Key(Kind.DUES, "fee");
    private static final int MEMBERS = 6;
    private static long operations;

    static IntStream seeds() {
        return IntStream.range(20_000, 20_200);
    }

    @AfterAll
    static void tell() {
        System.out.println("DebtTest: seeds 20000 to 20199, " + operations + " operations");
    }

    private static Dues dues(long amount, Duration grace, int most) {
        return new Dues("fee", "SKR", "commons", BigInteger.valueOf(amount), MONTHS, Optional.empty(), grace, most);
    }

    private static Timetable timetable(Dues dues) {
        return new Timetable(List.of(
                new Version(FOUNDED, Hash.ZERO, new Schedules(Map.of(), Map.of("fee", dues), Map.of(), Map.of()))));
    }

    private static Debt debt(Duration grace) {
        var dues = dues(100, grace, 3);
        return Debt.of(
                Vault.COMMUNITY, timetable(dues).next(KEY, Optional.empty()).orElseThrow(), dues, Vault.hash(1));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00.000Z, 2026-01-02T00:00:00Z",
        "2026-01-01T23:59:59.999Z, 2026-01-02T00:00:00Z",
        "2026-01-02T00:00:00.000Z, 2026-01-03T00:00:00Z",
        "2026-01-02T00:00:00.001Z, 2026-01-03T00:00:00Z",
        "2026-01-12T23:59:59.999Z, 2026-01-13T00:00:00Z",
        "2026-01-13T23:59:59.999Z, 2026-01-14T00:00:00Z",
        "2026-01-14T00:00:00.000Z, ",
        "2026-01-20T00:00:00.000Z, "
    })
    void isAskedForEveryDayOfTheGraceAndThenOnlyWithPeriods(Instant now, @Nullable Instant again) {
        var timetable = timetable(dues(100, Duration.ZERO, 3));

        assertThat(debt(Duration.ofDays(13).plusMillis(1)).again(timetable, now))
                .isEqualTo(Optional.ofNullable(again));
    }

    @ParameterizedTest
    @CsvSource({"0, false", "86400000, false", "86400001, true"})
    void withoutADayOfGraceItIsAskedForOnlyWithPeriods(long millis, boolean again) {
        var timetable = timetable(dues(100, Duration.ZERO, 3));

        assertThat(debt(Duration.ofMillis(millis)).again(timetable, FOUNDED).isPresent())
                .isEqualTo(again);
    }

    @Test
    void isNotAskedForEveryDayWhereItsDuesAreGone() {
        var gone = new Version(FOUNDED.plusSeconds(9), Hash.ZERO, Schedules.NONE);
        var there = timetable(dues(100, Duration.ZERO, 3)).versions().getFirst();
        var timetable = new Timetable(List.of(there, gone));

        assertThat(debt(Duration.ofDays(13)).again(timetable, gone.since().minusMillis(1)))
                .isPresent();
        assertThat(debt(Duration.ofDays(13)).again(timetable, gone.since())).isEmpty();
    }

    @Test
    void everyTryHasANameOfItsOwnAndTheSameTryHasTheSame() {
        var debt = debt(Duration.ofDays(14));

        assertThat(debt.order(Vault.SKR)).isEqualTo(debt.order(Vault.SKR));
        assertThat(debt.refused().order(Vault.SKR).id())
                .isNotEqualTo(debt.order(Vault.SKR).id());
        assertThat(debt.refused().grace()).isEqualTo(debt.grace());
    }

    @ParameterizedTest
    @CsvSource({"2, true", "3, false", "4, false"})
    void noMorePeriodsPileUpThanMay(int owed, boolean charged) {
        assertThat(Debt.isCharged(owed, dues(100, Duration.ZERO, 3))).isEqualTo(charged);
    }

    private record Owed(Debt debt, Optional<Instant> again, boolean paid) {}

    /** A year in which members come, leave and run out of money, and in which the one who charges sleeps for months. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aYearOfDues(int seed) {
        var random = new Random(seed);
        var dues = dues(100, Duration.ofDays(random.nextInt(40)), 1 + random.nextInt(4));
        var timetable = timetable(dues);
        var vault = new Vault("commons");
        var owed = new TreeMap<String, Owed>();
        var begun = new HashMap<Key, LocalDate>();
        var members = new java.util.TreeSet<Integer>(List.of(0, 1, 2));

        for (var now = FOUNDED; now.isBefore(FOUNDED.plus(Duration.ofDays(365))); now = now.plus(rest(random))) {
            if (random.nextInt(4) == 0) toggle(members, random.nextInt(MEMBERS));
            if (random.nextInt(3) == 0)
                vault.move(
                        Code.ISSUED,
                        "issuance/SKR",
                        Vault.member(random.nextInt(MEMBERS)),
                        1 + random.nextInt(250),
                        now);
            var graces = graces(owed);
            catchUp(vault, dues, timetable, owed, begun, members, now);
            if (random.nextBoolean()) catchUp(vault, dues, timetable, owed, begun, members, now);
            assertThat(graces(owed)).containsAllEntriesOf(graces);
            check(vault, dues, owed);
            operations++;
        }
    }

    private static Duration rest(Random random) {
        return random.nextInt(12) == 0
                ? Duration.ofDays(random.nextInt(100))
                : Duration.ofHours(1 + random.nextInt(40));
    }

    private static void toggle(java.util.Set<Integer> members, int member) {
        if (!members.add(member)) members.remove(member);
    }

    private static Map<String, Instant> graces(Map<String, Owed> owed) {
        var graces = new HashMap<String, Instant>();
        owed.forEach((name, entry) -> graces.put(name, entry.debt().grace()));
        return graces;
    }

    private static void catchUp(
            Vault vault,
            Dues dues,
            Timetable timetable,
            Map<String, Owed> owed,
            Map<Key, LocalDate> begun,
            java.util.Set<Integer> members,
            Instant now) {
        owed.replaceAll((_, entry) ->
                entry.again().filter(moment -> !moment.isAfter(now)).isPresent()
                        ? ask(vault, entry.debt(), timetable, now)
                        : entry);
        for (var next = timetable.next(begun);
                next.filter(turn -> !turn.at().isAfter(now)).isPresent();
                next = timetable.next(begun)) {
            var turn = next.get();
            owed.replaceAll((_, entry) ->
                    !entry.paid() && entry.again().isEmpty() ? ask(vault, entry.debt(), timetable, now) : entry);
            begun.put(turn.key(), turn.day());
            for (int number : members) {
                var debt = Debt.of(Vault.COMMUNITY, turn, dues, Vault.hash(number));
                if (Debt.isCharged(unpaid(owed, debt.member()), dues))
                    assertThat(owed.put(turn.day() + " " + number, ask(vault, debt, timetable, now)))
                            .isNull();
            }
        }
    }

    private static int unpaid(Map<String, Owed> owed, Hash member) {
        return (int) owed.values().stream()
                .filter(entry -> !entry.paid() && entry.debt().member().equals(member))
                .count();
    }

    private static Owed ask(Vault vault, Debt debt, Timetable timetable, Instant now) {
        if (Vault.posted(vault.rule(List.of(debt.order(Vault.SKR)), now)))
            return new Owed(debt, Optional.empty(), true);
        var tried = debt.refused();
        var again = tried.again(timetable, now);
        assertThat(again.filter(moment -> !moment.isAfter(now))).isEmpty();
        return new Owed(tried, again, false);
    }

    private static void check(Vault vault, Dues dues, Map<String, Owed> owed) {
        long paid = owed.values().stream().filter(Owed::paid).count();
        assertThat(vault.journal().stream().filter(line -> line.code() == Code.CHARGED))
                .hasSize((int) paid);
        assertThat(vault.balance("commons")).isEqualTo(dues.amount().multiply(BigInteger.valueOf(paid)));
        for (int member = 0; member < MEMBERS; member++)
            assertThat(unpaid(owed, Vault.hash(member))).isLessThanOrEqualTo(dues.most());
    }
}
