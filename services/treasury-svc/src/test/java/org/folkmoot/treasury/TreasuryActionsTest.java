// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every action of the treasury that a proposal can carry is enacted as it says, or answered with the reason. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TreasuryActionsTest {
    @Inject
    AgroalDataSource database;

    private Town town = Town.planned();

    @BeforeEach
    void found() {
        town = Town.found();
    }

    @Test
    void aTransactionMovesAllOfItsLegsOrNone() {
        var legs = List.of(leg("treasury", "harbour", "100.00"), leg("harbour", "school", "40.00"));

        assertThat(enact(Map.of("type", "treasury.transaction", "legs", legs))).isEqualTo("enacted");
        assertThat(enact(Map.of(
                        "type",
                        "treasury.transaction",
                        "legs",
                        List.of(leg("treasury", "harbour", "1.00"), leg("ice", "school", "0.01")))))
                .isEqualTo("insufficient-funds");

        town.expectBalance("treasury", "900.00");
        town.expectBalance("harbour", "60.00");
        town.expectBalance("school", "240.00");
        new Audit(database, town.community()).check();
    }

    @Test
    void whatIsIssuedAndBurnedStaysUnderTheCap() {
        assertThat(enact(issue("300.01"))).isEqualTo("insufficient-funds");
        assertThat(enact(issue("300.00"))).isEqualTo("enacted");
        assertThat(enact(issue("0.01"))).isEqualTo("insufficient-funds");
        assertThat(enact(Map.of("type", "treasury.burn", "from", "harbour", "asset", "SKR", "amount", "50.00")))
                .isEqualTo("enacted");
        assertThat(enact(issue("50.00"))).isEqualTo("enacted");

        town.expectBalance("harbour", "300.00");
        town.expectBalance("issuance/SKR", "-1500.00");
    }

    @Test
    void aHoldIsSettledInPartAndReleased() {
        var decision = Decision.in(town);
        var hold = Decision.with(
                Decision.with(Decision.transfer("treasury", "harbour", "700.00"), "type", "treasury.hold"),
                "term",
                "P36500D");
        decision.enact(1, hold);
        var id = decision.enactment(1);

        assertThat(enact(Decision.transfer("treasury", "school", "300.01"))).isEqualTo("insufficient-funds");
        assertThat(enact(Map.of("type", "treasury.settle", "hold", id, "amount", "200.00", "free", false)))
                .isEqualTo("enacted");
        assertThat(enact(Map.of("type", "treasury.release", "hold", id))).isEqualTo("enacted");
        assertThat(enact(Map.of("type", "treasury.settle", "hold", id))).isEqualTo("hold-ended");
        assertThat(enact(Decision.transfer("treasury", "school", "800.00"))).isEqualTo("enacted");

        town.expectBalance("harbour", "200.00");
        new Audit(database, town.community()).check();
    }

    @Test
    void aTransferIsReversedOnce() {
        var decision = Decision.in(town);
        decision.enact(1, Decision.transfer("treasury", "harbour", "10.00"));
        var reverse = Map.<String, Object>of("type", "treasury.reverse", "transfer", decision.enactment(1));

        assertThat(enact(reverse)).isEqualTo("enacted");
        assertThat(enact(reverse)).isEqualTo("already-reversed");

        town.expectBalance("treasury", "1000.00");
        town.expectBalance("harbour", "0.00");
        new Audit(database, town.community()).check();
    }

    @Test
    void partsOfAReversalAreNoMoreThanTheWhole() {
        var decision = Decision.in(town);
        decision.enact(1, Decision.transfer("treasury", "harbour", "10.00"));
        var reverse = Map.<String, Object>of("type", "treasury.reverse", "transfer", decision.enactment(1));

        assertThat(enact(Decision.with(reverse, "amount", "4.00"))).isEqualTo("enacted");
        assertThat(enact(Decision.with(reverse, "amount", "6.01"))).isEqualTo("reversal-exceeded");
        assertThat(enact(Decision.with(reverse, "amount", "5.99"))).isEqualTo("enacted");
        town.expectBalance("harbour", "0.01");
        assertThat(enact(reverse)).isEqualTo("enacted");
        assertThat(enact(Decision.with(reverse, "amount", "0.01"))).isEqualTo("already-reversed");

        town.expectBalance("treasury", "1000.00");
        town.expectBalance("harbour", "0.00");
        new Audit(database, town.community()).check();
    }

    @Test
    void aFrozenAccountDoesNotMoveUntilItIsOpenedAgain() {
        var account = Map.of("account", "harbour", "asset", "SKR");

        assertThat(enact(Decision.with(Map.copyOf(account), "type", "treasury.freeze")))
                .isEqualTo("enacted");
        assertThat(enact(Decision.transfer("treasury", "harbour", "1.00"))).isEqualTo("account-not-open");
        assertThat(enact(Decision.with(Map.copyOf(account), "type", "treasury.unfreeze")))
                .isEqualTo("enacted");
        assertThat(enact(Decision.transfer("treasury", "harbour", "1.00"))).isEqualTo("enacted");
        new Audit(database, town.community()).check();
    }

    private String enact(Map<String, Object> action) {
        EnactmentEvent answer = Decision.in(town).enact(1, action);
        return answer instanceof ActionFailedV1 failed ? failed.reason() : "enacted";
    }

    private static Map<String, Object> issue(String amount) {
        return Map.of("type", "treasury.issue", "to", "harbour", "asset", "SKR", "amount", amount);
    }

    private static Map<String, Object> leg(String from, String to, String amount) {
        return Map.of("from", from, "to", to, "asset", "SKR", "amount", amount);
    }
}
