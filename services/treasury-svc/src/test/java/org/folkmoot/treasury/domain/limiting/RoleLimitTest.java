// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.domain.limiting.Crowns.MONTHLY;
import static org.folkmoot.treasury.domain.limiting.Crowns.NOW;
import static org.folkmoot.treasury.domain.limiting.Crowns.TREASURY;
import static org.folkmoot.treasury.domain.limiting.Crowns.limit;
import static org.folkmoot.treasury.domain.limiting.Crowns.till;

import java.math.BigInteger;
import java.time.Period;
import java.util.List;
import org.folkmoot.constitution.SpendingLimit;
import org.folkmoot.constitution.SpendingLimit.Of;
import org.folkmoot.constitution.SpendingLimit.Span;
import org.folkmoot.treasury.domain.Leg;
import org.folkmoot.treasury.domain.Transfer;
import org.junit.jupiter.api.Test;

/** Whoever has a role spends within its limit, and what is decided under a policy within the policy's. */
class RoleLimitTest {
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
