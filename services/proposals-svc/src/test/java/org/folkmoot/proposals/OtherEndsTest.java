// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.BEN;
import static org.folkmoot.proposals.Town.CAT;
import static org.folkmoot.proposals.Town.get;
import static org.folkmoot.proposals.Town.path;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.ProposalEndedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proposals that are rejected, failed and retried, or expired. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class OtherEndsTest {
    private static final Duration TIMELOCK = Duration.ofDays(2);
    private static final Duration EXPIRES = Duration.ofDays(7);

    @Inject
    TestClock clock;

    private Town town;

    @BeforeEach
    void found() {
        town = Town.found(clock);
    }

    @Test
    void aRejectedProposalSaysWhichRuleItMissed() {
        var proposal = payment();
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt());

        News.tell(Topics.VOTING, vote.rejected());
        town.awaitState(proposal, "rejected");

        get(proposal)
                .body("end.reason", equalTo("Not more than half were for it."))
                .body("decision.outcome", equalTo("rejected"));
        var ended = News.await(proposal, ProposalEndedV1.class);
        assertThat(ended.state()).isEqualTo(ProposalEndedV1.State.REJECTED);
        assertThat(ended.at()).isEqualTo(vote.closesAt());
    }

    @Test
    void aPollThatClosesLaterIsShownWithItsNewClose() {
        var proposal = payment();
        var vote = Vote.on(proposal);
        var later = vote.closesAt().plusSeconds(600);

        News.tell(Topics.VOTING, vote.extended(later));

        town.await(() -> get(proposal).body("submission.closesAt", equalTo(Times.text(later))));
        get(proposal).body("state", equalTo("submitted"));
    }

    @Test
    void aProposalWhosePollIsRefusedIsRejected() {
        var proposal = payment();

        News.tell(Topics.VOTING, Vote.on(proposal).refused("roll-empty"));

        town.awaitState(proposal, "rejected");
        get(proposal).body("end.reason", equalTo("roll-empty"));
    }

    @Test
    void aFailedActionIsRetriedByAnyMemberAndThenEnacted() {
        var proposal = passed(List.of(town.transfer("10.00"), town.transfer("20.00")));
        var first = News.await(proposal, EnactmentDueV1.class);
        News.tell(Topics.TREASURY, Answer.enacted(first, clock));
        town.await(() -> assertThat(Answer.orders(proposal)).hasSize(2));
        News.tell(Topics.TREASURY, Answer.failed(Answer.orders(proposal).getLast(), clock));
        town.awaitState(proposal, "failed");
        get(proposal)
                .body("failure.reason", equalTo("insufficient-funds"))
                .body("failure.retriesLeft", equalTo(1))
                .body("enactment.actions", contains("enacted", "failed"));

        retry(CAT, proposal)
                .statusCode(200)
                .body("state", equalTo("enacting"))
                .body("action", equalTo(1))
                .body("attempt", equalTo(2));

        town.await(() -> assertThat(Answer.orders(proposal)).hasSize(3));
        var again = Answer.orders(proposal).getLast();
        assertThat(again.actionIndex()).isEqualTo(1);
        assertThat(again.attempt()).isEqualTo(2);
        News.tell(Topics.TREASURY, Answer.enacted(again, clock));
        town.awaitState(proposal, "enacted");
    }

    @Test
    void afterTheLastRetryThereIsNoOther() {
        var proposal = failedOnce();
        retry(BEN, proposal).statusCode(200);
        town.await(() -> assertThat(Answer.orders(proposal)).hasSize(2));
        News.tell(Topics.TREASURY, Answer.failed(Answer.orders(proposal).getLast(), clock));
        town.awaitState(proposal, "failed");

        retry(BEN, proposal)
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:retries-exhausted"))
                .body("attempts", equalTo(2));
    }

    @Test
    void aFailedProposalExpiresAndCanNotBeRetriedThen() {
        var proposal = failedOnce();
        clock.reach(expiry(proposal).minusMillis(1));
        get(proposal).body("state", equalTo("failed"));

        clock.reach(expiry(proposal));

        get(proposal).body("state", equalTo("expired")).body("enactment.actions", contains("expired"));
        retry(BEN, proposal).statusCode(409).body("state", equalTo("expired"));
        assertThat(News.await(proposal, ProposalEndedV1.class).state()).isEqualTo(ProposalEndedV1.State.EXPIRED);
    }

    @Test
    void anOutstandingAnswerIsAwaitedBeyondTheExpiryButNothingElseIsOrdered() {
        var proposal = passed(List.of(town.transfer("10.00"), town.transfer("20.00")));
        var first = News.await(proposal, EnactmentDueV1.class);
        clock.reach(expiry(proposal).plus(Duration.ofDays(1)));
        get(proposal).body("state", equalTo("enacting"));

        News.tell(Topics.TREASURY, Answer.enacted(first, clock));
        town.awaitState(proposal, "expired");

        get(proposal)
                .body("enactment.actions", contains("enacted", "expired"))
                .body("end.reason", equalTo("1 of 2 actions were enacted before the expiry"));
        assertThat(Answer.orders(proposal)).hasSize(1);
    }

    @Test
    void whatWasNotStartedBeforeTheExpiryIsNeverStarted() {
        var proposal = payment();
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt().plus(TIMELOCK).plus(EXPIRES));

        News.tell(Topics.VOTING, vote.passed());
        town.awaitState(proposal, "expired");

        News.await(proposal, ProposalEndedV1.class);
        assertThat(Answer.orders(proposal)).isEmpty();
    }

    private String payment() {
        return town.submitted(ANN, "A payment", List.of(town.transfer("10.00")));
    }

    private String passed(List<Map<String, String>> actions) {
        var proposal = town.submitted(ANN, "Payments", actions);
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt().plus(TIMELOCK));
        News.tell(Topics.VOTING, vote.passed());
        town.awaitState(proposal, "enacting");
        return proposal;
    }

    private String failedOnce() {
        var proposal = passed(List.of(town.transfer("10.00")));
        News.tell(Topics.TREASURY, Answer.failed(News.await(proposal, EnactmentDueV1.class), clock));
        town.awaitState(proposal, "failed");
        return proposal;
    }

    private Instant expiry(String proposal) {
        return Instant.parse(get(proposal).extract().path("enactment.expiry"));
    }

    private ValidatableResponse retry(Person person, String proposal) {
        return post(
                path(proposal, "retry"),
                town.about(person, "proposal.retry/1", proposal).sign());
    }
}
