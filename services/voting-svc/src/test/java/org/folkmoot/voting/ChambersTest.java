// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.CastBallotTest.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.PollOpenedV1;
import org.folkmoot.contracts.PollRefusedV1;
import org.folkmoot.contracts.ProposalCancelledV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Bodies that decide together vote in a poll each, and are decided at once. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ChambersTest {
    @Inject
    TestClock clock;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(clock);
    }

    @Test
    void eachBodyHasAPollOfItsOwn() {
        var poll = opened("vetoed");
        var council = chamber(poll, "council");

        read(poll.id())
                .body("chambers.chamber", contains("citizens", "council"))
                .body("chambers.body", contains("citizens", "founders"))
                .body("roll.members", equalTo(3));
        read(council)
                .body("definition.chamber", equalTo("council"))
                .body("chambers.chamber", contains("citizens", "council"))
                .body("roll.members", equalTo(2));
        assertThat(News.await(council.hex(), PollOpenedV1.class).closesAt()).isEqualTo(poll.closesAt());
        refused(village.cast(CAT, council, "for"), 403, "not-on-roll");
    }

    @Test
    void aVetoStopsWhatTheOthersWant() {
        var poll = opened("vetoed");
        var council = chamber(poll, "council");
        for (var voter : List.of(ANN, BEN, CAT))
            village.cast(voter, poll.id(), "for").statusCode(201);
        village.cast(BEN, council, "against").statusCode(201);

        clock.reach(poll.closesAt());

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
        assertThat(decision.ballots()).isEqualTo(3);
        assertThat(decision.trace())
                .extracting("rule")
                .containsExactly("citizens/quorum", "citizens/approval", "council/veto");
        assertThat(decision.trace().getLast().passed()).isFalse();
        var theirs = News.await(council.hex(), DecisionReachedV1.class);
        assertThat(theirs.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
        assertThat(theirs.ballots()).isEqualTo(1);
        assertThat(theirs.trace()).isEqualTo(decision.trace());
        assertThat(theirs.decidedAt()).isEqualTo(decision.decidedAt()).isEqualTo(poll.closesAt());
        read(council).body("state", equalTo("closed"));
    }

    @Test
    void withoutAVetoItPasses() {
        var poll = opened("vetoed");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(BEN, chamber(poll, "council"), "for").statusCode(201);

        clock.reach(poll.closesAt());

        assertThat(News.await(poll.id().hex(), DecisionReachedV1.class).outcome())
                .isEqualTo(DecisionReachedV1.Outcome.PASSED);
    }

    @Test
    void aBallotInOneChamberDecidesBoth() {
        var poll = opened("two-houses");
        var elders = chamber(poll, "elders");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(CAT, poll.id(), "for").statusCode(201);
        village.cast(ANN, elders, "for").statusCode(201);

        var at = Instant.parse(
                village.cast(BEN, elders, "for").statusCode(201).extract().path("acceptedAt"));
        clock.reach(at);

        assertThat(News.await(poll.id().hex(), DecisionReachedV1.class).decidedAt())
                .isEqualTo(at);
        assertThat(News.await(elders.hex(), DecisionReachedV1.class).decidedAt())
                .isEqualTo(at);
        refused(village.cast(BEN, poll.id(), "against"), 409, "ballot-late");
    }

    @Test
    void aBodyInWhichThereIsNobodySaysNothing() {
        var poll = opened("nobodys-veto");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        read(poll.id()).body("chambers", nullValue());

        clock.reach(poll.closesAt());

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.trace()).extracting("rule").containsExactly("citizens/approval", "nobody/veto");
    }

    @Test
    void aBodyWhoseRollCannotBeMadeRefusesAll() {
        var definition = village.definition("broken-veto", Duration.ZERO);
        village.ask(definition);

        assertThat(News.await(definition.id().hex(), PollRefusedV1.class).reason())
                .startsWith("The roll cannot be made.");
        awaitState(definition.id(), "refused");
    }

    @Test
    void theyAreCalledOffTogether() {
        var definition = village.definition("vetoed", Duration.ofMinutes(10));
        village.ask(definition);
        awaitState(definition.id(), "delayed");
        var council = chamber(definition, "council");

        News.tell(
                Topics.PROPOSALS,
                new ProposalCancelledV1(
                        village.community().hex(),
                        definition.proposal().hex(),
                        definition.id().hex(),
                        "changed my mind",
                        clock.instant()));

        awaitState(definition.id(), "cancelled");
        awaitState(council, "cancelled");
    }

    private PollDefinition opened(String policy) {
        var definition = village.definition(policy, Duration.ZERO);
        village.ask(definition);
        awaitState(definition.id(), "open");
        return definition;
    }

    private Hash chamber(PollDefinition poll, String name) {
        var stage = village.constitution().policy(poll.policy()).orElseThrow().first();
        return poll.in(stage.chamber(name).orElseThrow()).id();
    }
}
