// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.BallotsCastV1;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.PollOpenedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A poll is decided at its deadline, once, and says why. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ClosingTest {
    @Inject
    TestClock clock;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(clock);
    }

    @Test
    void aPollIsDecidedByItsPolicyAndSaysWhy() {
        var definition = opened("last");
        var poll = definition.id();
        village.cast(ANN, poll, "for").statusCode(201);
        village.cast(BEN, poll, "for").statusCode(201);
        village.cast(CAT, poll, "against").statusCode(201);

        var decision = close(definition);

        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.ballots()).isEqualTo(3);
        assertThat(decision.rollMembers()).isEqualTo(3);
        assertThat(decision.decidedAt()).isEqualTo(definition.closesAt());
        assertThat(decision.counts())
                .containsEntry("for", BigInteger.TWO)
                .containsEntry("against", BigInteger.ONE)
                .containsEntry("abstain", BigInteger.ZERO);
        assertThat(decision.trace()).extracting("rule").containsExactly("quorum", "approval");
        read(poll)
                .body("state", equalTo("closed"))
                .body("decision.outcome", equalTo("passed"))
                .body("decision.trace", hasSize(2))
                .body("decision.decidedAt", equalTo(Times.text(definition.closesAt())));
    }

    @Test
    void nobodyVotingIsARejection() {
        var decision = close(opened("last"));

        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
        assertThat(decision.ballots()).isZero();
    }

    @Test
    void blankAndSpoiltRankingsAreCountedAndHarmNothing() {
        var definition = opened("rank");
        var poll = definition.id();
        village.cast(ANN, poll, List.of()).statusCode(201);
        village.cast(BEN, poll, List.of(List.of(1), List.of(0))).statusCode(201);
        village.cast(CAT, poll, List.of("overvote", List.of(2))).statusCode(201);

        var decision = close(definition);

        assertThat(decision.ballots()).isEqualTo(3);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.winners()).containsExactly("Elm");
        assertThat(decision.rounds()).isNotEmpty();
    }

    @Test
    void aDecisionIsToldOnceHoweverOftenTheProposalIsToldAgain() {
        var definition = opened("last");
        var poll = definition.id();
        village.cast(ANN, poll, "for").statusCode(201);
        close(definition);

        News.tell(Topics.PROPOSALS, village.submitted(definition));
        var next = opened("last");
        close(next);

        assertThat(News.about(poll.hex(), DecisionReachedV1.class)).hasSize(1);
        assertThat(News.about(poll.hex(), PollOpenedV1.class)).hasSize(1);
    }

    @Test
    void everyBallotIsToldAsItWasSigned() {
        var definition = opened("last");
        var poll = definition.id();
        var ballot = village.ballot(ANN, poll, "for").sign();
        Village.post(poll, ballot).statusCode(201);

        var told = News.await(poll.hex(), BallotsCastV1.class);

        assertThat(told.from()).isEqualTo(1);
        assertThat(told.to()).isEqualTo(1);
        assertThat(told.community()).isEqualTo(village.community().hex());
        var entry = told.ballots().getFirst();
        assertThat(java.util.Base64.getDecoder().decode(entry.payload())).isEqualTo(ballot.payload());
        assertThat(java.util.Base64.getDecoder().decode(entry.signature())).isEqualTo(ballot.signature());
        assertThat(entry.suite()).isEqualTo("ed25519");
    }

    private PollDefinition opened(String policy) {
        var definition = village.definition(policy, Duration.ZERO);
        village.ask(definition);
        awaitState(definition.id(), "open");
        return definition;
    }

    private DecisionReachedV1 close(PollDefinition definition) {
        clock.reach(definition.closesAt());
        return News.await(definition.id().hex(), DecisionReachedV1.class);
    }
}
