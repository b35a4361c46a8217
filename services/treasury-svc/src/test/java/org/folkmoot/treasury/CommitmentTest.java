// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.treasury.Decision.transfer;
import static org.hamcrest.Matchers.equalTo;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.CommitmentDueV1;
import org.folkmoot.contracts.CommitmentRefusedV1;
import org.folkmoot.contracts.CommitmentReleasedV1;
import org.folkmoot.contracts.CommitmentTakenV1;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a proposal will move is set aside for it, and never more than there is. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CommitmentTest {
    @Inject
    AgroalDataSource database;

    private Town town;
    private Decision decision;

    @BeforeEach
    void found() {
        town = Town.found();
        decision = Decision.in(town);
    }

    @ParameterizedTest
    @CsvSource({"399.99, true", "400.00, true", "400.01, false"})
    void twoProposalsTogetherCommitWhatThereIsAndNoMore(String amount, boolean taken) {
        var other = Decision.in(town);
        commit(decision, transfer("treasury", "harbour", "600.00"));
        told(CommitmentTakenV1.class, 1);

        commit(other, transfer("treasury", "school", amount));

        if (taken) told(CommitmentTakenV1.class, 2);
        else
            assertThat(told(CommitmentRefusedV1.class, 1).detail())
                    .isEqualTo("treasury has 400.00 SKR to spend, not 400.01.");
        town.expectBalance("treasury", "1000.00");
    }

    @Test
    void enactingMovesWhatWasSetAside() {
        var action = transfer("treasury", "harbour", "600.00");
        commit(decision, action);
        told(CommitmentTakenV1.class, 1);
        var other = Decision.in(town).enact(1, transfer("treasury", "school", "400.01"));
        Decision.in(town).enact(1, transfer("treasury", "school", "400.00"));

        var answer = decision.enact(1, action);
        News.tell(Topics.PROPOSALS, decision.due(1, action));
        Decision.in(town).enact(1, transfer("school", "harbour", "1.00"));

        assertThat(other).isInstanceOf(ActionFailedV1.class);
        assertThat(answer).isInstanceOf(ActionEnactedV1.class);
        town.expectBalance("treasury", "0.00");
        town.expectBalance("harbour", "601.00");
        town.get("/accounts/treasury").body("holdings[0].available", equalTo("0.00"));
    }

    @Test
    void allThatIsEnactedTogetherWasSetAsideForEach() {
        var actions = List.of(transfer("treasury", "harbour", "600.00"), transfer("treasury", "school", "400.00"));
        commit(decision, actions.getFirst(), actions.getLast());
        told(CommitmentTakenV1.class, 1);

        assertThat(decision.enact(1, decision.together(1, actions))).isInstanceOf(ActionEnactedV1.class);

        town.expectBalance("treasury", "0.00");
    }

    @Test
    void whatIsLeftIsFreeWhenTheProposalHasEnded() {
        var action = transfer("treasury", "harbour", "600.00");
        commit(decision, action);
        told(CommitmentTakenV1.class, 1);
        town.get("/accounts/treasury").body("holdings[0].available", equalTo("400.00"));

        var released = released(action);
        News.tell(Topics.PROPOSALS, released);
        News.tell(Topics.PROPOSALS, released);
        Town.await(() -> town.get("/accounts/treasury").body("holdings[0].available", equalTo("1000.00")));

        assertThat(Decision.in(town).enact(1, transfer("treasury", "school", "1000.00")))
                .isInstanceOf(ActionEnactedV1.class);
    }

    @Test
    void whatIsSaidBeforeTheFoundingIsHeardOfWaitsForIt() {
        var later = Town.planned();
        var early = Decision.in(later);
        var action = transfer("treasury", "harbour", "600.00");
        News.tell(Topics.PROPOSALS, due(early, action));
        // The two have different keys, so nothing else says which of them is heard first.
        awaitEarly(later);
        News.tell(Topics.PROPOSALS, early.due(1, action));

        later.tellFounding();

        assertThat(early.answer(1)).isInstanceOf(ActionEnactedV1.class);
        assertThat(News.await(later.community().hex(), CommitmentTakenV1.class, 1))
                .hasSize(1);
        later.get("/accounts/treasury").body("holdings[0].available", equalTo("400.00"));
    }

    @Test
    void aCommitmentOfAnotherNameIsSetAsideUnread() {
        var due = due(decision, transfer("treasury", "harbour", "600.00"));

        News.tell(
                Topics.PROPOSALS,
                new CommitmentDueV1(due.community(), due.proposal(), Hash.ZERO.hex(), due.actions(), due.at()));

        News.awaitDead(Topics.PROPOSALS, decision.proposal());
        town.get("/accounts/treasury").body("holdings[0].available", equalTo("1000.00"));
    }

    private void awaitEarly(Town later) {
        var kept = new Sql(database);
        Town.await(() -> assertThat(kept.first(
                        "select 1 from waiting_decision where community = ?",
                        _ -> true,
                        later.community().hex()))
                .isPresent());
    }

    @SafeVarargs
    private void commit(Decision of, Map<String, Object>... actions) {
        News.tell(Topics.PROPOSALS, due(of, actions));
    }

    @SafeVarargs
    private static CommitmentDueV1 due(Decision of, Map<String, Object>... actions) {
        return of.commitment(actions);
    }

    private CommitmentReleasedV1 released(Map<String, Object> action) {
        return new CommitmentReleasedV1(
                town.community().hex(),
                decision.proposal(),
                decision.commitment(),
                Decision.listed(action),
                "expired",
                Town.NOW);
    }

    private <E extends Event> E told(Class<E> kind, int count) {
        return News.await(town.community().hex(), kind, count).getLast();
    }
}
