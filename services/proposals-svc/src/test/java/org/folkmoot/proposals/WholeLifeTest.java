// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.proposals.Town.ANN;
import static org.folkmoot.proposals.Town.get;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.ProposalEndedV1;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Json;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Proposals that pass, from the draft to the end, with the other services speaking on Kafka. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class WholeLifeTest {
    @Inject
    TestClock clock;

    private Town town;

    @BeforeEach
    void found() {
        town = Town.found(clock);
    }

    @Test
    void aProposalIsDraftedSubmittedVotedOnAndEnactedActionByAction() {
        var proposal = town.submitted(ANN, "Two payments", List.of(town.transfer("10.00"), town.transfer("20.00")));
        var vote = Vote.on(proposal);
        get(proposal).body("state", equalTo("submitted"));

        News.tell(Topics.VOTING, vote.opened(clock.instant()));
        town.awaitState(proposal, "delayed");
        get(proposal).body("submission.rollMembers", equalTo(3)).body("submission.rollPower", equalTo("3"));

        clock.reach(vote.opensAt());
        get(proposal).body("state", equalTo("voting"));

        clock.reach(vote.closesAt());
        News.tell(Topics.VOTING, vote.passed());
        town.awaitState(proposal, "timelocked");
        var eta = vote.closesAt().plus(Duration.ofDays(2));
        get(proposal)
                .body("enactment.eta", equalTo(text(eta)))
                .body("enactment.expiry", equalTo(text(eta.plus(Duration.ofDays(7)))))
                .body("enactment.actions", contains("waiting", "waiting"))
                .body("decision.trace[0].words", equalTo("More than half were for it."));

        clock.reach(eta);
        town.awaitState(proposal, "enacting");
        var first = News.await(proposal, EnactmentDueV1.class);
        get(proposal).body("enactment.actions", contains("ordered", "waiting"));
        assertThat(first.dueAt()).isEqualTo(eta);

        News.tell(Topics.TREASURY, Answer.enacted(first, clock));
        town.await(() -> get(proposal).body("enactment.actions", contains("enacted", "ordered")));
        var second = Answer.orders(proposal).getLast();
        News.tell(Topics.TREASURY, Answer.enacted(second, clock));
        town.awaitState(proposal, "enacted");

        get(proposal).body("enactment.actions", contains("enacted", "enacted")).body("end.at", equalTo(text(eta)));
        assertThat(kinds(proposal))
                .containsExactly(
                        ProposalSubmittedV1.class, EnactmentDueV1.class, EnactmentDueV1.class, ProposalEndedV1.class);
        assertThat(News.await(proposal, ProposalEndedV1.class).state()).isEqualTo(ProposalEndedV1.State.ENACTED);
    }

    @Test
    void theTimelineNamesEveryTransitionItsInstantAndItsCause() {
        var proposal = town.submitted(ANN, "A payment", List.of(town.transfer("10.00")));
        var vote = Vote.on(proposal);
        News.tell(Topics.VOTING, vote.opened(clock.instant()));
        town.awaitState(proposal, "delayed");
        clock.reach(vote.closesAt());
        News.tell(Topics.VOTING, vote.passed());
        town.awaitState(proposal, "timelocked");

        get(proposal)
                .body("timeline.state", contains("draft", "submitted", "delayed", "voting", "timelocked"))
                .body("timeline.cause.kind", contains("act", "act", "event", "deadline", "event"))
                .body("timeline[0].cause.about", equalTo(proposal))
                .body("timeline[2].cause.type", equalTo("voting.poll-opened.v1"))
                .body("timeline[2].cause.about", equalTo(vote.submission().poll()))
                .body("timeline[3].at", equalTo(text(vote.opensAt())))
                .body("timeline[3].cause", not(hasKey("about")))
                .body("timeline[4].at", equalTo(text(vote.closesAt())));
    }

    @Test
    void theSubmissionPinsTheRulesThePollAndTheRoll() {
        var proposal = town.submitted(ANN, "A payment", List.of(town.transfer("10.00")));

        var submitted = News.await(proposal, ProposalSubmittedV1.class);
        var definition = PollDefinition.read(submitted.definition().getBytes(UTF_8));

        assertThat(definition.id().hex()).isEqualTo(submitted.poll());
        assertThat(definition.proposal().hex()).isEqualTo(proposal);
        assertThat(definition.constitution()).isEqualTo(town.constitution().hash());
        assertThat(definition.policy()).isEqualTo("spend");
        assertThat(definition.body()).isEqualTo("citizens");
        assertThat(definition.question().title()).isEqualTo("A payment");
        assertThat(definition.rollPosition()).isEqualTo(2);
        assertThat(definition.rollAt()).isEqualTo(submitted.submittedAt());
        assertThat(definition.opensAt()).isEqualTo(submitted.submittedAt().plus(Duration.ofDays(1)));
        assertThat(definition.closesAt()).isEqualTo(definition.opensAt().plus(Duration.ofDays(3)));
        assertThat(submitted.actions())
                .isEqualTo(Json.of(List.of(town.transfer("10.00"))).canonicalText());
        assertThat(submitted.acts()).hasSize(2);
        assertThat(submitted.author()).isEqualTo(ANN.in(town.community()).hex());
        get(proposal)
                .body("submission.definition.rollPosition", equalTo(2))
                .body(
                        "submission.constitution",
                        equalTo(town.constitution().hash().hex()));
    }

    @Test
    void onlyTheActionsOfTheOptionThatWonAreEnacted() {
        var options = List.of("Bridge", "School");
        var actions = List.of(
                option(town.transfer("10.00"), "Bridge"),
                option(town.transfer("20.00"), "School"),
                town.transfer("1.00"));
        var envelope = town.draft(ANN, "What to build", actions)
                .with("options", options)
                .sign();
        String proposal =
                Town.post(town.draftsPath(), envelope).statusCode(201).extract().path("proposal");
        Town.post(
                        Town.path(proposal, "submission"),
                        town.submission(ANN, proposal).sign())
                .statusCode(200);
        var vote = Vote.on(proposal);

        clock.reach(vote.closesAt().plus(Duration.ofDays(2)));
        News.tell(Topics.VOTING, vote.passed("School"));
        town.awaitState(proposal, "enacting");

        get(proposal).body("enactment.actions", contains("skipped", "ordered", "waiting"));
        assertThat(News.await(proposal, EnactmentDueV1.class).actionIndex()).isEqualTo(1);
    }

    @Test
    void withoutActionsItIsEnactedAtItsEta() {
        var proposal = town.submitted(ANN, "We like boats", List.of());
        var vote = Vote.on(proposal);
        clock.reach(vote.closesAt());
        News.tell(Topics.VOTING, vote.opened(vote.opensAt()));
        News.tell(Topics.VOTING, vote.passed());
        town.awaitState(proposal, "timelocked");

        clock.reach(vote.closesAt().plus(Duration.ofDays(1)).minusMillis(1));
        get(proposal).body("state", equalTo("timelocked"));
        clock.pass(Duration.ofMillis(1));
        get(proposal).body("state", equalTo("enacted")).body("timeline[-1].cause.kind", equalTo("deadline"));

        var ended = News.await(proposal, ProposalEndedV1.class);
        assertThat(ended.at()).isEqualTo(vote.closesAt().plus(Duration.ofDays(1)));
    }

    private static Map<String, String> option(Map<String, String> action, String option) {
        var larger = new TreeMap<>(action);
        larger.put("option", option);
        return larger;
    }

    private static List<Class<? extends Event>> kinds(String proposal) {
        return News.about(proposal).stream()
                .<Class<? extends Event>>map(Event::getClass)
                .toList();
    }

    private static String text(Instant instant) {
        return Times.text(instant);
    }
}
