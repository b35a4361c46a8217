// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.get;
import static org.folkmoot.proposals.Town.path;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import org.folkmoot.contracts.ProposalCancelledV1;
import org.folkmoot.contracts.ProposalEndedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Until when an author takes a proposal back, and who is told. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CancellationTest {
    @Inject
    TestClock clock;

    private Town town;

    @BeforeEach
    void found() {
        town = Town.found(clock);
    }

    @Test
    void anAuthorDeletesADraftAndNobodyIsToldOfIt() {
        var proposal = town.drafted(ANN, "A payment", List.of(town.transfer("10.00")));

        cancel(ANN, proposal).statusCode(200).body("state", equalTo("cancelled"));

        get(proposal).body("state", equalTo("cancelled")).body("end.reason", equalTo("a mistake"));
        assertThat(News.about(proposal)).isEmpty();
    }

    @Test
    void anAuthorCancelsUntilTheMillisecondBeforeTheOpening() {
        var proposal = payment();
        var vote = Vote.on(proposal);
        News.tell(Topics.VOTING, vote.opened(clock.instant()));
        town.awaitState(proposal, "delayed");
        clock.reach(vote.opensAt().minusMillis(1));

        cancel(ANN, proposal).statusCode(200);

        var cancelled = News.await(proposal, ProposalCancelledV1.class);
        assertThat(cancelled.poll()).isEqualTo(vote.submission().poll());
        assertThat(News.await(proposal, ProposalEndedV1.class).state()).isEqualTo(ProposalEndedV1.State.CANCELLED);
    }

    @Test
    void nobodyCancelsFromTheOpeningOnAlthoughTheSchedulerIsLate() {
        var proposal = payment();
        var vote = Vote.on(proposal);
        News.tell(Topics.VOTING, vote.opened(clock.instant()));
        town.awaitState(proposal, "delayed");
        clock.reach(vote.opensAt());

        cancel(ANN, proposal)
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:wrong-state"))
                .body("state", equalTo("voting"));
    }

    @Test
    void nobodyCancelsFromTheOpeningOnAlthoughThePollIsNotHeardOf() {
        var proposal = payment();
        var vote = Vote.on(proposal);
        clock.reach(vote.opensAt());

        cancel(ANN, proposal).statusCode(409).body("type", equalTo("urn:folkmoot:problem:voting-begun"));
    }

    @Test
    void aDecisionAfterTheCancellationChangesNothing() {
        var proposal = payment();
        var vote = Vote.on(proposal);
        cancel(ANN, proposal).statusCode(200);
        var other = payment();

        News.tell(Topics.VOTING, vote.passed());
        News.tell(Topics.VOTING, Vote.on(other).refused("the one after"));

        town.awaitState(other, "rejected");
        get(proposal).body("state", equalTo("cancelled"));
    }

    private String payment() {
        return town.submitted(ANN, "A payment", List.of(town.transfer("10.00")));
    }

    private ValidatableResponse cancel(Person person, String proposal) {
        var act = town.about(person, "proposal.cancel/1", proposal).with("reason", "a mistake");
        return post(path(proposal, "cancellation"), act.sign());
    }
}
