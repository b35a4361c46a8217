// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;

/** What was set aside is free at its deadline for whoever looks first, before anything else has moved in the ledger. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ExpiredHoldTest extends CalendarTown {
    private static final String BUDGET = "budgets: { harbour: { from: treasury, amount: \"100.00\", every: P1M } }";
    private static final Duration TERM = Duration.ofDays(2);

    @Test
    void aBudgetGivesItBackWithWhatIsLeft() {
        found("", "budgets: { harbour: { from: treasury, amount: \"100.00\", every: P1M, left: return } }");
        begin(YearMonth.of(2027, 2));
        run();
        hold("harbour", "school", "60.00");

        begin(YearMonth.of(2027, 3));
        run();

        assertThat(balance("harbour")).isEqualTo(100_00);
        assertThat(balance("treasury")).isEqualTo(900_00);
        new Audit(database, town.community()).check();
    }

    @Test
    void aBudgetDoesNotShowItAsCommitted() {
        found("", BUDGET);
        begin(YearMonth.of(2027, 2));
        run();
        hold("harbour", "school", "60.00");
        town.get("/budgets").body("items[0].committed", equalTo("60.00")).body("items[0].left", equalTo("40.00"));

        var page = town.get("/ledger").extract().header("ETag");

        clock.pass(TERM);

        given().header("If-None-Match", page)
                .get("/v1/communities/" + town.community() + "/ledger")
                .then()
                .statusCode(200)
                .body("budgets[0].committed", equalTo("0.00"));
        town.get("/budgets").body("items[0].committed", equalTo("0.00")).body("items[0].left", equalTo("100.00"));
    }

    @Test
    void duesAreChargedFromIt() {
        found("", "dues: { membership: { asset: SKR, amount: \"10.00\", every: P1M, to: harbour, who: \"true\" } }");
        assertThat(Decision.in(town).enact(1, Decision.transfer("treasury", member(ANN), "10.00")))
                .isInstanceOf(ActionEnactedV1.class);
        hold(member(ANN), "school", "10.00");

        begin(YearMonth.of(2027, 2));
        run();

        assertThat(balance("harbour")).isEqualTo(10_00);
        assertThat(balance(member(ANN))).isZero();
    }

    @Test
    void demurrageIsTakenFromIt() {
        found("", "demurrage: { SKR: { rate: 1/10, every: P1M, to: harbour, exempt: [treasury] } }");
        hold("school", "ice", "200.00");

        begin(YearMonth.of(2027, 2));
        run();

        assertThat(balance("school")).isEqualTo(180_00);
        assertThat(balance("harbour")).isEqualTo(20_00);
    }

    @Test
    void whatIsDueIsPaidFromIt() {
        found("", BUDGET);
        var place = new EscrowTown(town, database, clock);
        var stream = Decision.in(town);
        var action = Map.<String, Object>of(
                "type",
                "treasury.stream",
                "from",
                "school",
                "to",
                member(ANN),
                "asset",
                "SKR",
                "amount",
                "100.00",
                "lasts",
                "P1D",
                "funded",
                "as-due");
        assertThat(stream.enact(1, action)).isInstanceOf(ActionEnactedV1.class);
        hold("school", "ice", "150.00");

        clock.pass(TERM);

        place.expectOwed(stream.enactment(1), "100.00", "0.00", "100.00");
        place.withdraw(ANN, stream.enactment(1), "a").statusCode(201);
        assertThat(balance(member(ANN))).isEqualTo(100_00);
    }

    @Test
    void itCanBeSpent() {
        found("", BUDGET);
        hold("school", "ice", "150.00");
        town.get("/accounts/school").body("holdings[0].available", equalTo("50.00"));

        clock.pass(TERM);

        town.get("/accounts/school").body("holdings[0].available", equalTo("200.00"));
    }

    private void hold(String from, String to, String amount) {
        var decision = Decision.in(town);
        var action = Map.<String, Object>of(
                "type",
                "treasury.hold",
                "from",
                from,
                "to",
                to,
                "asset",
                "SKR",
                "amount",
                amount,
                "term",
                TERM.toString());
        assertThat(decision.enact(1, at(decision.due(1, action), clock.instant())))
                .isInstanceOf(ActionEnactedV1.class);
    }

    private static EnactmentDueV1 at(EnactmentDueV1 due, Instant at) {
        return new EnactmentDueV1(
                due.community(), due.proposal(), due.enactment(), due.actionIndex(), due.attempt(), due.action(), at);
    }
}
