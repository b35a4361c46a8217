// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.constitution.SpendingLimit;
import org.folkmoot.constitution.SpendingLimit.Of;
import org.folkmoot.constitution.SpendingLimit.Span;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Transfer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random spends, many of them at the edges of periods and windows, give what a plain list of all that left gives. */
class RandomLimitsTest {
    private static final int FIRST_SEED = 7_000;
    private static final int SEEDS = 100;
    private static final int BATCHES = 120;
    private static final List<Span> SPANS = List.of(
            new Span.Every(Period.ofDays(1)),
            new Span.Every(Period.ofWeeks(1)),
            new Span.Every(Period.ofMonths(1)),
            new Span.Every(Period.ofMonths(3)),
            new Span.Within(Duration.ofHours(1)),
            new Span.Within(Duration.ofDays(1)),
            new Span.Within(Duration.ofDays(30)));
    private static final List<Of> SUBJECTS = List.of(
            new Of.From("treasury"),
            new Of.From("events"),
            new Of.Each("treasury"),
            new Of.Each("events"),
            new Of.Holder("events", "steward"),
            new Of.Holder("treasury", "cook"),
            new Of.Track("running-costs"));
    private static final Map<String, Long> ANSWERS = new TreeMap<>();

    private final List<Instant> edges = new ArrayList<>();

    static Stream<Integer> seeds() {
        return IntStream.range(FIRST_SEED, FIRST_SEED + SEEDS).boxed();
    }

    @AfterAll
    static void sayWhatWasSeen() {
        System.out.println("RandomLimitsTest: seeds " + FIRST_SEED + " to " + (FIRST_SEED + SEEDS - 1) + ", " + BATCHES
                + " batches each: " + ANSWERS);
        assertThat(ANSWERS.keySet())
                .containsExactly("conflict", "insufficient-funds", "limit-exceeded", "not-permitted", "posted");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void everyAnswerIsThatOfAPlainListAndNoWindowHoldsMoreThanItsLimit(int seed) {
        var random = new Random(seed);
        var zone = ZoneId.of(List.of("Europe/Oslo", "UTC", "America/Santiago").get(seed % 3));
        var limits = limits(random);
        var till = new Till(zone, limits.toArray(SpendingLimit[]::new));
        var plain = new PlainLimits(zone);
        for (var account : List.of("treasury", "events")) {
            till.fund(account, "SKR", "900.00");
            plain.fund(account, BigInteger.valueOf(90_000));
        }
        var policy = till.decided("running-costs");
        var now = Instant.parse("2026-10-20T10:00:00Z");

        for (int i = 0; i < BATCHES; i++) {
            now = later(random, now, zone, limits);
            var orders = new ArrayList<Order>();
            var expected = new ArrayList<String>();
            for (int size = 1 + random.nextInt(4); size > 0; size--) {
                var asked = asked(random);
                orders.add(order(till, policy, asked));
                expected.add(plain.ask(now, asked, limits));
            }
            var answers = till.ask(now, orders);

            assertThat(answers).as("batch %s at %s under %s", i, now, limits).isEqualTo(expected);
            answers.forEach(answer -> ANSWERS.merge(answer, 1L, Long::sum));
        }

        for (var limit : limits)
            for (var one : plain.left()) assertThat(sum(plain, limit, one)).isLessThanOrEqualTo(limit.most());
    }

    /** All that counts together with one that left, up to and with that one's moment. */
    private static BigInteger sum(PlainLimits plain, SpendingLimit limit, PlainLimits.Left one) {
        return !PlainLimits.counts(limit, one)
                ? BigInteger.ZERO
                : plain.left().stream()
                        .filter(other -> PlainLimits.counts(limit, other)
                                && PlainLimits.isSame(limit, one, other)
                                && !other.at().isAfter(one.at())
                                && plain.isIn(limit.span(), other.at(), one.at()))
                        .map(PlainLimits.Left::amount)
                        .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private static List<SpendingLimit> limits(Random random) {
        var limits = new ArrayList<SpendingLimit>();
        for (int count = 1 + random.nextInt(5); count > 0; count--) {
            var limit = new SpendingLimit(
                    pick(random, SUBJECTS), "SKR", BigInteger.valueOf(random.nextInt(20_000)), pick(random, SPANS));
            if (limits.stream().noneMatch(other -> other.name().equals(limit.name()))) limits.add(limit);
        }
        return limits;
    }

    /** Soon, or at the edge of a day, a month or a window, a millisecond before or after it. */
    private Instant later(Random random, Instant now, ZoneId zone, List<SpendingLimit> limits) {
        var next = switch (random.nextInt(6)) {
            case 0 -> midnight(now.atZone(zone).toLocalDate().plusDays(1), zone);
            case 1 -> midnight(now.atZone(zone).toLocalDate().plusMonths(1).withDayOfMonth(1), zone);
            case 2 -> edge(random, now, limits);
            default -> now.plusMillis(random.nextInt(7_200_000));
        };
        var near = next.plusMillis(random.nextInt(3) - 1);
        var then = near.isBefore(now) ? now : near;
        edges.add(then);
        return then;
    }

    private Instant edge(Random random, Instant now, List<SpendingLimit> limits) {
        if (edges.isEmpty() || !(pick(random, limits).span() instanceof Span.Within(var window))) return now;
        return edges.get(Math.max(0, edges.size() - 1 - random.nextInt(5))).plus(window);
    }

    private static Instant midnight(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }

    private static PlainLimits.Asked asked(Random random) {
        var spends = random.nextInt(3) == 0;
        var legs = new ArrayList<Leg>();
        for (int count = spends ? 1 : 1 + random.nextInt(3); count > 0; count--)
            legs.add(new Leg(
                    pick(random, List.of("treasury", "events")),
                    pick(random, List.of(Till.SHOP, Till.BANK, Till.ANN)),
                    "SKR",
                    Till.SKR.decimal(BigInteger.valueOf(1 + random.nextInt(random.nextBoolean() ? 100 : 8_000)))));
        return new PlainLimits.Asked(
                legs,
                spends ? pick(random, List.of(Till.ANN, Till.BEA)) : "",
                pick(random, List.of(List.of("steward"), List.of("cook", "steward"), List.of())),
                !spends && random.nextBoolean() ? "running-costs" : "");
    }

    private static Order order(Till till, Hash policy, PlainLimits.Asked asked) {
        var leg = asked.legs().getFirst();
        return asked.spender().isEmpty()
                ? till.move(
                        Transfer.Code.DECIDED,
                        asked.policy().isEmpty() ? Hash.ZERO : policy,
                        asked.legs().toArray(Leg[]::new))
                : till.spend(
                        asked.spender(),
                        leg.debit(),
                        leg.credit(),
                        leg.amount(),
                        asked.roles().toArray(String[]::new));
    }

    private static <T> T pick(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
