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
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.folkmoot.contracts.DepositReleasedV1;
import org.folkmoot.contracts.DepositReleasedV1.Fate;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A proposal for which something is put down is voted on when the treasury has that, and says what becomes of it. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DepositTest {
    @Inject
    TestClock clock;

    private Town town;
    private String proposal;
    private Till till;

    @BeforeEach
    void submit() {
        town = Town.found(clock);
        proposal = town.submitted(CAT, "Come back", town.reinstating(6));
        till = Till.of(proposal, clock);
    }

    @Test
    void nobodyVotesBeforeTheTreasuryHasTheDeposit() {
        assertThat(till.due().author()).isEqualTo(CAT.in(town.community()).hex());
        assertThat(till.due().asset()).isEqualTo("SKR");
        assertThat(till.due().amount()).isEqualTo(BigInteger.valueOf(1_000));
        get(proposal)
                .body("state", equalTo("depositing"))
                .body("$", not(hasKey("submission")))
                .body("deposit.amount", equalTo("10.00"))
                .body("deposit.standing", equalTo("due"));
        assertThat(News.about(proposal)).hasSize(1);
    }

    @Test
    void whatWasPutDownOpensTheWayToTheVote() {
        var submittedAt = clock.instant();
        clock.pass(Duration.ofHours(1));

        News.tell(Topics.TREASURY, till.taken());

        town.awaitState(proposal, "submitted");
        var told = News.await(proposal, ProposalSubmittedV1.class);
        assertThat(told.submittedAt()).isEqualTo(submittedAt);
        assertThat(told.acts()).hasSize(2);
        get(proposal)
                .body("deposit.standing", equalTo("held"))
                .body("submission.opensAt", equalTo(Times.text(submittedAt.plus(Duration.ofDays(1)))))
                .body("timeline.state", contains("draft", "depositing", "submitted"));
    }

    @Test
    void whatCannotBePutDownEndsTheProposalWithTheReason() {
        News.tell(Topics.TREASURY, till.refused());

        town.awaitState(proposal, "rejected");
        get(proposal)
                .body("end.reason", equalTo("its deposit was refused: There are 3.00 SKR."))
                .body("deposit.standing", equalTo("refused"));
        assertThat(kinds()).containsExactly("DepositDueV1", "ProposalEndedV1");
    }

    @Test
    void aProposalThatIsEnactedGetsItBack() {
        var vote = voted();
        clock.reach(vote.closesAt());
        News.tell(Topics.VOTING, vote.passed());
        town.awaitState(proposal, "timelocked");
        clock.pass(Duration.ofDays(2));
        for (var action = 0; action < 6; action++) {
            var next = action;
            town.await(() -> assertThat(Answer.orders(proposal)).hasSize(next + 1));
            News.tell(Topics.IDENTITY, Answer.enacted(Answer.orders(proposal).getLast(), clock));
        }

        assertReleased(Fate.REFUND, 1_000, "enacted");
    }

    @Test
    void whatWasVotedDownLosesThePartThatThePolicySays() {
        var vote = voted();
        clock.reach(vote.closesAt());

        News.tell(Topics.VOTING, vote.rejected());

        assertReleased(Fate.BURN, 500, "rejected");
    }

    @Test
    void whatWasNeverVotedOnGetsAllOfItBack() {
        News.tell(Topics.VOTING, voted().refused("the roll is empty"));

        assertReleased(Fate.REFUND, 1_000, "rejected");
    }

    /** One stage said no, and another one, which could have said otherwise, could not be held. */
    @Test
    void whatALaterStageCouldNotDecideGetsAllOfItBack() {
        News.tell(Topics.VOTING, submitAppealed().rejected());

        News.tell(Topics.VOTING, Vote.inNextStage(proposal).refused("the roll is empty"));

        assertReleased(Fate.REFUND, 500, "rejected");
    }

    @Test
    void whatTheLastStageVotedDownIsBurned() {
        News.tell(Topics.VOTING, submitAppealed().rejected());

        News.tell(Topics.VOTING, Vote.inNextStage(proposal).rejected());

        assertReleased(Fate.BURN, 500, "rejected");
    }

    @Test
    void aPartIsRoundedDown() {
        News.tell(Topics.TREASURY, till.taken());
        town.awaitState(proposal, "submitted");

        cancel();

        assertReleased(Fate.TREASURY, 333, "cancelled");
    }

    @Test
    void whoeverTakesItBackBeforeTheTreasuryAnsweredIsJudgedAlike() {
        cancel();
        assertReleased(Fate.TREASURY, 333, "cancelled");

        News.tell(Topics.TREASURY, till.taken());
        News.tell(Topics.TREASURY, till.settled(667, 0, 333));

        town.await(() -> get(proposal).body("deposit.standing", equalTo("settled")));
        get(proposal)
                .body("state", equalTo("cancelled"))
                .body("deposit.refunded", equalTo("6.67"))
                .body("deposit.forfeited", equalTo("3.33"));
        assertThat(News.about(proposal)).hasSize(3);
    }

    @Test
    void whatWasOrderedAndFailedUntilItExpiredHasFailed() {
        var vote = voted();
        clock.reach(vote.closesAt());
        News.tell(Topics.VOTING, vote.passed());
        town.awaitState(proposal, "timelocked");
        clock.pass(Duration.ofDays(2));
        News.tell(Topics.IDENTITY, Answer.failed(News.await(proposal, EnactmentDueV1.class), clock));
        town.awaitState(proposal, "failed");
        clock.pass(Duration.ofDays(7));

        assertReleased(Fate.BURN, 1_000, "expired");
    }

    @Test
    void everyAnswerCountsOnce() {
        for (var i = 0; i < 2; i++) News.tell(Topics.TREASURY, till.taken());
        town.awaitState(proposal, "submitted");
        News.tell(Topics.TREASURY, till.refused());
        cancel();
        for (var i = 0; i < 2; i++) News.tell(Topics.TREASURY, till.settled(667, 0, 333));
        News.tell(Topics.TREASURY, till.taken());

        town.await(() -> get(proposal).body("deposit.standing", equalTo("settled")));
        assertThat(kinds())
                .containsExactly(
                        "DepositDueV1",
                        "ProposalSubmittedV1",
                        "ProposalCancelledV1",
                        "ProposalEndedV1",
                        "DepositReleasedV1");
    }

    @Test
    void sponsorsSignWhileTheTreasuryIsSlowAndAreNotForgotten() {
        var backed = town.submitted(CAT, "Come back", town.reinstating(7));
        sponsor(ANN, backed, 201);
        get(backed).body("state", equalTo("depositing")).body("sponsors.missing", equalTo(0));
        sponsor(BEN, backed, 409);
        clock.pass(Duration.ofDays(7));

        News.tell(Topics.TREASURY, Till.of(backed, clock).taken());

        town.awaitState(backed, "submitted");
    }

    @Test
    void whatFindsNoSponsorsLosesItsDepositAsThePolicySays() {
        var backed = town.submitted(CAT, "Come back", town.reinstating(7));
        var other = Till.of(backed, clock);
        News.tell(Topics.TREASURY, other.taken());
        town.awaitState(backed, "sponsoring");

        clock.pass(Duration.ofDays(7));

        town.awaitState(backed, "lapsed");
        assertThat(other.released())
                .extracting(DepositReleasedV1::fate, DepositReleasedV1::part, DepositReleasedV1::reason)
                .containsExactly(Fate.BURN, BigInteger.valueOf(500), "lapsed");
    }

    /** Goes on with a proposal whose no has a second stage. */
    private Vote submitAppealed() {
        proposal = town.submitted(CAT, "Come back", town.reinstating(10));
        till = Till.of(proposal, clock);
        return voted();
    }

    /** Goes on until the poll is asked for. */
    private Vote voted() {
        News.tell(Topics.TREASURY, till.taken());
        town.awaitState(proposal, "submitted");
        return Vote.on(proposal);
    }

    private void cancel() {
        var act = town.about(CAT, "proposal.cancel/1", proposal).with("reason", "a mistake");
        post(path(proposal, "cancellation"), act.sign()).statusCode(200);
    }

    private void sponsor(Person person, String about, int status) {
        post(
                        path(about, "sponsors"),
                        town.about(person, "proposal.sponsor/1", about).sign())
                .statusCode(status);
    }

    private void assertReleased(Fate fate, long part, String reason) {
        assertThat(till.released())
                .extracting(
                        DepositReleasedV1::deposit,
                        DepositReleasedV1::fate,
                        DepositReleasedV1::part,
                        DepositReleasedV1::reason)
                .containsExactly(till.due().deposit(), fate, BigInteger.valueOf(part), reason);
    }

    private List<String> kinds() {
        return News.about(proposal).stream()
                .map(event -> event.getClass().getSimpleName())
                .toList();
    }
}
