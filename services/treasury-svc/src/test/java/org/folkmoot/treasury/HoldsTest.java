// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is set aside is there to be read, with the name by which it is settled, until its deadline. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HoldsTest extends CalendarTown {
    private static final Duration TERM = Duration.ofDays(2);

    @Inject
    HoldStore holds;

    private Instant start = Instant.EPOCH;

    @BeforeEach
    void begin() {
        start = clock.instant();
        found("", "budgets: { harbour: { from: treasury, amount: \"100.00\", every: P1M } }");
    }

    @Test
    void nothingIsSetAsideAtFirst() {
        town.get("/holds").statusCode(200).body("items", empty()).body("$", not(hasKey("next")));
    }

    @Test
    void whatIsSetAsideSaysHowMuchOfItIsLeft() {
        var decision = Decision.in(town);
        var hold = hold(decision, "150.00", TERM);
        settle(hold, "20.00");

        town.get("/holds")
                .statusCode(200)
                .body("items.hold", contains(hold))
                .body("items[0].from", equalTo("school"))
                .body("items[0].to", equalTo("ice"))
                .body("items[0].asset", equalTo("SKR"))
                .body("items[0].amount", equalTo("150.00"))
                .body("items[0].settled", equalTo("20.00"))
                .body("items[0].left", equalTo("130.00"))
                .body("items[0].cause", equalTo(decision.due(1, "{}").proposal()));
        assertThat(Instant.parse(town.get("/holds").extract().path("items[0].deadline")))
                .isEqualTo(start.plus(TERM));
    }

    @Test
    void whatIsSettledIsNotSetAside() {
        hold(Decision.in(town), "10.00", TERM);
        settle(hold(Decision.in(town), "20.00", TERM), "20.00");

        town.get("/holds").body("items.amount", contains("10.00"));
    }

    @Test
    void whatHasComeToItsDeadlineIsNotSetAside() {
        hold(Decision.in(town), "10.00", TERM);
        var deadline = start.plus(TERM);

        assertThat(at(deadline.minusMillis(1))).hasSize(1);
        assertThat(at(deadline)).isEmpty();
        assertThat(at(deadline.plusMillis(1))).isEmpty();
        clock.pass(TERM);
        town.get("/holds").body("items", empty());
    }

    @Test
    void whatIsFreeSoonestComesFirst() {
        var last = hold(Decision.in(town), "1.00", TERM.plusDays(1));
        var one = hold(Decision.in(town), "2.00", TERM);
        var other = hold(Decision.in(town), "3.00", TERM);
        var both = one.compareTo(other) < 0 ? new String[] {one, other} : new String[] {other, one};

        String after = town.get("/holds?limit=1")
                .body("items.hold", contains(both[0]))
                .extract()
                .path("next");
        after = town.get("/holds?limit=1&after=" + after)
                .body("items.hold", contains(both[1]))
                .extract()
                .path("next");
        town.get("/holds?limit=1&after=" + after)
                .body("items.hold", contains(last))
                .body("$", not(hasKey("next")));
    }

    private List<HoldStore.Kept> at(Instant moment) {
        return holds.page(town.community(), moment, moment, Hash.ZERO, 10);
    }

    private String hold(Decision decision, String amount, Duration term) {
        var action = Decision.with(Decision.transfer("school", "ice", amount), "type", "treasury.hold");
        enact(decision, Decision.with(action, "term", term.toString()));
        return decision.enactment(1);
    }

    private void settle(String hold, String amount) {
        enact(Decision.in(town), Map.of("type", "treasury.settle", "hold", hold, "amount", amount, "free", false));
    }

    private void enact(Decision decision, Map<String, Object> action) {
        var due = decision.due(1, action);
        assertThat(decision.enact(
                        1,
                        new EnactmentDueV1(
                                due.community(),
                                due.proposal(),
                                due.enactment(),
                                due.actionIndex(),
                                due.attempt(),
                                due.action(),
                                start)))
                .isInstanceOf(ActionEnactedV1.class);
    }
}
