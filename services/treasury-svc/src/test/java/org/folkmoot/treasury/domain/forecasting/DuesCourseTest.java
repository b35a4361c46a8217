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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.folkmoot.constitution.Asset;
import org.folkmoot.constitution.Periods;
import org.folkmoot.constitution.Schedules;
import org.folkmoot.constitution.Schedules.Dues;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Issued;
import org.folkmoot.treasury.domain.scheduling.Debt;
import org.folkmoot.treasury.domain.scheduling.Timetable;
import org.folkmoot.treasury.domain.scheduling.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dues are foretold as they will be asked for: out of credit lines, and only while they are there. */
class DuesCourseTest {
    private static final Instant NOW = Village.NOW;
    private static final Instant DECEMBER = Instant.parse("2026-12-01T00:00:00Z");
    private static final Periods MONTHS = new Periods(Periods.FIRST, Period.ofMonths(1), ZoneOffset.UTC);
    private static final Hash MEMBER = Hash.of("Ann".getBytes(UTF_8));

    @ParameterizedTest
    @CsvSource({"99, 99, 0", "100, 100, 0", "101, 0, 101"})
    void aMemberWhoHasNoAccountYetPaysOutOfTheCreditLine(long amount, long paid, long owed) {
        var credit =
                new Asset("SKR", 0, Optional.empty(), Asset.Kind.MUTUAL_CREDIT, Optional.of(BigInteger.valueOf(100)));

        var part = foresee(credit, List.of(), List.of(), version(NOW, dues(amount)));

        assertThat(part.holds()).isEqualTo(paid);
        assertThat(part.owed()).isEqualTo(owed);
    }

    @ParameterizedTest
    @CsvSource({"PT-0.001S, 12, 0", "PT0S, 0, 12", "PT0.001S, 0, 12"})
    void whatIsOwedOfDuesThatAreGoneIsNotAskedFor(Duration after, long paid, long owed) {
        var part = foresee(
                currency(),
                List.of(account(15)),
                List.of(new Debts.Owed(debt(12), Optional.of(NOW.plusSeconds(9).plus(after)))),
                version(NOW.minusSeconds(9), dues(10)),
                version(NOW.plusSeconds(9), Schedules.NONE));

        assertThat(part.holds()).isEqualTo(paid);
        assertThat(part.owed()).isEqualTo(owed);
    }

    @Test
    void whatIsOwedOfDuesThatAreBackIsAskedForBeforeTheirNextPeriod() {
        var part = foresee(
                currency(),
                List.of(account(15)),
                List.of(new Debts.Owed(debt(12), Optional.empty())),
                version(NOW, dues(10)));

        assertThat(part.holds()).isEqualTo(12);
        assertThat(part.owed()).isEqualTo(10);
    }

    /** What is within its grace is younger, however soon it is asked for. */
    @Test
    void theOlderIsAskedForBeforeWhatIsWithinItsGrace() {
        var younger = debt(9, DECEMBER.minus(Duration.ofDays(1)));
        var part = foresee(
                currency(),
                List.of(account(12)),
                List.of(new Debts.Owed(younger, Optional.of(DECEMBER)), new Debts.Owed(debt(12), Optional.empty())),
                version(NOW, dues(10)));

        assertThat(part.holds()).isEqualTo(12);
    }

    private static Foreseen foresee(Asset asset, List<Account> members, List<Debts.Owed> owed, Version... versions) {
        var accounts = Stream.concat(
                        Stream.of(Account.declared("commons", "SKR"), Account.issuance("SKR", Optional.empty())),
                        members.stream())
                .toList();
        var standing = new Standing(
                Hash.ZERO, NOW, asset, accounts, new Issued(asset, BigInteger.ZERO, BigInteger.ZERO), owed, 1);
        var course = new Course(standing, new Timetable(List.of(versions)), Map.of(), (_, _, _) -> List.of(MEMBER));
        return Foreseen.of(course, new Horizon(NOW, List.of(DECEMBER.plusMillis(1))), Set.of("commons"))
                .orElseThrow()
                .getFirst();
    }

    private static Asset currency() {
        return new Asset("SKR", 0, Optional.empty(), Asset.Kind.CURRENCY, Optional.empty());
    }

    private static Account account(long holds) {
        var zero = BigInteger.ZERO;
        return new Account(
                "member/" + MEMBER.hex(),
                "SKR",
                Account.Kind.MEMBER,
                Account.State.OPEN,
                zero,
                BigInteger.valueOf(holds),
                zero,
                zero,
                Optional.of(zero),
                Optional.empty());
    }

    private static Debt debt(long amount) {
        return debt(amount, Instant.parse("2026-11-01T00:00:00Z"));
    }

    private static Debt debt(long amount, Instant start) {
        return new Debt(
                Hash.ZERO,
                "fee",
                LocalDate.ofInstant(start, ZoneOffset.UTC),
                MEMBER,
                "SKR",
                "commons",
                BigInteger.valueOf(amount),
                start,
                start,
                Hash.ZERO,
                0);
    }

    private static Version version(Instant since, Schedules schedules) {
        return new Version(since, Hash.ZERO, schedules);
    }

    private static Schedules dues(long amount) {
        var dues = new Dues(
                "fee", "SKR", "commons", BigInteger.valueOf(amount), MONTHS, Optional.empty(), Duration.ZERO, 2);
        return new Schedules(Map.of(), Map.of("fee", dues), Map.of(), Map.of());
    }
}
