// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.testkit.Backends;
import org.folkmoot.treasury.scheduling.WatchCalendars;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Before an income is issued all who get it are counted: three at a step here, ten members, so the fourth step is the last. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class IncomeCountTest extends CalendarTown {
    private static final int WITHOUT_THE_LEDGER = 3;

    @Inject
    WatchCalendars watch;

    @BeforeEach
    void found() {
        found(
                ", per: { every: P1M, most: \"200.00\" }",
                "income: { basic: { asset: SKR, amount: \"20.00\", every: P1M, who: \"member.since <= roll.at\" } }");
        join(Town.NOW.plusSeconds(1));
        begin(YearMonth.of(2027, 2));
    }

    @Test
    void whileItIsCountedNobodyWaitsForTheLedger() throws Exception {
        try (var held = HeldLedger.of(town, database)) {
            count(WITHOUT_THE_LEDGER);
            assertThat(count("calendar_turn where community = ? and state = 'running' and promised = 0"))
                    .isOne();
            var last = CompletableFuture.runAsync(() -> runCalendar.step(town.community()));
            assertThat(last).failsWithin(500, TimeUnit.MILLISECONDS);
            held.close();
            last.get(30, TimeUnit.SECONDS);
        }

        assertThat(promised()).isEqualTo(20_000 - 3 * 2_000);
        run();
        assertThat(balance("issuance/SKR")).isEqualTo(-120_000 - 20_000);
        new Audit(database, town.community()).check();
    }

    @Test
    void whoLeavesWhileItIsCountedGetsItAndIsCounted() throws Exception {
        count(2);
        for (int i = 0; i < OTHERS.size(); i++)
            leave(OTHERS.get(i), 3 + i, clock.instant().plusMillis(1 + i));
        count(1);

        run();

        for (var person : OTHERS) assertThat(balance(member(person))).isEqualTo(2_000);
        assertThat(balance("issuance/SKR")).isEqualTo(-120_000 - 20_000);
    }

    @Test
    void whatIsIssuedWhileItIsCountedLeavesNoRoom() throws Exception {
        count(WITHOUT_THE_LEDGER);
        assertThat(issue("0.01")).isEqualTo("enacted");

        run();

        town.get("/schedules")
                .body("items[0].last.state", equalTo("refused"))
                .body("items[0].last.reason", equalTo("period-cap-exceeded"));
        assertThat(balance(member(ANN))).isZero();
    }

    @Test
    void onceItIsPromisedNobodyElseIssuesIt() throws Exception {
        count(WITHOUT_THE_LEDGER + 1);
        assertThat(issue("0.01")).isEqualTo("period-cap-exceeded");

        run();

        assertThat(balance("issuance/SKR")).isEqualTo(-120_000 - 20_000);
    }

    @Test
    void whoIsKilledWhileCountingGoesOnFromThere() {
        runInterrupted();

        assertThat(balance("issuance/SKR")).isEqualTo(-120_000 - 20_000);
        for (var person : OTHERS) assertThat(balance(member(person))).isEqualTo(2_000);
        new Audit(database, town.community()).check();
    }

    @Test
    void whoHasALongWayToGoKeepsNoOtherCommunityWaiting() {
        var first = town;
        travel(); // so that it is founded before the month begins, too
        found();

        watch.look();

        var here = emitted(first);
        var there = emitted(town);
        assertThat(List.of(here.size(), there.size())).isEqualTo(List.of(10, 10));
        assertThat(here.getFirst()).isLessThan(there.getLast());
        assertThat(there.getFirst()).isLessThan(here.getLast());
    }

    /** The places of what was issued, in order. */
    private List<Long> emitted(Town of) {
        return new Sql(database)
                .all(
                        "select block from transfer t join ledger l on l.no = t.ledger where l.community = ? and code = 'emitted' order by block",
                        row -> row.getLong(1),
                        of.community().hex());
    }

    private void count(int steps) throws Exception {
        for (int i = 0; i < steps; i++)
            assertThat(CompletableFuture.supplyAsync(() -> runCalendar.step(town.community()))
                            .get(30, TimeUnit.SECONDS))
                    .isTrue();
    }

    private long promised() {
        return new Sql(database)
                .first(
                        "select promised from calendar_turn where community = ? and state = 'running'",
                        row -> row.getLong(1),
                        town.community().hex())
                .orElseThrow();
    }

    private String issue(String amount) {
        var answer = Decision.in(town)
                .enact(1, Map.of("type", "treasury.issue", "to", "harbour", "asset", "SKR", "amount", amount));
        return answer instanceof ActionFailedV1 failed ? failed.reason() : "enacted";
    }
}
