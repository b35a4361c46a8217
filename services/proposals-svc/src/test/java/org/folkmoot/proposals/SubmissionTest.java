// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.BEN;
import static org.folkmoot.proposals.Town.CAT;
import static org.folkmoot.proposals.Town.EVE;
import static org.folkmoot.proposals.Town.get;
import static org.folkmoot.proposals.Town.path;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.contracts.TransferPostedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a submission pins, and who may submit what when. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SubmissionTest {
    private static final String TYPE = "urn:folkmoot:problem:";

    @Inject
    TestClock clock;

    private Town town;

    @BeforeEach
    void found() {
        town = Town.found(clock);
    }

    @Test
    void theConstitutionIsPinnedAtTheSubmissionNotAtTheDraft() {
        var proposal = draft(ANN);
        var next = town.amend("Testholm", "New Testholm");
        town.await(() -> assertThat(pinnedByAnother()).isEqualTo(next.hash().hex()));

        submit(ANN, proposal, 2).statusCode(200);

        get(proposal).body("submission.constitution", equalTo(next.hash().hex()));
    }

    @Test
    void aDraftThatTheNewRulesDoNotAllowIsRefusedAtTheSubmission() {
        var proposal = draft(ANN);
        var next = town.amend("100.00", "1.00");
        town.await(() -> assertThat(pinnedByAnother()).isEqualTo(next.hash().hex()));

        submit(ANN, proposal, 2).statusCode(422).body("type", equalTo(TYPE + "no-policy"));

        get(proposal).body("state", equalTo("draft"));
    }

    @Test
    void theRollContainsEverybodyWhomTheAuthorSaw() {
        var proposal = draft(ANN);
        var submission = CompletableFuture.supplyAsync(() -> submit(ANN, proposal, 3));

        town.join(3, EVE);

        submission.join().statusCode(200);
        get(proposal).body("submission.rollPosition", equalTo(3));
    }

    @Test
    void aRollIsNeverTakenAsOfAPositionOfTheFuture() {
        var proposal = draft(ANN);
        var act = town.submission(ANN, proposal, 3).sign();

        post(path(proposal, "submission"), act)
                .statusCode(503)
                .header("Retry-After", equalTo("2"))
                .body("type", equalTo(TYPE + "membership-behind"))
                .body("seen", equalTo(2));
        town.join(3, EVE);

        post(path(proposal, "submission"), act).statusCode(200);
    }

    /** Twice as many as there are places say that they saw a member who never comes; who finds none is answered at once. */
    @Test
    void fewWaitForMembersOfWhomNobodyHasHeard() throws InterruptedException {
        var proposal = draft(ANN);
        expectWaiting(20, 503, proposal, town.submission(ANN, proposal, 9));
    }

    /** Somebody who names the author and signs with a key that nobody knows keeps no member from waiting. */
    @Test
    void strangersHavePlacesOfTheirOwn() throws Exception {
        var proposal = draft(ANN);
        var strange = town.submission(EVE, proposal, 9).as(ANN.in(town.community()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var strangers = threads.submit(() -> {
                expectWaiting(5, 422, proposal, strange);
                return true;
            });
            expectWaiting(20, 503, proposal, town.submission(ANN, proposal, 9));
            assertThat(strangers.get()).isTrue();
        }
    }

    /** Sends it twice as often as there are places: half of the answers come at once, and half after the five seconds. */
    private static void expectWaiting(int places, int status, String proposal, Saying submission)
            throws InterruptedException {
        var act = submission.sign();
        var where = path(proposal, "submission");
        var answers = new ArrayBlockingQueue<Integer>(2 * places);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var before = System.nanoTime();
            for (int i = 0; i < 2 * places; i++)
                threads.submit(() -> answers.add(post(where, act).extract().statusCode()));

            for (int i = 0; i < places; i++)
                assertThat(answers.poll(4, TimeUnit.SECONDS)).isEqualTo(status);

            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
            assertThat(answers).isEmpty();
        }
        assertThat(answers).hasSize(places).containsOnly(status);
    }

    @Test
    void balancesArePinnedWhereTheBodyAsksForThem() {
        var next = town.amend("\"power\":\"equal\"", "\"power\":{\"asset\":\"SKR\",\"plugin\":\"balance\"}");
        town.await(() -> assertThat(pinnedByAnother()).isEqualTo(next.hash().hex()));

        get(statement()).body("submission.definition.balancesPosition", equalTo(0));
        pay(1);
        pay(2);

        town.await(() -> get(statement()).body("submission.definition.balancesPosition", equalTo(2)));
    }

    @Test
    void whereNobodyAsksWhatMembersOwnNothingIsPinned() {
        get(statement()).body("submission.definition", not(hasKey("balancesPosition")));
    }

    private String statement() {
        clock.pass(Duration.ofMillis(1));
        return town.submitted(ANN, "A statement", List.of());
    }

    private void pay(long place) {
        var member = "member/" + ANN.in(town.community()).hex();
        var id = Hash.of((town.community() + " " + place).getBytes(StandardCharsets.UTF_8))
                .hex();
        News.tell(
                Topics.TREASURY,
                new TransferPostedV1(
                        town.community().hex(),
                        id,
                        place,
                        "treasury",
                        member,
                        "SKR",
                        BigInteger.TEN,
                        id,
                        clock.instant()));
    }

    @Test
    void onlyTheAuthorSubmitsAndCancels() {
        var proposal = draft(ANN);

        submit(BEN, proposal, 2).statusCode(403).body("type", equalTo(TYPE + "not-the-author"));
        var cancellation = town.about(BEN, "proposal.cancel/1", proposal).with("reason", "");
        post(path(proposal, "cancellation"), cancellation.sign())
                .statusCode(403)
                .body("type", equalTo(TYPE + "not-the-author"));
    }

    @Test
    void whoLeftSubmitsNothing() {
        var proposal = draft(CAT);
        town.leave(3, CAT);

        town.await(() -> submit(CAT, proposal, 3).statusCode(403).body("type", equalTo(TYPE + "not-a-member")));
    }

    @Test
    void aProposalIsSubmittedOnceAlthoughTheAuthorAsksTwiceAtOnce() {
        var proposal = draft(ANN);
        var first = town.submission(ANN, proposal).sign();
        var second = town.submission(ANN, proposal).sign();

        var answers = List.of(
                CompletableFuture.supplyAsync(() -> status(post(path(proposal, "submission"), first))),
                CompletableFuture.supplyAsync(() -> status(post(path(proposal, "submission"), second))));

        assertThat(answers.stream().map(CompletableFuture::join)).containsExactlyInAnyOrder(200, 409);
        town.await(() -> assertThat(News.about(proposal)).hasSize(1));
    }

    @Test
    void whatIsSubmittedIsNotSubmittedAgainAndWhatHasNotFailedIsNotRetried() {
        var proposal = draft(ANN);
        submit(ANN, proposal, 2).statusCode(200).body("state", equalTo("submitted"));

        submit(ANN, proposal, 2)
                .statusCode(409)
                .body("type", equalTo(TYPE + "wrong-state"))
                .body("state", equalTo("submitted"));
        post(
                        path(proposal, "retry"),
                        town.about(ANN, "proposal.retry/1", proposal).sign())
                .statusCode(409)
                .body("type", equalTo(TYPE + "wrong-state"));
    }

    @Test
    void theIdentityServiceAnswersForItsActionsOnItsOwnTopic() {
        var removal = Map.of(
                "type", "member.remove", "member", CAT.in(town.community()).hex());
        var proposal = town.submitted(ANN, "Good bye, Cat", List.of(removal));
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt());
        News.tell(Topics.VOTING, vote.passed());

        News.tell(Topics.IDENTITY, Answer.enacted(News.await(proposal, EnactmentDueV1.class), clock));

        town.awaitState(proposal, "enacted");
        get(proposal).body("enactment.eta", equalTo(get(proposal).extract().path("submission.closesAt")));
    }

    /** Tells which constitution is in force by the pin of a proposal that fits both. */
    private String pinnedByAnother() {
        var other = town.drafted(ANN, "A statement", List.of());
        submit(ANN, other, 2).statusCode(200);
        clock.pass(Duration.ofMillis(1));
        return get(other).extract().path("submission.constitution");
    }

    private String draft(Person author) {
        return town.drafted(author, "A payment", List.of(town.transfer("10.00")));
    }

    private ValidatableResponse submit(Person author, String proposal, long after) {
        return post(
                path(proposal, "submission"),
                town.submission(author, proposal, after).sign());
    }

    private static int status(ValidatableResponse response) {
        return response.extract().statusCode();
    }
}
