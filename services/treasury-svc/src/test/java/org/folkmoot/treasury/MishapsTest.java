// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
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

/** What waits and is not what it should be, or cannot be read, or meets others, keeps nothing back for good. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class MishapsTest {
    private static final String LIMIT = """
            treasury:
              limits:
                - { policy: all, asset: SKR, most: "15.00", every: P1M }
            """;
    private static final Map<String, Object> ACTION = Decision.transfer("treasury", "harbour", "10.00");
    private static final Map<String, Object> OTHER = Decision.transfer("treasury", "ice", "5.00");
    private static final Map<String, Object> NONSENSE = Map.of("type", "treasury.pause", "whatever", "it is");
    private static final Map<String, Object> NONSENSE_TO_SET_ASIDE =
            Map.of("type", "treasury.burn", "whatever", "it is");

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
        sql().update(
                        "delete from waiting_decision where community = ?",
                        town.community().hex());
        clock.comeBack();
    }

    @Test
    void whatIsForgedIsRefusedInItsTurnAndWhatWasDecidedIsDone() {
        setAside();
        News.tell(Topics.PROPOSALS, decision.due(1, OTHER));
        awaitReasons("submission");
        changeEvent(decision.enactment(1), decision.enactment(2));
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        News.tell(Topics.PROPOSALS, released());
        awaitReasons("submission", "submission", "turn");

        decision.submitted("all");

        assertThat(decision.answer(1)).isInstanceOf(ActionEnactedV1.class);
        awaitReasons("refused");
        town.get("/waiting")
                .body("items[0].name", equalTo(decision.enactment(1)))
                .body("items[0].detail", equalTo("not the name of the enactment: " + decision.enactment(2)))
                .body("items[0].again", nullValue());
        expectAvailable("990.00");
        Town.await(() -> assertThat(gauge("refused")).isGreaterThanOrEqualTo(1));
    }

    @Test
    void whatWasRefusedIsTriedAgainIfAnOperatorSaysSo() {
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        awaitReasons("submission");
        changeEvent(decision.enactment(1), decision.enactment(2));
        decision.submitted("all");
        awaitReasons("refused");
        changeEvent(decision.enactment(2), decision.enactment(1));

        sql().update(
                        "update waiting_decision set mishap = '', next_try = now() where mishap = 'refused' and name = ?",
                        decision.enactment(1));

        assertThat(decision.answer(1)).isInstanceOf(ActionEnactedV1.class);
        awaitReasons();
    }

    @Test
    void whatHasWordsOfAnotherVersionKeepsBackItsOwnProposalAloneUntilItIsUnderstood() {
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        awaitReasons("submission");
        changeEvent("amount", "amounts");
        var later = Decision.in(town);
        News.tell(Topics.PROPOSALS, later.due(1, OTHER));
        News.tell(Topics.PROPOSALS, released());
        awaitReasons("submission", "submission", "turn");

        decision.submitted("all");
        later.submitted("all");

        assertThat(later.answer(1)).isInstanceOf(ActionEnactedV1.class);
        awaitReasons("unreadable", "turn");
        town.get("/waiting").body("items[0].again", notNullValue()).body("items[0].detail", nullValue());
        changeEvent("amounts", "amount");
        clock.pass(Duration.ofHours(2));
        assertThat(decision.answer(1)).isInstanceOf(ActionEnactedV1.class);
        awaitReasons();
    }

    @Test
    void anActionThatThisVersionDoesNotHaveIsUnreadable() {
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        awaitReasons("submission");
        changeEvent("treasury.transfer", "treasury.teleport");

        decision.submitted("all");

        awaitReasons("unreadable");
    }

    @Test
    void whatIsNoActionIsSetAsideBeforeItWaits() {
        News.tell(Topics.PROPOSALS, decision.due(1, NONSENSE));
        News.tell(Topics.PROPOSALS, decision.commitment(NONSENSE_TO_SET_ASIDE));

        News.awaitDead(Topics.PROPOSALS, decision.enactment(1));
        News.awaitDead(Topics.PROPOSALS, decision.commitment());
        town.get("/waiting").statusCode(200).body("items", empty());
    }

    @Test
    void ofTwoTextsUnderOneNameTheFirstIsDoneAndTheOtherRefused() {
        setAside();
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        awaitReasons("submission");
        News.tell(Topics.PROPOSALS, decision.due(1, OTHER));
        News.tell(Topics.PROPOSALS, released());
        awaitReasons("submission", "submission", "turn");

        decision.submitted("all");

        assertThat(decision.answer(1)).isInstanceOf(ActionEnactedV1.class);
        awaitReasons("refused");
        town.get("/waiting").body("items[0].detail", containsString("is known with another"));
        assertThat(News.about(town.community().hex(), EnactmentEvent.class)).hasSize(1);
        expectAvailable("990.00");
    }

    @Test
    void theSameTextTwiceWaitsOnce() {
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        News.tell(Topics.PROPOSALS, Decision.in(town).due(1, OTHER));

        awaitReasons("submission", "submission");
        town.get("/waiting?proposal=" + decision.proposal()).statusCode(200).body("items", hasSize(1));
        town.get("/waiting?proposal=" + town.community()).statusCode(200).body("items", empty());
        town.get("/waiting?proposal=none").statusCode(400);
    }

    @Test
    void whatCannotBeReadKeepsBackItsOwnProposalAlone() {
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        awaitReasons("submission");
        var later = Decision.in(town);
        News.tell(Topics.PROPOSALS, later.due(1, OTHER));
        awaitReasons("submission", "submission");
        changeType("proposals.enactment-due.v1", "proposals.enactment-due.v9");

        decision.submitted("all");
        later.submitted("all");

        assertThat(later.answer(1)).isInstanceOf(ActionEnactedV1.class);
        Town.await(() -> town.get("/waiting")
                .statusCode(200)
                .body("items.reason", equalTo(List.of("unreadable")))
                .body("items[0].proposal", equalTo(decision.proposal()))
                .body("items[0].name", equalTo(decision.enactment(1)))
                .body("items[0].step", equalTo("enact"))
                .body("items[0].action", nullValue())
                .body("items[0].tries", greaterThanOrEqualTo(1))
                .body("items[0].again", notNullValue()));
        Town.await(() -> assertThat(gauge("unreadable")).isGreaterThanOrEqualTo(1));

        changeType("proposals.enactment-due.v9", "proposals.enactment-due.v1"); // as the next version reads it
        clock.pass(Duration.ofHours(2));
        assertThat(decision.answer(1)).isInstanceOf(ActionEnactedV1.class);
        awaitReasons();
    }

    @Test
    void whoeverMeetsOthersComesBackAfterAPauseThatGrows() {
        News.tell(Topics.PROPOSALS, decision.due(1, ACTION));
        awaitReasons("submission");
        comeSoFar(4);
        sql().update("""
                create function in_the_way() returns trigger language plpgsql as $$
                begin
                    raise exception 'in the way' using errcode = '40001';
                end $$""");
        sql().update("create trigger in_the_way before delete on waiting_decision for each row when (old.proposal = '"
                + decision.proposal() + "') execute function in_the_way()");

        var earliest = clock.instant();
        decision.submitted("all");

        for (int times = 5; times <= 8; times++) {
            awaitSetbacks(times);
            var pause = Duration.ofSeconds(Math.min(64, 1L << (times - 1)));
            assertThat(again())
                    .isBetween(
                            earliest.plus(pause),
                            clock.instant().plus(pause.multipliedBy(6).dividedBy(5)));
            town.get("/waiting")
                    .body("items.reason", hasItem("contention"))
                    .body("items[0].tries", equalTo(0))
                    .body("items[0].again", notNullValue());
            earliest = clock.instant().plusSeconds(80);
            clock.pass(Duration.ofSeconds(80));
        }
        mend();
        clock.pass(Duration.ofSeconds(80));
        assertThat(decision.answer(1)).isInstanceOf(ActionEnactedV1.class);
        awaitReasons();
    }

    private void setAside() {
        News.tell(Topics.PROPOSALS, decision.commitment(ACTION));
        News.await(town.community().hex(), CommitmentTakenV1.class, 1);
        town.get("/accounts/treasury").body("holdings[0].available", equalTo("990.00"));
    }

    private void expectAvailable(String amount) {
        town.expectBalance("treasury", amount);
        town.get("/accounts/treasury").body("holdings[0].available", equalTo(amount));
        new Audit(database, town.community()).check();
    }

    private void changeType(String from, String to) {
        sql().update(
                        "update waiting_decision set type = ? where type = ? and proposal = ?",
                        to,
                        from,
                        decision.proposal());
    }

    private void changeEvent(String from, String to) {
        sql().update(
                        "update waiting_decision set event = replace(event, ?, ?) where proposal = ? and turn = 1",
                        from,
                        to,
                        decision.proposal());
    }

    /** It met others so often already: the next pauses are so long that nothing here is slower. */
    private void comeSoFar(int setbacks) {
        // Whoever looks at it for the first time says when it is looked at again, and that nobody was in the way.
        Town.await(() -> assertThat(again()).isAfter(since()));
        sql().update("update waiting_decision set setbacks = ? where proposal = ?", setbacks, decision.proposal());
    }

    private void awaitSetbacks(int times) {
        Town.await(() -> assertThat(sql().first(
                                "select setbacks from waiting_decision where proposal = ?",
                                row -> row.getInt(1),
                                decision.proposal()))
                .hasValue(times));
    }

    private Instant again() {
        return moment("next_try");
    }

    private Instant since() {
        return moment("since");
    }

    private Instant moment(String column) {
        return sql().first(
                        "select " + column + " from waiting_decision where proposal = ?",
                        row -> Sql.instant(row, 1),
                        decision.proposal())
                .orElseThrow();
    }

    private void mend() {
        sql().update("drop function if exists in_the_way() cascade");
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

    private void awaitReasons(String... reasons) {
        Town.await(() -> town.get("/waiting").statusCode(200).body("items.reason", equalTo(List.of(reasons))));
    }

    private long gauge(String reason) {
        return (long) meters.get("folkmoot.treasury.waiting")
                .tag("reason", reason)
                .gauge()
                .value();
    }

    private Sql sql() {
        return new Sql(database);
    }
}
