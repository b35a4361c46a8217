// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.EscrowTown.BEA;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is done about escrows that are there goes together with what else is decided: all or nothing, and once. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ChangesTogetherTest {
    @Inject
    AgroalDataSource database;

    @Inject
    TestClock clock;

    private EscrowTown place;
    private Decision decision;
    private String stream = "";
    private String grant = "";
    private String bounty = "";

    @BeforeEach
    void found() {
        place = EscrowTown.found(database, clock);
        decision = Decision.in(place.town());
        stream = place.decide(place.stream("100.00"));
        grant = place.decide(Decision.with(place.grant(), "to", "harbour"));
        bounty = place.decide(place.bounty(1));
    }

    @Test
    void allIsDoneTogetherAndOnce() {
        var due = decision.together(
                1,
                List.of(
                        change("pause", stream),
                        Decision.with(change("tranche", grant), "number", 1),
                        Decision.transfer("harbour", "school", "10.00"),
                        Decision.with(change("award", bounty), "to", place.account(BEA)),
                        change("cancel", grant)));

        assertThat(decision.enact(1, due)).isInstanceOf(ActionEnactedV1.class);
        expectTheSameAnswerAgain(due);

        place.show(stream).body("state", equalTo("paused"));
        place.show(bounty).body("state", equalTo("ended"));
        place.show(grant).body("state", equalTo("cancelled")).body("released", equalTo("10.00"));
        place.town().expectBalance("harbour", "0.00");
        place.town().expectBalance("school", "210.00");
        place.town().expectBalance(place.account(BEA), "50.00");
        place.town().expectBalance("treasury", "840.00");
        place.town().get("/escrows/" + grant + "/steps").body("items.what", contains("cancel", "release"));
        place.audit();
    }

    @Test
    void eachStandsAsTheOneBeforeLeavesItAndNothingNeedsToMove() {
        var still = decision.together(
                1, List.of(change("pause", stream), change("resume", stream), change("pause", stream)));
        assertThat(decision.enact(1, still)).isInstanceOf(ActionEnactedV1.class);
        expectTheSameAnswerAgain(still);

        place.show(stream).body("state", equalTo("paused"));
        place.town().get("/escrows/" + stream + "/steps").body("items.what", contains("pause", "resume", "pause"));
        place.audit();
    }

    @Test
    void noneIsDoneIfOneOfThemCannotBe() {
        var due = decision.together(
                1,
                List.of(
                        change("cancel", grant),
                        Decision.transfer("treasury", "school", "1.00"),
                        change("pause", stream),
                        change("pause", stream)));

        var failed = (ActionFailedV1) decision.enact(1, due);

        assertThat(failed.reason()).isEqualTo("state-unchanged");
        assertThat(failed.detail()).startsWith("Action 3: ");
        assertThat(place.outcome("treasury.pause", Map.of("escrow", stream))).isEqualTo("enacted");
        assertThat(place.outcome("treasury.resume", Map.of("escrow", stream))).isEqualTo("enacted");
        expectTheSameAnswerAgain(due);
        expectNothingMoved();
    }

    @Test
    void noneIsDoneIfTheLedgerRefusesAnother() {
        var due =
                decision.together(1, List.of(change("cancel", stream), Decision.transfer("harbour", "school", "0.01")));

        var failed = (ActionFailedV1) decision.enact(1, due);

        assertThat(failed.reason()).isEqualTo("insufficient-funds");
        assertThat(failed.detail()).startsWith("Action 1: ");
        expectTheSameAnswerAgain(due);
        expectNothingMoved();
    }

    @Test
    void noneIsDoneIfTheLedgerRefusesWhatAnEscrowGivesBack() {
        var freeze = Map.<String, Object>of("type", "treasury.freeze", "account", "treasury", "asset", "SKR");
        assertThat(place.outcome(freeze)).isEqualTo("enacted");
        var due =
                decision.together(1, List.of(Decision.transfer("school", "harbour", "1.00"), change("cancel", stream)));

        var failed = (ActionFailedV1) decision.enact(1, due);

        assertThat(failed.reason()).isEqualTo("account-not-open");
        assertThat(failed.detail()).startsWith("Action 1: ");
        assertThat(place.outcome(Decision.with(freeze, "type", "treasury.unfreeze")))
                .isEqualTo("enacted");
        expectTheSameAnswerAgain(due);
        expectNothingMoved();
    }

    @Test
    void whatIsNotThereIsInTheWay() {
        var due = decision.together(
                1, List.of(Decision.transfer("treasury", "school", "1.00"), change("pause", "ab".repeat(32))));

        assertThat(((ActionFailedV1) decision.enact(1, due)).reason()).isEqualTo("escrow-unknown");
        expectTheSameAnswerAgain(due);
        expectNothingMoved();
    }

    private void expectTheSameAnswerAgain(EnactmentDueV1 due) {
        var first = decision.answer(1);
        News.tell(Topics.PROPOSALS, due);
        Town.await(() -> assertThat(answers()).hasSize(2));
        assertThat(answers()).containsOnly(first);
    }

    private List<EnactmentEvent> answers() {
        return News.about(place.town().community().hex(), EnactmentEvent.class).stream()
                .filter(answer -> answer.enactment().equals(decision.enactment(1)))
                .toList();
    }

    private void expectNothingMoved() {
        place.show(stream).body("state", equalTo("open"));
        place.show(grant).body("state", equalTo("open"));
        place.town().get("/escrows/" + grant + "/steps").body("items", empty());
        place.town().expectBalance("treasury", "790.00");
        place.town().expectBalance("school", "200.00");
        place.town().expectBalance("harbour", "0.00");
        place.audit();
    }

    private static Map<String, Object> change(String what, String escrow) {
        return Map.of("type", "treasury." + what, "escrow", escrow);
    }
}
