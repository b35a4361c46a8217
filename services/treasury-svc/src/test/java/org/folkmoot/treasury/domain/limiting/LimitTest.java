// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.domain.limiting.Crowns.MONTHLY;
import static org.folkmoot.treasury.domain.limiting.Crowns.NOW;
import static org.folkmoot.treasury.domain.limiting.Crowns.TREASURY;
import static org.folkmoot.treasury.domain.limiting.Crowns.limit;
import static org.folkmoot.treasury.domain.limiting.Crowns.till;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.folkmoot.constitution.SpendingLimit.Of;
import org.folkmoot.constitution.SpendingLimit.Span;
import org.folkmoot.treasury.domain.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Limits let through what they say, to the smallest unit and to the millisecond. */
class LimitTest {
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");

    @ParameterizedTest
    @CsvSource({"59.99, posted", "60.00, posted", "60.01, limit-exceeded"})
    void asMuchLeavesAsTheLimitSaysToTheSmallestUnit(String amount, String expected) {
        var till = till(limit(TREASURY, "100.00", MONTHLY));

        assertThat(till.ask(NOW, till.pay("treasury", Till.SHOP, "40.00"))).isEqualTo("posted");
        assertThat(till.ask(NOW, till.pay("treasury", Till.BANK, amount))).isEqualTo(expected);
    }

    @Test
    void theRefusalSaysWhatAndWhen() {
        var till = till(limit(TREASURY, "100.00", MONTHLY));
        till.ask(NOW, till.pay("treasury", Till.SHOP, "40.00"));

        var refusal = till.exceeded(NOW, till.pay("treasury", Till.SHOP, "60.01"));

        assertThat(refusal)
                .isEqualTo(new Refusal.LimitExceeded(
                        "from treasury SKR every P1M",
                        "",
                        "SKR",
                        "100.00",
                        "40.00",
                        "60.01",
                        Optional.of(Instant.parse("2026-12-01T00:00:00Z"))));
        assertThat(refusal.detail())
                .isEqualTo("The limit 'from treasury SKR every P1M' is 100.00 SKR, of which 40.00 are spent;"
                        + " 60.01 more cannot be until 2026-12-01T00:00:00Z.");
    }

    @Test
    void whatIsMoreThanEverCanBeHasNoTimeAtWhichItCan() {
        var till = till(limit(TREASURY, "100.00", MONTHLY));

        assertThat(till.exceeded(NOW, till.pay("treasury", Till.SHOP, "100.01")).renews())
                .isEmpty();
    }

    // Clocks in Oslo go back on 2026-10-25 and forward on 2027-03-28; months begin at 22:00Z and 23:00Z.
    @ParameterizedTest
    @CsvSource({
        "2026-10-31T22:59:59.999Z, limit-exceeded",
        "2026-10-31T23:00:00.000Z, posted",
        "2026-10-31T23:00:00.001Z, posted"
    })
    void aMonthRenewsAtMidnightOfThePlaceAfterAChangeOfClocks(Instant then, String expected) {
        var till = new Till(OSLO, limit(TREASURY, "100.00", MONTHLY));
        till.fund("treasury", "SKR", "1000.00");

        assertThat(till.ask(Instant.parse("2026-09-30T22:00:00Z"), till.pay("treasury", Till.SHOP, "100.00")))
                .isEqualTo("posted");
        assertThat(till.ask(then, till.pay("treasury", Till.SHOP, "0.01"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-28T21:59:59.999Z, limit-exceeded",
        "2027-03-28T22:00:00.000Z, posted",
        "2027-03-28T22:00:00.001Z, posted"
    })
    void aWeekInWhichClocksGoForwardIsAnHourShorter(Instant then, String expected) {
        var till = new Till(OSLO, limit(TREASURY, "100.00", new Span.Every(Period.ofWeeks(1))));
        till.fund("treasury", "SKR", "1000.00");

        assertThat(till.ask(Instant.parse("2027-03-21T23:00:00Z"), till.pay("treasury", Till.SHOP, "100.00")))
                .isEqualTo("posted");
        assertThat(till.ask(then, till.pay("treasury", Till.SHOP, "0.01"))).isEqualTo(expected);
    }

    // By midnight in Oslo, which is an hour earlier, the months of October and November are spent.
    @ParameterizedTest
    @CsvSource({
        "2026-10-31T23:59:59.999Z, limit-exceeded",
        "2026-11-01T00:00:00.000Z, limit-exceeded",
        "2026-11-01T00:00:00.001Z, limit-exceeded",
        "2026-11-30T22:59:59.999Z, limit-exceeded",
        "2026-11-30T23:00:00.000Z, limit-exceeded",
        "2026-11-30T23:59:59.999Z, limit-exceeded",
        "2026-12-01T00:00:00.000Z, posted",
        "2026-12-01T00:00:00.001Z, posted"
    })
    void aZoneFurtherWestGivesNoSecondAllowance(Instant then, String expected) {
        var till = new Till(OSLO, limit(TREASURY, "100.00", MONTHLY));
        till.fund("treasury", "SKR", "1000.00");
        till.ask(Instant.parse("2026-10-31T22:59:59.999Z"), till.pay("treasury", Till.SHOP, "100.00"));
        till.ask(Instant.parse("2026-10-31T23:00:00Z"), till.pay("treasury", Till.SHOP, "100.00"));

        till.amend(ZoneOffset.UTC);

        assertThat(till.ask(then, till.pay("treasury", Till.SHOP, "0.01"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-31T23:00:00.000Z, limit-exceeded",
        "2026-11-01T00:00:00.000Z, limit-exceeded",
        "2026-11-30T22:59:59.999Z, limit-exceeded",
        "2026-11-30T23:00:00.000Z, posted",
        "2026-11-30T23:00:00.001Z, posted"
    })
    void aZoneFurtherEastGivesNoSecondAllowance(Instant then, String expected) {
        var till = till(limit(TREASURY, "100.00", MONTHLY));
        till.ask(Instant.parse("2026-11-01T00:00:00Z"), till.pay("treasury", Till.SHOP, "100.00"));

        till.amend(OSLO);

        assertThat(till.ask(then, till.pay("treasury", Till.SHOP, "0.01"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"-1, limit-exceeded", "0, posted", "1, posted"})
    void whatIsAsOldAsTheWindowCountsNoMore(long millis, String expected) {
        var till = till(limit(new Of.Each("treasury"), "100.00", new Span.Within(Duration.ofDays(30))));
        till.ask(NOW, till.pay("treasury", Till.SHOP, "60.00"));
        till.ask(NOW.plusSeconds(60), till.pay("treasury", Till.SHOP, "40.00"));

        var refused = till.exceeded(NOW.plusSeconds(60), till.pay("treasury", Till.SHOP, "60.00"));
        var renews = NOW.plus(Duration.ofDays(30));
        assertThat(refused.renews()).hasValue(renews);
        assertThat(refused.subject()).isEqualTo(Till.SHOP);

        assertThat(till.ask(renews.plusMillis(millis), till.pay("treasury", Till.SHOP, "60.00")))
                .isEqualTo(expected);
    }
}
