// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Random;
import java.util.stream.IntStream;
import org.folkmoot.constitution.Periods;
import org.folkmoot.constitution.Schedules.Budget;
import org.folkmoot.constitution.Schedules.Left;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Transfer.Code;
import org.folkmoot.treasury.domain.limiting.Allowance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What an envelope gets, and where all of it goes. */
class AllotmentTest {
    private static final Periods MONTHS = new Periods(Periods.FIRST, Period.ofMonths(1), ZoneOffset.UTC);
    private static long operations;

    static IntStream seeds() {
        return IntStream.range(19_000, 19_200);
    }

    @AfterAll
    static void tell() {
        System.out.println("AllotmentTest: seeds 19000 to 19199, " + operations + " operations");
    }

    private static Allotment allotment(long amount, Left left, LocalDate day) {
        var budget = new Budget("events", "SKR", "treasury", BigInteger.valueOf(amount), MONTHS, left);
        long number = MONTHS.of(day.atStartOfDay(ZoneOffset.UTC).toInstant());
        var turn = new Turn(
                new Key(Kind.BUDGET, "events"), budget, Hash.ZERO, day, MONTHS.start(number), MONTHS.start(number + 1));
        return new Allotment(Vault.COMMUNITY, turn, budget, Vault.SKR);
    }

    @ParameterizedTest
    @CsvSource({"KEEP, 300, 1300, 0", "RETURN, 0, 1600, 0", "BURN, 0, 1300, 300"})
    void whatIsLeftGoesWhereItIsSaid(Left left, long kept, long treasury, long burned) {
        var start = Instant.parse("2026-12-01T00:00:00Z");
        var vault = new Vault("treasury", "events");
        vault.move(Code.ISSUED, "issuance/SKR", "treasury", 1_800, start);
        vault.move(Code.DECIDED, "treasury", "events", 300, start);
        var issued = vault.balance("issuance/SKR");

        var answers =
                vault.rule(allotment(200, left, LocalDate.of(2026, 12, 1)).orders(vault.account("events")), start);

        assertThat(Vault.posted(answers)).isTrue();
        assertThat(vault.balance("events")).isEqualTo(kept + 200);
        assertThat(vault.balance("treasury")).isEqualTo(treasury);
        assertThat(vault.balance("issuance/SKR").subtract(issued)).isEqualTo(burned);
    }

    @ParameterizedTest
    @EnumSource(Left.class)
    void noLimitCountsWhatTheConstitutionItselfMoves(Left left) {
        var vault = new Vault("treasury", "events");
        vault.move(Code.ISSUED, "issuance/SKR", "treasury", 300, Instant.EPOCH);
        vault.move(Code.DECIDED, "treasury", "events", 300, Instant.EPOCH);

        var orders = allotment(200, left, LocalDate.of(2026, 12, 1)).orders(vault.account("events"));

        assertThat(orders).isNotEmpty().noneMatch(Allowance::mayCount);
    }

    @ParameterizedTest
    @CsvSource({"199, false", "200, true", "201, true"})
    void aBudgetThatCannotBePaidWholeIsNotPaid(long there, boolean paid) {
        var start = Instant.parse("2026-12-01T00:00:00Z");
        var vault = new Vault("treasury", "events");
        vault.move(Code.ISSUED, "issuance/SKR", "treasury", there, start);

        var answers =
                vault.rule(allotment(200, Left.KEEP, LocalDate.of(2026, 12, 1)).orders(vault.account("events")), start);

        assertThat(Vault.posted(answers)).isEqualTo(paid);
        assertThat(vault.balance("events")).isEqualTo(paid ? 200 : 0);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatWasCarriedAllottedAndReceivedIsSpentCommittedAndLeft(int seed) {
        var random = new Random(seed);
        var left = Left.values()[random.nextInt(3)];
        var vault = new Vault("treasury", "events", "harbour");
        var at = MONTHS.start(300);
        vault.move(Code.ISSUED, "issuance/SKR", "treasury", 200_000, at);

        for (int month = 300; month < 312; month++) {
            at = MONTHS.start(month);
            var asked = allotment(1 + random.nextInt(30_000), left, MONTHS.day(month));
            vault.rule(java.util.List.of(), at); // what has expired is free
            var free = vault.account("events").available().orElseThrow();
            var orders = asked.orders(vault.account("events"));
            var answers = vault.rule(orders, at);
            if (random.nextBoolean()) assertThat(vault.rule(orders, at)).hasSameSizeAs(answers);
            var allotted = Vault.posted(answers.subList(answers.size() - 1, answers.size()))
                    ? asked.budget().amount()
                    : BigInteger.ZERO;
            var start = vault.account("events");
            if (left == Left.KEEP) assertThat(start.available().orElseThrow()).isEqualTo(free.add(allotted));
            else assertThat(start.available().orElseThrow()).isEqualTo(allotted);

            var spent = BigInteger.ZERO;
            for (int i = 0; i < 20; i++) {
                at = at.plus(Duration.ofHours(1 + random.nextInt(30)));
                spent = spent.add(BigInteger.valueOf(happen(vault, random, at)));
                var now = Envelope.of(start.debitsPosted(), start.creditsPosted(), allotted, vault.account("events"));
                assertThat(now.carried().add(now.allotted()).add(now.received()))
                        .isEqualTo(now.spent().add(now.committed()).add(now.left()));
                assertThat(now.spent()).isEqualTo(spent);
                assertThat(now.carried()).isEqualTo(start.balance().subtract(allotted));
                assertThat(now.left()).isNotNegative();
                operations++;
            }
        }
    }

    /** Something happens to the envelope; tells what was spent. */
    private static long happen(Vault vault, Random random, Instant at) {
        long amount = 1 + random.nextInt(5_000);
        return switch (random.nextInt(3)) {
            case 0 -> vault.move(Code.DECIDED, "events", "harbour", amount, at) ? amount : 0;
            case 1 -> {
                vault.hold("events", "harbour", amount, at, at.plus(Duration.ofDays(random.nextInt(40))));
                yield 0;
            }
            default -> {
                vault.move(Code.DECIDED, "harbour", "events", amount, at);
                yield 0;
            }
        };
    }
}
