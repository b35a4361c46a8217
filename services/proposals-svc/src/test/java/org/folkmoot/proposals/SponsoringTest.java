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
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.folkmoot.contracts.ProposalEndedV1;
import org.folkmoot.contracts.ProposalSponsoredV1;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A proposal that needs two founders behind it is not voted on before it has them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SponsoringTest {
    private static final String TYPE = "urn:folkmoot:problem:";
    private static final Duration WITHIN = Duration.ofDays(7);

    @Inject
    TestClock clock;

    private Town town;
    private String proposal;

    @BeforeEach
    void submit() {
        town = Town.found(clock);
        proposal = town.submitted(CAT, "Come back", town.reinstating(5));
    }

    @Test
    void thereIsNoPollBeforeThereAreEnough() {
        var submittedAt = clock.instant();
        clock.pass(Duration.ofHours(1));

        sponsor(ANN)
                .statusCode(201)
                .body("state", equalTo("sponsoring"))
                .body("needed", equalTo(2))
                .body("missing", equalTo(1));

        get(proposal)
                .body("state", equalTo("sponsoring"))
                .body("$", not(hasKey("submission")))
                .body("sponsors.body", equalTo("founders"))
                .body("sponsors.policy", equalTo("sponsored"))
                .body("sponsors.missing", equalTo(1))
                .body("sponsors.until", equalTo(Times.text(submittedAt.plus(WITHIN))))
                .body(
                        "sponsors.signed.member",
                        contains(ANN.in(town.community()).hex()))
                .body("sponsors.signed.at", contains(Times.text(clock.instant())));
        assertThat(News.await(proposal, ProposalSponsoredV1.class).sponsor())
                .isEqualTo(ANN.in(town.community()).hex());
        assertThat(News.about(proposal)).hasSize(1);
    }

    @Test
    void theLastOnePutsItToTheVoteWithTheDelayCountedFromTheSubmission() {
        var submittedAt = clock.instant();
        sponsor(ANN).statusCode(201);
        clock.pass(Duration.ofHours(1));

        sponsor(BEN).statusCode(201).body("state", equalTo("submitted")).body("missing", equalTo(0));

        var told = News.await(proposal, ProposalSubmittedV1.class);
        assertThat(told.submittedAt()).isEqualTo(submittedAt);
        assertThat(told.acts()).hasSize(2);
        get(proposal)
                .body("submission.submittedAt", equalTo(Times.text(submittedAt)))
                .body("submission.rollAt", equalTo(Times.text(clock.instant())))
                .body("submission.opensAt", equalTo(Times.text(submittedAt.plus(Duration.ofDays(1)))))
                .body("sponsors.missing", equalTo(0))
                .body("timeline.state", contains("draft", "sponsoring", "submitted"));
    }

    @Test
    void whoeverFindsThemAfterTheDelayIsVotedOnAtOnce() {
        sponsor(ANN).statusCode(201);
        clock.pass(Duration.ofDays(2));

        sponsor(BEN).statusCode(201);

        get(proposal)
                .body("submission.opensAt", equalTo(Times.text(clock.instant())))
                .body("submission.closesAt", equalTo(Times.text(clock.instant().plus(Duration.ofDays(3)))));
    }

    @Test
    void theRollHasEverybodyWhoIsAMemberWhenTheLastOneSigns() {
        sponsor(ANN).statusCode(201);
        town.join(3, EVE);
        town.await(() -> sponsor(EVE).statusCode(403).body("type", equalTo(TYPE + "may-not-sponsor")));

        sponsor(BEN).statusCode(201);

        get(proposal).body("submission.rollPosition", equalTo(3));
    }

    @Test
    void theAuthorIsNoSponsor() {
        var byAnn = town.submitted(ANN, "Come back too", town.reinstating(5));

        sponsor(ANN, byAnn).statusCode(403).body("type", equalTo(TYPE + "sponsor-is-author"));
    }

    @Test
    void nobodySponsorsTwice() {
        sponsor(ANN).statusCode(201);

        sponsor(ANN).statusCode(409).body("type", equalTo(TYPE + "already-sponsor"));

        get(proposal).body("sponsors.missing", equalTo(1));
    }

    @Test
    void whatWaitsForNoSponsorsTakesNone() {
        var payment = town.submitted(ANN, "A payment", List.of(town.transfer("1.00")));
        var draft = town.drafted(CAT, "Come back", town.reinstating(5));

        sponsor(BEN, payment)
                .statusCode(409)
                .body("type", equalTo(TYPE + "wrong-state"))
                .body("state", equalTo("submitted"));
        sponsor(BEN, draft).statusCode(409).body("state", equalTo("draft"));
    }

    @Test
    void twoWhoAreTheLastOneAtOnceMakeOnePoll() {
        var acts = List.of(ANN, BEN).stream()
                .map(person ->
                        town.about(person, "proposal.sponsor/1", proposal).sign())
                .map(act -> CompletableFuture.supplyAsync(
                        () -> post(path(proposal, "sponsors"), act).extract().statusCode()))
                .toList();

        assertThat(acts.stream().map(CompletableFuture::join)).containsExactly(201, 201);
        News.await(proposal, ProposalSubmittedV1.class);
        assertThat(News.about(proposal)).hasSize(3);
    }

    @Test
    void theMillisecondBeforeTheTimeIsOverIsEarlyEnough() {
        sponsor(ANN).statusCode(201);
        clock.pass(WITHIN.minusMillis(1));

        sponsor(BEN).statusCode(201).body("state", equalTo("submitted"));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1})
    void whenTheTimeIsOverItLapses(long millis) {
        var until = clock.instant().plus(WITHIN);
        sponsor(ANN).statusCode(201);
        clock.pass(WITHIN.plusMillis(millis));

        sponsor(BEN).statusCode(409).body("type", equalTo(TYPE + "wrong-state")).body("state", equalTo("lapsed"));

        get(proposal)
                .body("state", equalTo("lapsed"))
                .body("end.at", equalTo(Times.text(until)))
                .body("end.reason", equalTo("1 of 2 sponsors stood behind it in time"));
        var ended = News.await(proposal, ProposalEndedV1.class);
        assertThat(ended.state()).isEqualTo(ProposalEndedV1.State.EXPIRED);
        assertThat(ended.at()).isEqualTo(until);
    }

    @Test
    void theAuthorTakesItBackWhileItWaits() {
        var act = town.about(CAT, "proposal.cancel/1", proposal).with("reason", "nobody cares");

        post(path(proposal, "cancellation"), act.sign()).statusCode(200).body("state", equalTo("cancelled"));

        assertThat(News.await(proposal, ProposalEndedV1.class).state()).isEqualTo(ProposalEndedV1.State.CANCELLED);
        assertThat(News.about(proposal)).hasSize(1);
    }

    private ValidatableResponse sponsor(Person person) {
        return sponsor(person, proposal);
    }

    private ValidatableResponse sponsor(Person person, String about) {
        return post(
                path(about, "sponsors"),
                town.about(person, "proposal.sponsor/1", about).sign());
    }
}
