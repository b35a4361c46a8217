// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.PollRefusedV1;
import org.folkmoot.contracts.StageBegunV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polls of later stages are held by the rules of their stage, and policies remember what was decided before. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class StagesTest {
    @Inject
    TestClock clock;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(clock);
    }

    @Test
    void aLaterStageIsHeldByItsOwnRules() {
        var poll = second("binding");
        begin(poll);
        awaitState(poll.id(), "open");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);

        clock.reach(poll.closesAt());

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.rollMembers()).isEqualTo(2);
        assertThat(decision.trace()).extracting("rule").containsExactly("binding/approval");
        read(poll.id()).body("definition.stage", equalTo("binding"));
    }

    @Test
    void theFirstStageIsDecidedByItsOwnRulesToo() {
        var poll = village.definition("staged", Duration.ZERO);
        village.ask(poll);
        awaitState(poll.id(), "open");
        village.cast(ANN, poll.id(), "for").statusCode(201);

        clock.reach(poll.closesAt());

        assertThat(News.await(poll.id().hex(), DecisionReachedV1.class).trace())
                .extracting("rule")
                .containsExactly("temperature/approval");
    }

    @Test
    void aStageThatThePolicyDoesNotHaveIsRefused() {
        var poll = second("third");
        begin(poll);

        assertThat(News.await(poll.id().hex(), PollRefusedV1.class).reason()).isEqualTo("The policy has other stages.");
    }

    @Test
    void aPolicyRemembersWhatWasDecidedBefore() {
        assertThat(quorumOf(decided())).isEqualTo("1/2");

        // One of three voted: 1/2 · 1/2 + 1/2 · 1/3 is 5/12, rounded down to two places.
        assertThat(quorumOf(decided())).isEqualTo("41/100");
    }

    private DecisionReachedV1 decided() {
        var poll = village.definition("remembering", Duration.ZERO);
        village.ask(poll);
        awaitState(poll.id(), "open");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        clock.reach(poll.closesAt());
        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        awaitState(poll.id(), "closed");
        return decision;
    }

    private static String quorumOf(DecisionReachedV1 decision) {
        return decision.trace().getFirst().fraction();
    }

    private void begin(PollDefinition poll) {
        News.tell(
                Topics.PROPOSALS,
                new StageBegunV1(
                        village.community().hex(),
                        poll.proposal().hex(),
                        "binding",
                        poll.id().hex(),
                        new String(poll.canonical(), UTF_8),
                        clock.instant()));
    }

    private PollDefinition second(String stage) {
        var first = village.definition("staged", Duration.ZERO);
        var binding = village.constitution()
                .policy("staged")
                .orElseThrow()
                .stage("binding")
                .orElseThrow();
        return new PollDefinition(
                binding.main().ballot(),
                binding.main().revote(),
                binding.main().body(),
                first.opensAt().plus(binding.timing().open()),
                first.community(),
                first.constitution(),
                first.opensAt(),
                first.question(),
                first.policy(),
                first.proposal(),
                first.rollAt(),
                first.rollPosition(),
                Optional.empty(),
                List.of(),
                Optional.of(stage),
                Optional.empty(),
                Optional.empty());
    }
}
