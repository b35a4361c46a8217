// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.CommitmentReleasedV1;
import org.folkmoot.contracts.CommitmentTakenV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was decided and waits is seen, goes on by itself, and takes nothing with it that it waited for. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WaitingTest {
    private static final String LIMIT = """
            treasury:
              limits:
                - { policy: all, asset: SKR, most: "15.00", every: P1M }
            """;
    private static final Map<String, Object> ACTION = Decision.transfer("treasury", "harbour", "10.00");

    @Inject
    AgroalDataSource database;

    @Inject
    MeterRegistry meters;

    @Inject
    TestClock clock;

    private Town town = Town.planned();
    private Decision decision = Decision.in(town);

    @BeforeEach
    void found() {
        town = Town.found(Town.text() + LIMIT);
        decision = Decision.in(town);
    }

    @AfterEach
    void comeBack() {
        mend();
        clock.comeBack();
    }

    private void mend() {
        sql().update("drop function if exists at_fault() cascade");
        sql().update("drop sequence if exists faults");
    }

    @Test
    void whatWaitsForASubmissionIsSeenUntilThatIsHeardOf() {
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        awaitReasons("submission");
        town.get("/waiting")
                .body("items[0].proposal", equalTo(decision.proposal()))
                .body("items[0].name", equalTo(decision.enactment(1)))
                .body("items[0].step", equalTo("enact"))
                .body("items[0].action", equalTo(0))
                .body("items[0].attempt", equalTo(1))
                .body("items[0].since", notNullValue())
                .body("items[0].tries", equalTo(0))
                .body("items[0].again", nullValue());
        Town.await(() -> assertThat(gauge("submission")).isGreaterThanOrEqualTo(1));

        decision.submitted("all");

        assertThat(decision.answer(1)).isInstanceOf(ActionEnactedV1.class);
        town.get("/waiting").statusCode(200).body("items", empty());
    }

    @Test
    void whatWaitsForAFoundingIsSeenBeforeAnythingElseIsKnown() {
        var later = Town.planned();
        later.get("/waiting").statusCode(404);
        News.tell(Topics.PROPOSALS, Decision.in(later).due(1, ACTION));

        Town.await(() -> later.get("/waiting").statusCode(200).body("items.reason", equalTo(List.of("community"))));
    }

    @Test
    void whatWaitsIsSeenPageByPage() {
        for (int i = 0; i < 3; i++)
            News.tell(Topics.PROPOSALS, Decision.in(town).due(1, ACTION));
        awaitReasons("submission", "submission", "submission");

        var first = town.get("/waiting?limit=2").statusCode(200).body("items", hasSize(2));
        town.get("/waiting?limit=2&after=" + first.extract().path("next"))
                .statusCode(200)
                .body("items", hasSize(1))
                .body("next", nullValue());
        town.get("/waiting?after=bm9uZQ").statusCode(400);
    }

    @Test
    void whatComesAfterSomethingThatWaitsTakesItsTurn() {
        News.tell(Topics.PROPOSALS, decision.commitment(ACTION));
        News.await(town.community().hex(), CommitmentTakenV1.class, 1);
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        News.tell(Topics.PROPOSALS, released());
        awaitReasons("submission", "turn");

        decision.submitted("all");

        assertThat(decision.answer(1)).isInstanceOf(ActionEnactedV1.class);
        awaitReasons();
        town.expectBalance("treasury", "990.00");
        town.get("/accounts/treasury").body("holdings[0].available", equalTo("990.00"));
    }

    @Test
    void aFaultLeavesTheSubmissionAndWhatElseWaits() {
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        awaitReasons("submission");
        atFault("transfer", "insert", "new.cause = '\\x%s'", "raise exception 'out of order'");

        decision.submitted("all");
        Town.await(() -> town.get("/waiting")
                .body("items.reason", equalTo(List.of("fault")))
                .body("items[0].tries", greaterThanOrEqualTo(2))
                .body("items[0].again", notNullValue()));

        var other = Decision.in(town).submitted("all").enact(1, Decision.transfer("treasury", "ice", "1.00"));
        assertThat(other).isInstanceOf(ActionEnactedV1.class);
        assertThat(policies()).containsExactly("all");
        mend();
        clock.pass(Duration.ofHours(2)); // whatever pause it was left with is over
        expectEnactedOnce("989.00");
    }

    @Test
    void whatIsAtFaultTheFirstTimeIsKeptAndTriedAgain() {
        decision.submitted("all");
        Town.await(() -> assertThat(policies()).containsExactly("all"));
        atFault("transfer", "insert", "new.cause = '\\x%s'", "raise exception 'out of order'");

        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        News.tell(Topics.PROPOSALS, decision.due(2, Decision.transfer("treasury", "ice", "1.00")));

        Town.await(() -> town.get("/waiting")
                .body("items.reason", equalTo(List.of("fault", "turn")))
                .body("items[0].tries", greaterThanOrEqualTo(1)));
        mend();
        clock.pass(Duration.ofHours(2)); // whatever pause it was left with is over
        expectEnactedOnce("989.00");
    }

    @ParameterizedTest
    @CsvSource({"transfer, insert, new.cause = '\\x%s'", "waiting_decision, delete, old.proposal = '%s'"})
    void aConnectionThatDiesInBetweenLeavesItWhereItWas(String table, String event, String of) {
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        awaitReasons("submission");
        atFault(table, event, of, "perform pg_terminate_backend(pg_backend_pid()); perform pg_sleep(5)");

        decision.submitted("all");
        Town.await(() -> assertThat(faults()).isGreaterThanOrEqualTo(2));
        awaitReasons("submission");
        Town.await(() -> town.expectBalance("treasury", "1000.00"));

        mend();
        expectEnactedOnce("990.00");
        assertThat(policies()).containsExactly("all");
    }

    private void expectEnactedOnce(String left) {
        assertThat(decision.answer(1)).isInstanceOf(ActionEnactedV1.class);
        awaitReasons();
        town.expectBalance("treasury", left);
        assertThat(News.about(town.community().hex(), EnactmentEvent.class).stream()
                        .filter(answer -> answer.enactment().equals(decision.enactment(1))))
                .hasSize(1);
        new Audit(database, town.community()).check();
    }

    /** Whatever is done for the proposal fails from now on; how often is counted beside the transactions. */
    private void atFault(String table, String event, String of, String how) {
        sql().update("create sequence faults");
        sql().update("""
                create function at_fault() returns trigger language plpgsql as $$
                begin
                    perform nextval('faults');
                    %s;
                    return null;
                end $$""".formatted(how));
        sql().update("create trigger at_fault after %s on %s for each row when (%s) execute function at_fault()"
                .formatted(event, table, of.formatted(decision.proposal())));
    }

    private long faults() {
        return sql().first("select case when is_called then last_value else 0 end from faults", row -> row.getLong(1))
                .orElseThrow();
    }

    private List<String> policies() {
        return sql().all(
                        "select policy from proposal_policy where encode(proposal, 'hex') = ?",
                        row -> row.getString(1),
                        decision.proposal());
    }

    private void awaitReasons(String... reasons) {
        Town.await(() -> town.get("/waiting").statusCode(200).body("items.reason", equalTo(List.of(reasons))));
    }

    private long gauge(String reason) {
        return (long) meters.get("folkmoot.treasury.waiting")
                .tag("reason", reason)
                .gauge()
                .value();
    }

    private CommitmentReleasedV1 released() {
        return new CommitmentReleasedV1(
                town.community().hex(),
                decision.proposal(),
                decision.commitment(),
                Decision.listed(ACTION),
                "expired",
                Town.NOW);
    }

    private Sql sql() {
        return new Sql(database);
    }
}
