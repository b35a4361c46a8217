// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.domain.limiting.Crowns.MONTHLY;
import static org.folkmoot.treasury.domain.limiting.Crowns.NOW;
import static org.folkmoot.treasury.domain.limiting.Crowns.TREASURY;
import static org.folkmoot.treasury.domain.limiting.Crowns.limit;
import static org.folkmoot.treasury.domain.limiting.Crowns.till;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.folkmoot.constitution.SpendingLimit.Of;
import org.folkmoot.constitution.SpendingLimit.Span;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Transfer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What counts under a limit, for whom, and what does not. */
class LimitCountingTest {
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
}
