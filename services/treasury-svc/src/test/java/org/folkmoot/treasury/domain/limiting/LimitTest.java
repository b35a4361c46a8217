// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.folkmoot.constitution.SpendingLimit;
import org.folkmoot.constitution.SpendingLimit.Of;
import org.folkmoot.constitution.SpendingLimit.Span;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Refusal;
import org.folkmoot.treasury.domain.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Limits let through what they say, to the smallest unit and to the millisecond. */
class LimitTest {
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    private static final ZoneId OSLO = ZoneId.of("Europe/Oslo");
    private static final Span MONTHLY = new Span.Every(Period.ofMonths(1));
    private static final Of TREASURY = new Of.From("treasury");

    private static SpendingLimit limit(Of of, String most, Span span) {
        return new SpendingLimit(of, "SKR", Till.SKR.minor(most).orElseThrow(), span);
    }

    private static Till till(SpendingLimit... limits) {
        var till = new Till(ZoneOffset.UTC, limits);
        till.fund("treasury", "SKR", "100000.00");
        till.fund("events", "SKR", "100000.00");
        return till;
    }

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

    @Test
    void eachWhoIsPaidHasALimit() {
        var till = till(limit(new Of.Each("treasury"), "100.00", MONTHLY));

        assertThat(till.ask(
                        NOW,
                        List.of(
                                till.pay("treasury", Till.SHOP, "100.00"),
                                till.pay("treasury", Till.BANK, "100.00"),
                                till.pay("treasury", Till.SHOP, "0.01"),
                                till.pay("events", Till.SHOP, "0.01"))))
                .containsExactly("posted", "posted", "limit-exceeded", "posted");
    }

    @Test
    void whatIsKeptForSomebodyCountsForThemAtOnce() {
        var till = till(limit(new Of.Each("treasury"), "100.00", MONTHLY));

        assertThat(till.ask(
                        NOW,
                        List.of(
                                till.keep("treasury", Till.SHOP, "60.00"),
                                till.pay("treasury", Till.SHOP, "40.01"),
                                till.keep("treasury", Till.SHOP, "40.01"),
                                till.keep("treasury", Till.SHOP, "40.00"),
                                till.keep("treasury", Till.BANK, "100.00"))))
                .containsExactly("posted", "limit-exceeded", "limit-exceeded", "posted", "posted");
    }

    @Test
    void ofFiftyEachForItselfTenGoThroughAndFortyAreRefused() {
        var till = till(limit(TREASURY, "1000.00", MONTHLY));
        var orders = IntStream.range(0, 50)
                .mapToObj(_ -> till.pay("treasury", Till.SHOP, "100.00"))
                .toList();

        var answers = till.ask(NOW, orders);

        assertThat(answers.subList(0, 10)).containsOnly("posted");
        assertThat(answers.subList(10, 50)).containsOnly("limit-exceeded");
        assertThat(till.balance(Till.SHOP)).isEqualTo("1000.00");
    }

    @Test
    void ofFiftyAsOneTransactionAllAreRefused() {
        var till = till(limit(TREASURY, "1000.00", MONTHLY));
        var legs = Collections.nCopies(50, new Leg("treasury", Till.SHOP, "SKR", "100.00"));

        var refusal = till.exceeded(NOW, till.move(Transfer.Code.DECIDED, Hash.ZERO, legs.toArray(Leg[]::new)));

        assertThat(refusal.asked()).isEqualTo("5000.00");
        assertThat(till.balance(Till.SHOP)).isEqualTo("0.00");
        assertThat(till.ask(NOW, till.pay("treasury", Till.SHOP, "1000.00"))).isEqualTo("posted");
    }

    @Test
    void aLimitBelowWhatIsSpentRefusesUntilItRenewsAndLeavesWhatIsSpent() {
        var till = till(limit(TREASURY, "1000.00", MONTHLY));
        till.ask(NOW, till.pay("treasury", Till.SHOP, "800.00"));
        till.amend(limit(TREASURY, "500.00", MONTHLY));

        assertThat(till.exceeded(NOW, till.pay("treasury", Till.SHOP, "0.01")).spent())
                .isEqualTo("800.00");
        till.amend(limit(TREASURY, "900.00", MONTHLY));
        assertThat(till.ask(NOW, till.pay("treasury", Till.SHOP, "100.01"))).isEqualTo("limit-exceeded");
        assertThat(till.ask(NOW, till.pay("treasury", Till.SHOP, "100.00"))).isEqualTo("posted");
        till.amend(limit(TREASURY, "500.00", MONTHLY));
        assertThat(till.ask(Instant.parse("2026-12-01T00:00:00Z"), till.pay("treasury", Till.SHOP, "500.00")))
                .isEqualTo("posted");
    }

    @Test
    void whatIsRefusedForAnotherReasonDoesNotCount() {
        var till = new Till(ZoneOffset.UTC, limit(TREASURY, "1000.00", MONTHLY));
        till.fund("treasury", "SKR", "100.00");

        assertThat(till.ask(NOW, till.pay("treasury", Till.SHOP, "900.00"))).isEqualTo("insufficient-funds");
        assertThat(till.ask(NOW, till.pay("treasury", Till.SHOP, "1000.01"))).isEqualTo("limit-exceeded");
        till.fund("treasury", "SKR", "900.00");
        assertThat(till.ask(NOW, till.pay("treasury", Till.SHOP, "1000.00"))).isEqualTo("posted");
    }

    @Test
    void aReversalGivesNothingBackAndCountsWhereItTakes() {
        var till = till(limit(TREASURY, "100.00", MONTHLY));
        var paid = till.pay("treasury", Till.SHOP, "100.00");
        till.ask(NOW, paid);

        assertThat(till.ask(NOW, new Order.Reverse(till.next(), paid.id(), Hash.ZERO, "")))
                .isEqualTo("posted");
        assertThat(till.ask(NOW, till.pay("treasury", Till.SHOP, "0.01"))).isEqualTo("limit-exceeded");

        var given = till.pay("events", "treasury", "0.01");
        till.ask(NOW, given);
        assertThat(till.ask(NOW, new Order.Reverse(till.next(), given.id(), Hash.ZERO, "")))
                .isEqualTo("limit-exceeded");
    }

    @ParameterizedTest
    @EnumSource(
            value = Transfer.Code.class,
            names = {"DECIDED", "RETURNED", "ALLOTTED"})
    void onlyWhatIsDecidedCounts(Transfer.Code code) {
        var till = till(limit(TREASURY, "100.00", MONTHLY));
        var leg = new Leg("treasury", "events", "SKR", "100.01");

        assertThat(till.ask(NOW, till.move(code, Hash.ZERO, leg)))
                .isEqualTo(code == Transfer.Code.DECIDED ? "limit-exceeded" : "posted");
    }

    @Test
    void whatIsSetAsideCountsAtOnceAndNotAgainWhenItIsPaidOut() {
        var till = till(limit(TREASURY, "100.00", MONTHLY));
        var leg = new Leg("treasury", Till.SHOP, "SKR", "100.00");
        var hold = new Order.SetAside(till.next(), leg, NOW.plusSeconds(60), Hash.ZERO, "");

        assertThat(till.ask(NOW, hold)).isEqualTo("posted");
        assertThat(till.ask(NOW, till.pay("treasury", Till.SHOP, "0.01"))).isEqualTo("limit-exceeded");
    }

    @Test
    void theFirstLimitThatIsExceededIsTold() {
        var till = till(
                limit(TREASURY, "100.00", MONTHLY),
                limit(TREASURY, "10.00", new Span.Every(Period.ofDays(1))),
                limit(new Of.Each("treasury"), "1.00", MONTHLY));

        assertThat(till.exceeded(NOW, till.pay("treasury", Till.SHOP, "50.00")).limit())
                .isEqualTo("from treasury SKR every P1D");
        assertThat(till.exceeded(NOW, till.pay("treasury", Till.SHOP, "5.00")).limit())
                .isEqualTo("from treasury to each SKR every P1M");
    }

    @Test
    void anotherAssetIsNotLimited() {
        var till = till(limit(TREASURY, "100.00", MONTHLY));
        till.fund("treasury", "HOURS", "500");

        assertThat(till.ask(
                        NOW,
                        till.move(Transfer.Code.DECIDED, Hash.ZERO, new Leg("treasury", Till.SHOP, "HOURS", "500"))))
                .isEqualTo("posted");
    }

    @Test
    void eachHolderOfARoleSpendsWithinTheLimit() {
        var till = till(limit(new Of.Holder("events", "steward"), "300.00", new Span.Every(Period.ofWeeks(1))));

        assertThat(till.ask(
                        NOW,
                        List.of(
                                till.spend(Till.ANN, "events", Till.SHOP, "300.00", "steward"),
                                till.spend(Till.ANN, "events", Till.SHOP, "0.01", "steward"),
                                till.spend(Till.BEA, "events", Till.SHOP, "300.00", "steward", "cook"),
                                till.pay("events", Till.SHOP, "1000.00"))))
                .containsExactly("posted", "limit-exceeded", "posted", "posted");
    }

    @Test
    void nobodySpendsWithoutARoleThatHasALimitForIt() {
        var till = till(limit(new Of.Holder("events", "steward"), "300.00", MONTHLY));

        assertThat(till.ask(
                        NOW,
                        List.of(
                                till.spend(Till.ANN, "events", Till.SHOP, "1.00"),
                                till.spend(Till.ANN, "events", Till.SHOP, "1.00", "cook"),
                                till.spend(Till.ANN, "treasury", Till.SHOP, "1.00", "steward"))))
                .containsOnly("not-permitted");
        till.amend();
        assertThat(till.ask(NOW, till.spend(Till.ANN, "events", Till.SHOP, "1.00", "steward")))
                .isEqualTo("not-permitted");
    }

    @Test
    void whoSpendsIsNotWhoIsPaid() {
        var till = till(limit(new Of.Holder("events", "steward"), "300.00", MONTHLY));

        assertThat(till.ask(NOW, till.spend(Till.ANN, "events", Till.ANN, "1.00", "steward")))
                .isEqualTo("conflict");
    }

    @Test
    void whatIsSpentByARoleCountsForTheAccountToo() {
        var till = till(
                limit(new Of.From("events"), "400.00", MONTHLY),
                limit(new Of.Holder("events", "steward"), "300.00", MONTHLY));

        assertThat(till.ask(
                        NOW,
                        List.of(
                                till.spend(Till.ANN, "events", Till.SHOP, "300.00", "steward"),
                                till.spend(Till.BEA, "events", Till.SHOP, "100.01", "steward"),
                                till.spend(Till.BEA, "events", Till.SHOP, "100.00", "steward"))))
                .containsExactly("posted", "limit-exceeded", "posted");
    }

    @Test
    void whoHasSeveralRolesSpendsByTheOneThatIsWrittenFirst() {
        var till = till(
                limit(new Of.Holder("events", "cook"), "10.00", MONTHLY),
                limit(new Of.Holder("events", "steward"), "300.00", MONTHLY));

        assertThat(till.ask(NOW, till.spend(Till.ANN, "events", Till.SHOP, "10.01", "steward", "cook")))
                .isEqualTo("limit-exceeded");
        assertThat(till.ask(NOW, till.spend(Till.ANN, "events", Till.SHOP, "10.01", "steward")))
                .isEqualTo("posted");
    }

    @Test
    void allProposalsUnderAPolicyHaveALimitTogether() {
        var till = till(limit(new Of.Track("running-costs"), "100.00", MONTHLY));
        var one = till.decided("running-costs");
        var other = till.decided("running-costs");
        var grand = till.decided("grand-plans");

        assertThat(till.ask(
                        NOW,
                        List.of(
                                till.move(Transfer.Code.DECIDED, one, new Leg("treasury", Till.SHOP, "SKR", "60.00")),
                                till.move(Transfer.Code.DECIDED, other, new Leg("events", Till.SHOP, "SKR", "40.01")),
                                till.move(Transfer.Code.DECIDED, other, new Leg("events", Till.SHOP, "SKR", "40.00")),
                                till.move(
                                        Transfer.Code.DECIDED, grand, new Leg("events", Till.SHOP, "SKR", "500.00")))))
                .containsExactly("posted", "limit-exceeded", "posted", "posted");
    }

    @Test
    void aLimitOfNothingLetsNothingThrough() {
        var till = till(new SpendingLimit(TREASURY, "SKR", BigInteger.ZERO, MONTHLY));

        assertThat(till.ask(NOW, till.pay("treasury", Till.SHOP, "0.01"))).isEqualTo("limit-exceeded");
    }
}
