// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.get;
import static org.folkmoot.proposals.Town.path;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.CommitmentDueV1;
import org.folkmoot.contracts.CommitmentRefusedV1;
import org.folkmoot.contracts.CommitmentReleasedV1;
import org.folkmoot.contracts.CommitmentTakenV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Json;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a proposal will move is set aside when its constitution says so, and freed when it has ended. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CommitmentTest {
    private static final String DETAIL = "treasury has 3.00 SKR to spend, not 10.00.";

    @Inject
    TestClock clock;

    private Town town;

    @BeforeEach
    void found() {
        town = Town.found(clock);
    }

    @Test
    void nothingIsSetAsideIfNothingIsSaid() {
        var proposal = town.submitted(ANN, "A payment", List.of(town.transfer("10.00")));

        get(proposal).body("state", equalTo("submitted")).body("$", not(hasKey("commitment")));
    }

    @Test
    void onSubmissionNobodyVotesBeforeItIsSetAside() {
        var proposal = proposed("on-submission");
        var due = News.await(proposal, CommitmentDueV1.class);
        get(proposal).body("state", equalTo("depositing")).body("commitment.standing", equalTo("due"));

        News.tell(Topics.TREASURY, taken(due));
        town.awaitState(proposal, "submitted");

        get(proposal).body("commitment.standing", equalTo("held"));
        assertThat(due.actions())
                .isEqualTo(Json.of(List.of(Map.of("action", town.transfer("10.00"), "index", 0)))
                        .canonicalText());
    }

    @Test
    void onSubmissionWhatCannotBeSetAsideIsNotPutToTheVote() {
        var proposal = proposed("on-submission");

        News.tell(Topics.TREASURY, refused(News.await(proposal, CommitmentDueV1.class)));
        town.awaitState(proposal, "rejected");

        get(proposal)
                .body("commitment.standing", equalTo("refused"))
                .body("commitment.detail", equalTo(DETAIL))
                .body("end.reason", equalTo("what it would move could not be set aside: " + DETAIL));
    }

    @Test
    void whatIsRejectedIsFreedWithTheSameActions() {
        var proposal = proposed("on-submission");
        var due = News.await(proposal, CommitmentDueV1.class);
        News.tell(Topics.TREASURY, taken(due));
        town.awaitState(proposal, "submitted");
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt());

        News.tell(Topics.VOTING, vote.rejected());
        town.awaitState(proposal, "rejected");

        var released = News.await(proposal, CommitmentReleasedV1.class);
        assertThat(released.commitment()).isEqualTo(due.commitment());
        assertThat(released.actions()).isEqualTo(due.actions());
        assertThat(released.reason()).isEqualTo("rejected");
        get(proposal).body("commitment.standing", equalTo("released"));
    }

    @Test
    void onPassingItIsAskedForBeforeAnythingIsDueAndARefusalStopsNothing() {
        var proposal = proposed("on-passing");
        get(proposal).body("state", equalTo("submitted")).body("$", not(hasKey("commitment")));
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt().plus(Duration.ofDays(2)));
        News.tell(Topics.VOTING, vote.passed());

        var order = News.await(proposal, EnactmentDueV1.class);
        assertThat(News.about(proposal).stream().map(event -> event.getClass().getSimpleName()))
                .containsSubsequence("CommitmentDueV1", "EnactmentDueV1");
        News.tell(Topics.TREASURY, refused(News.await(proposal, CommitmentDueV1.class)));
        town.await(() -> get(proposal).body("commitment.standing", equalTo("refused")));
        get(proposal).body("state", equalTo("enacting"));
        News.tell(Topics.TREASURY, Answer.enacted(order, clock));
        town.awaitState(proposal, "enacted");
    }

    /** A payment under rules that are the town's and say when things are set aside. */
    private String proposed(String commitment) {
        var next = town.amend("\"exit\":{", "\"commitment\":\"" + commitment + "\",\"exit\":{");
        var drafted = town.drafted(ANN, "A payment", List.of(town.transfer("10.00")));
        town.await(() -> get(town.submitted(ANN, "A statement", List.of()))
                .body("submission.constitution", equalTo(next.hash().hex())));
        post(path(drafted, "submission"), town.submission(ANN, drafted).sign()).statusCode(200);
        return drafted;
    }

    private CommitmentTakenV1 taken(CommitmentDueV1 due) {
        return new CommitmentTakenV1(due.community(), due.proposal(), due.commitment(), clock.instant());
    }

    private CommitmentRefusedV1 refused(CommitmentDueV1 due) {
        return new CommitmentRefusedV1(
                due.community(), due.proposal(), due.commitment(), "insufficient-funds", DETAIL, clock.instant());
    }
}
