// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.BEN;
import static org.folkmoot.proposals.Town.CAT;
import static org.folkmoot.proposals.Town.EVE;
import static org.folkmoot.proposals.Town.get;
import static org.folkmoot.proposals.Town.path;
import static org.folkmoot.proposals.Town.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.contracts.StageBegunV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A proposal that goes through stages is polled in each of them, by the rules of its submission. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class StagesTest {
    @Inject
    TestClock clock;

    private Town town;

    @BeforeEach
    void found() {
        town = Town.found(clock);
    }

    @Test
    void theFirstPollSaysWhichStageItBelongsTo() {
        var proposal = staged();

        var definition =
                definition(News.await(proposal, ProposalSubmittedV1.class).definition());

        assertThat(definition.stage()).contains("temperature");
        assertThat(definition.chamber()).isEmpty();
        get(proposal).body("submission.stage", equalTo("temperature"));
    }

    @Test
    void aYesLeadsToTheNextStageWithTheRollOfThen() {
        var proposal = staged();
        var vote = Vote.on(proposal);
        town.join(3, EVE);
        town.await(() -> assertThat(seen(EVE)).isTrue());
        clock.reach(vote.closesAt());

        News.tell(Topics.VOTING, vote.passed());

        var begun = News.await(proposal, StageBegunV1.class);
        var second = definition(begun.definition());
        assertThat(begun.stage()).isEqualTo("binding");
        assertThat(begun.begunAt()).isEqualTo(vote.closesAt());
        assertThat(second.stage()).contains("binding");
        assertThat(second.rollPosition()).isEqualTo(3);
        assertThat(second.constitution()).isEqualTo(town.constitution().hash());
        assertThat(second.opensAt()).isEqualTo(vote.closesAt().plus(Duration.ofDays(2)));
        assertThat(second.closesAt())
                .isEqualTo(second.opensAt().plus(Duration.ofDays(3)).plusSeconds(1));
        get(proposal)
                .body("state", equalTo("submitted"))
                .body("submission.stage", equalTo("binding"))
                .body("submission.poll", equalTo(begun.poll()))
                .body("submission.opensAt", equalTo(Times.text(second.opensAt())));
    }

    /** Two days of delay, three days and a second to vote. */
    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 1", "86400000, 86400000"})
    void whoeverHearsOfItLateHasTheWholeTimeToVote(long lateMillis, long putOffMillis) {
        var proposal = staged();
        var vote = Vote.on(proposal);
        var planned = vote.closesAt().plus(Duration.ofDays(2));
        clock.reach(planned.plusMillis(lateMillis));

        News.tell(Topics.VOTING, vote.passed());

        var begun = News.await(proposal, StageBegunV1.class);
        var second = definition(begun.definition());
        assertThat(begun.begunAt()).isEqualTo(vote.closesAt());
        assertThat(second.opensAt()).isEqualTo(planned.plusMillis(putOffMillis));
        assertThat(second.closesAt())
                .isEqualTo(second.opensAt().plus(Duration.ofDays(3)).plusSeconds(1));
    }

    @Test
    void whatHasBeenVotedOnOnceCannotBeTakenBack() {
        var proposal = inTheSecondStage();

        post(
                        path(proposal, "cancellation"),
                        town.about(ANN, "proposal.cancel/1", proposal)
                                .with("reason", "A mistake")
                                .sign())
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:voting-begun"));
    }

    @Test
    void theLastStagesYesIsTheProposals() {
        var proposal = inTheSecondStage();
        var vote = Vote.inNextStage(proposal);
        News.tell(Topics.VOTING, vote.opened(vote.submission().submittedAt()));
        town.awaitState(proposal, "delayed");
        clock.reach(vote.closesAt());

        News.tell(Topics.VOTING, vote.passed());

        town.awaitState(proposal, "timelocked");
        get(proposal).body("enactment.eta", equalTo(Times.text(vote.closesAt().plus(Duration.ofDays(2)))));
    }

    @Test
    void aNoWithoutAWayOnIsTheEnd() {
        var proposal = staged();
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt());

        News.tell(Topics.VOTING, vote.rejected());

        town.awaitState(proposal, "rejected");
    }

    @Test
    void aDecisionThatComesTwiceBeginsOneStage() {
        var proposal = staged();
        var vote = Vote.on(proposal);
        News.tell(Topics.VOTING, vote.passed());
        News.await(proposal, StageBegunV1.class);

        News.tell(Topics.VOTING, vote.passed());
        var later = inTheSecondStage();

        get(later).body("state", equalTo("submitted"));
        assertThat(News.about(proposal))
                .filteredOn(StageBegunV1.class::isInstance)
                .hasSize(1);
    }

    @Test
    void onlySoManyProposalsOfOneAuthorAreOpen() {
        town.submitted(ANN, "Let Eve back in", List.of(reinstate(EVE)));
        var another = town.drafted(ANN, "Let Eve back in, please", List.of(reinstate(EVE)));

        submit(ANN, another)
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:too-many-open"))
                .body("most", equalTo(1));

        var bens = town.drafted(BEN, "Let Eve back in", List.of(reinstate(EVE)));
        submit(BEN, bens).statusCode(200);
    }

    @Test
    void onlySoManyProposalsOfOneAuthorAreMadeInAPeriod() {
        var first = rejected();
        rejected();
        var again = first.submission().submittedAt().plus(Duration.ofDays(30));
        var third = town.drafted(ANN, "Let Eve back in", List.of(reinstate(EVE)));

        submit(ANN, third)
                .statusCode(409)
                .body("type", equalTo("urn:folkmoot:problem:too-many-proposals"))
                .body("again", equalTo(Times.text(again)));
        clock.reach(again);
        submit(ANN, third).statusCode(200);
    }

    @Test
    void anAuthorHasTheShareOfPowerThatThePolicyAsksFor() {
        var one = town.drafted(ANN, "Let all back in", Collections.nCopies(3, reinstate(EVE)));
        var more = town.drafted(ANN, "Let all back in", Collections.nCopies(3, reinstate(EVE)));
        submit(ANN, one).statusCode(200);

        town.join(3, EVE);
        town.await(() -> assertThat(seen(EVE)).isTrue());

        submit(ANN, more)
                .statusCode(403)
                .body("type", equalTo("urn:folkmoot:problem:too-little-power"))
                .body("power", equalTo("1"))
                .body("roll", equalTo("4"))
                .body("share", equalTo("1/3"));
    }

    @Test
    void anAuthorHasThePowerThatThePolicyAsksFor() {
        var proposal = town.drafted(ANN, "Let all back in", Collections.nCopies(4, reinstate(EVE)));

        submit(ANN, proposal)
                .statusCode(403)
                .body("type", equalTo("urn:folkmoot:problem:too-little-power"))
                .body("least", equalTo("2"));
    }

    private Vote rejected() {
        var proposal = town.submitted(ANN, "Let Eve back in", List.of(reinstate(EVE)));
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt());
        News.tell(Topics.VOTING, vote.rejected());
        town.awaitState(proposal, "rejected");
        return vote;
    }

    private ValidatableResponse submit(Person author, String proposal) {
        return post(
                path(proposal, "submission"), town.submission(author, proposal).sign());
    }

    private String staged() {
        return town.submitted(ANN, "Let both back in", List.of(reinstate(EVE), reinstate(CAT)));
    }

    private String inTheSecondStage() {
        var proposal = staged();
        News.tell(Topics.VOTING, Vote.on(proposal).passed());
        News.await(proposal, StageBegunV1.class);
        return proposal;
    }

    private boolean seen(Person person) {
        return given().contentType("application/json")
                        .body(town.draft(person, "Hello", List.of()).sign().json())
                        .post(town.draftsPath())
                        .statusCode()
                == 201;
    }

    private Map<String, String> reinstate(Person person) {
        return Map.of(
                "type",
                "member.reinstate",
                "member",
                person.in(town.community()).hex());
    }

    private static PollDefinition definition(String text) {
        return PollDefinition.read(text.getBytes(UTF_8));
    }
}
