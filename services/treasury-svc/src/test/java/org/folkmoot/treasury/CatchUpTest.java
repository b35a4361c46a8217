// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was missed is what it would have been in time: every period goes by what those before it left. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CatchUpTest extends CalendarTown {
    private static final String HALF = "demurrage: { SKR: { rate: 1/2, every: P1D, to: school, exempt: [treasury] } }";
    private static final Instant FIRST = Instant.parse("2027-01-15T23:00:00Z");

    @ParameterizedTest
    @CsvSource({"PT-10S, 10000", "PT0S, 5000", "PT23H59M50S, 5000", "PT24H, 2500", "PT48H, 1250", "PT72H, 625"})
    void whatDecayedInAnEarlierPeriodDoesNotDecayAgain(Duration late, long left) {
        found("", HALF);
        Decision.in(town).enact(1, Decision.transfer("treasury", "harbour", "100.00"));
        clock.reach(FIRST.plus(late));

        run();

        assertThat(balance("harbour")).isEqualTo(left);
        assertThat(balance("school")).isEqualTo(20_000 + 10_000 - left);
        new Audit(database, town.community()).check();
    }

    @ParameterizedTest
    @CsvSource({"PT0S, 2000", "PT24H, 3000", "PT48H, 3500", "PT72H, 3750"})
    void anIncomeOfAnEarlierPeriodDecays(Duration late, long has) {
        found("", HALF + ", income: { basic: { asset: SKR, amount: \"20.00\", every: P1D } }");
        clock.reach(FIRST.plus(late));

        run();

        assertThat(balance(member(ANN))).isEqualTo(has);
        new Audit(database, town.community()).check();
    }

    @Test
    void whatIsPaidMeanwhileCountsFromTheNextPeriodOnThatStarts() {
        found("", HALF);
        clock.reach(FIRST.plus(Duration.ofHours(1)));
        Decision.in(town).enact(1, Decision.transfer("treasury", "harbour", "100.00"));
        clock.reach(FIRST.plus(Duration.ofHours(49)));

        run();

        assertThat(balance("harbour")).isEqualTo(2_500);
    }

    @Test
    void whatIsCaughtUpIsWhatWasDoneInTime() {
        var rules = """
                demurrage: { SKR: { rate: 1/3, every: P1D, to: school, exempt: [treasury] } },
                income: { basic: { asset: SKR, amount: "20.00", every: P1D } },
                dues: { fee: { asset: SKR, amount: "5.00", every: P1D, to: ice, who: "balance('SKR') >= amount('25.00', 'SKR')" } },
                budgets: { harbour: { from: treasury, amount: "10.00", every: P2D, left: return } }""".replace('\n', ' ');
        found("", rules);
        join(Town.NOW.plusSeconds(1));
        for (int day = 0; day < 6; day++) {
            clock.reach(FIRST.plus(Duration.ofDays(day)));
            run();
        }
        var inTime = balances();

        travel();
        found("", rules);
        join(Town.NOW.plusSeconds(1));
        clock.reach(FIRST.plus(Duration.ofDays(5)));
        run();

        assertThat(balances()).isEqualTo(inTime);
        assertThat(balance("ice")).isPositive();
        new Audit(database, town.community()).check();
    }

    /** Who gets 20.00 a day and owes 30.00 pays every other day, and two days are owed at most. */
    @Test
    void whatIsOwedIsAskedForWithEveryPeriodThatIsCaughtUp() {
        var rules = """
                income: { basic: { asset: SKR, amount: "20.00", every: P1D } },
                dues: { fee: { asset: SKR, amount: "30.00", every: P1D, to: ice, most: 2 } }""".replace('\n', ' ');
        found("", rules);
        for (int day = 0; day < 7; day++) {
            clock.reach(FIRST.plus(Duration.ofDays(day)));
            run();
        }
        var inTime = charged();

        travel();
        found("", rules);
        clock.reach(FIRST.plus(Duration.ofDays(6)));
        run();

        assertThat(inTime)
                .containsExactly("01-16 paid", "01-17 paid", "01-18 paid", "01-19 paid", "01-20 owed", "01-21 owed");
        assertThat(charged()).isEqualTo(inTime);
        new Audit(database, town.community()).check();
    }

    private List<String> charged() {
        return new Sql(database)
                .all(
                        "select to_char(day, 'MM-DD'), paid_at is not null from due where community = ? order by day",
                        row -> row.getString(1) + (row.getBoolean(2) ? " paid" : " owed"),
                        town.community().hex());
    }

    private List<Long> balances() {
        return Stream.of("treasury", "school", "harbour", "ice", "issuance/SKR", member(ANN), member(OTHERS.getFirst()))
                .map(this::balance)
                .toList();
    }
}
