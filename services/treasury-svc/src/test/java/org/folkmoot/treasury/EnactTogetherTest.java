// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.Decision.transfer;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is due together is done in one transaction or not at all, and answered once. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class EnactTogetherTest {
    private static final int OPENING_BALANCES = 3;
    private static final Map<String, Object> ROLE =
            Map.of("type", "role.grant", "member", "ab".repeat(32), "role", "clerk");

    private Town town;
    private Decision decision;

    @BeforeEach
    void found() {
        town = Town.found();
        decision = Decision.in(town);
    }

    @Test
    void allOfItMovesAndIsAnsweredOnce() {
        var answer = enact(1, transfer("treasury", "harbour", "10.00"), transfer("harbour", "school", "4.00"));

        assertThat(answer).isInstanceOf(ActionEnactedV1.class);
        town.expectBalance("treasury", "990.00");
        town.expectBalance("harbour", "6.00");
        town.expectBalance("school", "204.00");
        town.get("/transfers/" + decision.enactment(0, 1)).body("outcome", equalTo("posted"));
        town.get("/transfers/" + decision.enactment(1, 1))
                .body("outcome", equalTo("posted"))
                .body("cause", equalTo(decision.proposal()));
        assertThat(News.about(town.community().hex(), EnactmentEvent.class)).containsExactly(answer);
    }

    @Test
    void nothingMovesIfTheLastOneCannotAndTheAnswerNamesIt() {
        // What the founding told may still be on its way.
        var posted = News.await(town.community().hex(), TransferPostedV1.class, OPENING_BALANCES)
                .size();

        var answer = (ActionFailedV1)
                enact(1, transfer("treasury", "harbour", "10.00"), transfer("harbour", "school", "10.01"));

        assertThat(answer.actionIndex()).isZero();
        assertThat(answer.reason()).isEqualTo("insufficient-funds");
        assertThat(answer.detail()).isEqualTo("Action 1: harbour has 10.00 SKR to spend, not 10.01.");
        town.expectBalance("treasury", "1000.00");
        town.expectBalance("harbour", "0.00");
        town.get("/transfers/" + decision.enactment(0, 1))
                .body("outcome", equalTo("refused"))
                .body("reason", equalTo("together-failed"))
                .body("detail", equalTo("Number 2 of the 2 that are done together was refused: insufficient-funds."));
        town.get("/transfers/" + decision.enactment(1, 1)).body("reason", equalTo("insufficient-funds"));
        assertThat(News.about(town.community().hex(), TransferPostedV1.class)).hasSize(posted);
    }

    @Test
    void theFirstOutcomeIsFinalForItsAttemptAndTheNextAttemptSucceeds() {
        var actions = List.of(transfer("treasury", "school", "1.00"), transfer("harbour", "school", "10.00"));
        var failed = decision.enact(1, decision.together(1, actions));
        Decision.in(town).enact(1, transfer("treasury", "harbour", "10.00"));

        var id = UUID.randomUUID();
        for (int i = 0; i < 3; i++) News.tell(Topics.PROPOSALS, decision.together(1, actions), id);
        var second = decision.enact(2, decision.together(2, actions));
        News.tell(Topics.PROPOSALS, decision.together(2, actions));
        News.await(town.community().hex(), EnactmentEvent.class, 5);

        assertThat(second).isInstanceOf(ActionEnactedV1.class);
        assertThat(answers(1)).hasSize(2).containsOnly(failed);
        assertThat(answers(2)).hasSize(2).containsOnly(second);
        town.expectBalance("school", "211.00");
        town.get("/transfers").body("items", hasSize(6));
    }

    /** One that pays, one that cannot, and one that is not the treasury's: no proposal is taken with these, so it is forged. */
    @Test
    void whatIsNotTheTreasurysIsSetAsideAndNothingBehindItWaits() {
        var forged = decision.together(
                1, List.of(transfer("treasury", "harbour", "1.00"), transfer("harbour", "school", "9.00"), ROLE));
        News.tell(Topics.PROPOSALS, forged);
        var behind = Decision.in(town).enact(1, transfer("treasury", "harbour", "2.00"));

        assertThat(behind).isInstanceOf(ActionEnactedV1.class);
        News.awaitDead(Topics.PROPOSALS, decision.enactment(1));
        town.expectBalance("harbour", "2.00");
        assertThat(answers(1)).isEmpty();
    }

    @Test
    void eachForItselfWhatWasEnactedBeforeTheFailureStays() {
        decision.enact(1, transfer("treasury", "harbour", "1.00"));
        var failing = Decision.in(town).enact(1, transfer("harbour", "school", "9.00"));
        var behind = Decision.in(town).enact(1, transfer("treasury", "harbour", "2.00"));

        assertThat(failing).isInstanceOf(ActionFailedV1.class);
        assertThat(behind).isInstanceOf(ActionEnactedV1.class);
        town.expectBalance("harbour", "3.00");
    }

    @Test
    void theSamePlacesWithOtherActionsAreSetAside() {
        enact(1, transfer("treasury", "harbour", "1.00"), transfer("treasury", "school", "1.00"));

        News.tell(
                Topics.PROPOSALS,
                decision.together(
                        1, List.of(transfer("treasury", "harbour", "1.00"), transfer("treasury", "school", "2.00"))));

        News.awaitDead(Topics.PROPOSALS, decision.enactment(1), "2.00");
        town.expectBalance("school", "201.00");
    }

    @Test
    void placesThatDoNotBeginWithTheFirstAreSetAside() {
        var wrong = Map.<String, Object>of(
                "type",
                "together",
                "actions",
                List.of(Map.of("index", 1, "action", transfer("treasury", "harbour", "1.00"))));

        News.tell(Topics.PROPOSALS, decision.due(1, wrong));

        News.awaitDead(Topics.PROPOSALS, decision.enactment(1));
        town.expectBalance("harbour", "0.00");
    }

    @SafeVarargs
    private EnactmentEvent enact(int attempt, Map<String, Object>... actions) {
        return decision.enact(attempt, decision.together(attempt, List.of(actions)));
    }

    private List<EnactmentEvent> answers(int attempt) {
        return News.about(town.community().hex(), EnactmentEvent.class).stream()
                .filter(answer -> answer.enactment().equals(decision.enactment(attempt)))
                .toList();
    }
}
