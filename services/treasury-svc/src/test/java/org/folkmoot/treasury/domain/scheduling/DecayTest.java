// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.constitution.Periods;
import org.folkmoot.constitution.Schedules.Demurrage;
import org.folkmoot.policy.Fraction;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Transfer.Code;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What is lost by keeping: to the unit, once, and never by whoever is exempt. */
class DecayTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final int MEMBERS = 40;
    private static long operations;

    static IntStream seeds() {
        return IntStream.range(17_000, 17_200);
    }

    @AfterAll
    static void tell() {
        System.out.println("DecayTest: seeds 17000 to 17199, " + operations + " operations");
    }

    @ParameterizedTest
    @CsvSource({
        "99, 1/100, 0",
        "100, 1/100, 1",
        "101, 1/100, 1",
        "199, 1/100, 1",
        "200, 1/100, 2",
        "0, 1/1, 0",
        "-500, 1/100, 0",
        "7, 1/1, 7",
        "1000000000000000000000000000000, 1/3, 333333333333333333333333333333"
    })
    void whatIsLostIsRoundedDown(BigInteger held, String rate, BigInteger lost) {
        assertThat(Decay.lost(held, Fraction.parse(rate))).isEqualTo(lost);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aSweepInPiecesInterruptedAndRepeatedIsOneCleanSweep(int seed) {
        var random = new Random(seed);
        var rate = Fraction.of(1 + random.nextInt(20), 20 + random.nextInt(980));
        var to = random.nextBoolean() ? Optional.of("commons") : Optional.<String>empty();
        var vault = filled(random);
        var before = vault.accounts();
        var decay = decay(rate, to, List.of("treasury", Vault.member(0)));

        var held = new HashMap<String, BigInteger>();
        before.values().forEach(account -> held.put(account.name(), account.balance()));
        for (int pass = 0; pass < 3; pass++) sweep(vault, decay, held, random);

        var sink = BigInteger.ZERO;
        for (var account : before.values()) {
            var kept = decay.exempts(account.name()) || account.kind() == Account.Kind.ISSUANCE;
            var lost = kept
                    ? BigInteger.ZERO
                    : plainly(account.balance(), rate).min(account.balance().subtract(account.debitsPending()));
            sink = sink.add(lost);
            if (!account.name().equals(decay.to()))
                assertThat(vault.balance(account.name()))
                        .as(account.name())
                        .isEqualTo(account.balance().subtract(lost));
            assertThat(vault.account(account.name()).debitsPending()).isEqualTo(account.debitsPending());
        }
        var was = before.values().stream()
                .filter(one -> one.name().equals(decay.to()))
                .findFirst()
                .orElseThrow();
        assertThat(vault.balance(decay.to())).isEqualTo(was.balance().add(sink));
        assertThat(vault.accounts().values().stream().map(Account::balance).reduce(BigInteger.ZERO, BigInteger::add))
                .isZero();
    }

    private static BigInteger plainly(BigInteger held, Fraction rate) {
        return held.signum() <= 0
                ? BigInteger.ZERO
                : held.multiply(rate.numerator())
                        .subtract(held.multiply(rate.numerator()).mod(rate.denominator()))
                        .divide(rate.denominator());
    }

    /** Goes through the accounts in chunks; some are done twice, and others move money meanwhile. */
    private static void sweep(Vault vault, Decay decay, Map<String, BigInteger> held, Random random) {
        var names = held.keySet().stream().sorted().toList();
        for (int from = 0; from < names.size(); from += 7) {
            var chunk = names.subList(from, Math.min(names.size(), from + 7));
            var orders = new ArrayList<Order>();
            for (var name : chunk) {
                if (name.startsWith("issuance/")) continue;
                decay.order(
                                name,
                                held.getOrDefault(name, BigInteger.ZERO),
                                vault.account(name).available().orElseThrow())
                        .ifPresent(orders::add);
            }
            // What was done before is not asked for with another amount, because the row that says so is written with
            // it.
            var fresh = orders.stream().filter(order -> !asked(order)).toList();
            var answers = vault.rule(fresh, NOW);
            assertThat(Vault.posted(answers)).isTrue();
            fresh.forEach(order -> ASKED.add(order.id()));
            if (random.nextInt(3) == 0)
                assertThat(Vault.posted(vault.rule(fresh, NOW))).isTrue();
            operations += fresh.size();
        }
    }

    private static final java.util.Set<Hash> ASKED = new java.util.HashSet<>();

    private static boolean asked(Order order) {
        return ASKED.contains(order.id());
    }

    private static Vault filled(Random random) {
        ASKED.clear();
        var vault = new Vault("treasury", "commons", "reserve");
        for (int member = 0; member < MEMBERS; member++) {
            var name = Vault.member(member);
            vault.move(Code.ISSUED, "issuance/SKR", name, 1 + random.nextInt(100_000), NOW);
            if (random.nextInt(3) == 0)
                vault.hold(name, "commons", 1 + random.nextInt(50_000), NOW, NOW.plusSeconds(99));
            operations += 2;
        }
        vault.move(Code.ISSUED, "issuance/SKR", "treasury", 12_345, NOW);
        vault.move(Code.ISSUED, "issuance/SKR", "reserve", 54_321, NOW);
        return vault;
    }

    private static Decay decay(Fraction rate, Optional<String> to, List<String> exempt) {
        var rule =
                new Demurrage("SKR", rate, new Periods(Periods.FIRST, Period.ofMonths(1), ZoneOffset.UTC), to, exempt);
        var turn = new Turn(
                new Key(Kind.DEMURRAGE, "SKR"), rule, Hash.ZERO, LocalDate.of(2026, 12, 1), NOW, NOW.plusSeconds(99));
        return new Decay(Vault.COMMUNITY, turn, rule, Vault.SKR);
    }

    @Test
    void whatIsSetAsideCountsAndIsNotTouched() {
        var vault = new Vault("commons");
        vault.move(Code.ISSUED, "issuance/SKR", Vault.member(1), 1_000, NOW);
        vault.hold(Vault.member(1), "commons", 995, NOW, NOW.plusSeconds(99));
        var decay = decay(Fraction.of(1, 100), Optional.of("commons"), List.of());

        var order = decay.order(
                Vault.member(1),
                BigInteger.valueOf(1_000),
                vault.account(Vault.member(1)).available().orElseThrow());

        assertThat(Vault.posted(vault.rule(List.of(order.orElseThrow()), NOW))).isTrue();
        assertThat(vault.balance("commons")).isEqualTo(5); // 10 are lost of 1,000, and 5 are free
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void twoHalfStepsTakeAtMostOneUnitLessThanOneStepThatIsWorthThem(int seed) {
        var random = new Random(seed);
        for (int i = 0; i < 1_000; i++) {
            var held = new BigInteger(1 + random.nextInt(100), random);
            var half = Fraction.of(1 + random.nextInt(50), 50 + random.nextInt(1_000));
            var whole = half.plus(half).minus(half.times(half));

            var first = Decay.lost(held, half);
            var second = Decay.lost(held.subtract(first), half);
            var once = Decay.lost(held, whole);

            assertThat(once.subtract(first).subtract(second)).isBetween(BigInteger.ZERO, BigInteger.ONE);
        }
        operations += 1_000;
    }
}
