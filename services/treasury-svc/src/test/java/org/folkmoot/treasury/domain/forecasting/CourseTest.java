// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Periods;
import org.folkmoot.constitution.Schedules;
import org.folkmoot.constitution.Schedules.Budget;
import org.folkmoot.constitution.Schedules.Demurrage;
import org.folkmoot.constitution.Schedules.Dues;
import org.folkmoot.constitution.Schedules.Income;
import org.folkmoot.constitution.Schedules.Left;
import org.folkmoot.policy.Fraction;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Issued;
import org.folkmoot.treasury.domain.scheduling.Timetable;
import org.folkmoot.treasury.domain.scheduling.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What the calendar will do alone is foretold to the unit, and told apart by what comes in and what leaves. */
class CourseTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
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

        var part = only(course(rules, 1_000, balances(15, 10)), DECEMBER.plusMillis(millis));

        assertThat(part.in()).isEqualTo(expected == 0 ? Map.of() : Map.of("dues", BigInteger.valueOf(expected)));
        assertThat(part.out()).isEmpty();
        assertThat(part.holds()).isEqualTo(100 + expected);
    }

    @ParameterizedTest
    @CsvSource({"9, 0, 10", "10, 10, 0", "11, 10, 0"})
    void whoHasNotEnoughOwes(long has, long paid, long owed) {
        var part = only(course(schedules(dues(10, Duration.ZERO, 1)), 1_000, balances(has)), DECEMBER.plusMillis(1));

        assertThat(part.holds()).isEqualTo(100 + paid);
        assertThat(part.owed()).isEqualTo(owed);
    }

    @ParameterizedTest
    @CsvSource({"99, 0", "100, 100", "101, 100"})
    void anIncomeIsForAllOrForNobody(long room, long issued) {
        var rules = new Schedules(Map.of(), Map.of(), Map.of("basic", income(50)), Map.of());

        var part = only(course(rules, 120 + room, balances(10, 10)), DECEMBER.plusMillis(1));

        assertThat(part.issued()).isEqualTo(issued);
        assertThat(part.in()).isEmpty();
        assertThat(part.holds()).isEqualTo(100);
    }

    @Test
    void demurrageLeavesAccountsOfTheCommunityAndComesInFromMembers() {
        var demurrage = new Demurrage("SKR", share(1, 10), MONTHS, Optional.of("garden"), List.of());
        var rules = new Schedules(Map.of(), Map.of(), Map.of(), Map.of("SKR", demurrage));

        var commons = Foreseen.of(
                        course(rules, 1_000, balances(19, 20)),
                        new Horizon(NOW, List.of(DECEMBER.plusMillis(1))),
                        Set.of("commons"))
                .orElseThrow()
                .getFirst();
        var all = only(course(rules, 1_000, balances(19, 20)), DECEMBER.plusMillis(1));

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

        assertThat(course(rules, 1_000_000, balances(0, 0)).until(last.plusMillis(1), (_, _) -> {}))
                .isTrue();
        assertThat(course(rules, 1_000_000, balances(0, 0))
                        .until(last.plus(Duration.ofDays(1)).plusMillis(1), (_, _) -> {}))
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void itIsWhatAPlainModelDoesDayByDay(int seed) {
        var random = new Random(seed);
        var rules = random(random);
        var members = random.nextInt(5);
        var balances = balances(
                IntStream.range(0, members).mapToLong(_ -> random.nextInt(120)).toArray());
        long issued = balances.values().stream().mapToLong(amount -> amount).sum();
        long cap = issued + random.nextInt(2_000);
        var frozen = new HashSet<String>();
        for (var name : balances.keySet()) if (random.nextInt(8) == 0) frozen.add(name);
        var until = NOW.plus(Duration.ofDays(1 + random.nextInt(500)));
        var horizon =
                Horizon.of(NOW, until, Horizon.Every.MONTH, ZoneOffset.UTC).orElseThrow();

        var parts =
                Foreseen.of(course(rules, cap, balances, frozen), horizon, OWN).orElseThrow();

        var start = new LinkedHashMap<>(balances);
        start.put("issuance/SKR", -issued);
        var plain = new PlainCourse(start, OWN, frozen, members(balances), rules, cap);
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

    private static Schedules random(Random random) {
        var budgets = new TreeMap<String, Budget>();
        if (random.nextBoolean())
            budgets.put(
                    "garden",
                    new Budget(
                            "garden",
                            "SKR",
                            "commons",
                            amount(random),
                            periods(random),
                            Left.values()[random.nextInt(3)]));
        var dues = new TreeMap<String, Dues>();
        for (var name : List.of("fee", "levy"))
            if (random.nextBoolean())
                dues.put(
                        name,
                        new Dues(
                                name,
                                "SKR",
                                random.nextBoolean() ? "commons" : "garden",
                                amount(random),
                                periods(random),
                                Optional.empty(),
                                Duration.ofDays(random.nextInt(20)),
                                1 + random.nextInt(3)));
        var incomes = new TreeMap<String, Income>();
        for (var name : List.of("basic", "more"))
            if (random.nextBoolean())
                incomes.put(name, new Income(name, "SKR", amount(random), periods(random), Optional.empty()));
        var demurrage = new TreeMap<String, Demurrage>();
        if (random.nextBoolean())
            demurrage.put(
                    "SKR",
                    new Demurrage(
                            "SKR",
                            share(1 + random.nextInt(3), 7),
                            periods(random),
                            random.nextBoolean() ? Optional.of("garden") : Optional.empty(),
                            random.nextBoolean() ? List.of("commons") : List.of()));
        return new Schedules(budgets, dues, incomes, demurrage);
    }

    private static BigInteger amount(Random random) {
        return BigInteger.valueOf(1 + random.nextInt(40));
    }

    private static Periods periods(Random random) {
        var length =
                List.of(Period.ofDays(1 + random.nextInt(9)), Period.ofDays(7), Period.ofMonths(1), Period.ofMonths(3));
        return new Periods(Periods.FIRST, length.get(random.nextInt(length.size())), ZoneOffset.UTC);
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

    /** The community's accounts and those of members, in the order of their hashes. */
    private static Map<String, Long> balances(long... members) {
        var hashes = IntStream.range(0, members.length)
                .mapToObj(number -> Hash.of(("member " + number).getBytes(UTF_8)))
                .sorted()
                .toList();
        var balances = new LinkedHashMap<String, Long>();
        balances.put("commons", 100L);
        balances.put("garden", 0L);
        for (int i = 0; i < members.length; i++)
            balances.put("member/" + hashes.get(i).hex(), members[i]);
        return balances;
    }

    private static List<String> members(Map<String, Long> balances) {
        return balances.keySet().stream()
                .filter(name -> name.startsWith("member/"))
                .toList();
    }

    private static Course course(Schedules rules, long cap, Map<String, Long> balances) {
        return course(rules, cap, balances, Set.of());
    }

    private static Course course(Schedules rules, long cap, Map<String, Long> balances, Set<String> frozen) {
        var asset = new Asset("SKR", 0, Optional.of(BigInteger.valueOf(cap)), Asset.Kind.CURRENCY, Optional.empty());
        var accounts = new ArrayList<Account>();
        var issued = BigInteger.ZERO;
        for (var entry : balances.entrySet()) {
            var name = entry.getKey();
            var amount = BigInteger.valueOf(entry.getValue());
            var kind = name.startsWith("member/") ? Account.Kind.MEMBER : Account.Kind.DECLARED;
            var state = frozen.contains(name) ? Account.State.FROZEN : Account.State.OPEN;
            accounts.add(account(name, kind, state, BigInteger.ZERO, amount, BigInteger.ZERO));
            issued = issued.add(amount);
        }
        accounts.add(account(
                "issuance/SKR",
                Account.Kind.ISSUANCE,
                Account.State.OPEN,
                issued,
                BigInteger.ZERO,
                BigInteger.valueOf(-cap)));
        var members = members(balances).stream()
                .map(name -> Hash.parse(name.substring("member/".length())))
                .toList();
        return new Course(
                new Standing(
                        Hash.ZERO,
                        NOW,
                        asset,
                        accounts,
                        new Issued(asset, BigInteger.ZERO, BigInteger.ZERO),
                        List.of(),
                        members.size()),
                new Timetable(List.of(new Version(NOW, Hash.ZERO, rules))),
                Map.of(),
                (_, _, _) -> members);
    }

    private static Account account(
            String name, Account.Kind kind, Account.State state, BigInteger out, BigInteger in, BigInteger floor) {
        return new Account(
                name,
                "SKR",
                kind,
                state,
                out,
                in,
                BigInteger.ZERO,
                BigInteger.ZERO,
                Optional.of(floor),
                Optional.empty());
    }

    private static Fraction share(long numerator, long denominator) {
        return new Fraction(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }
}
