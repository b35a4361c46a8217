// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.CastBallotTest.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.await;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.PollExtendedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polls whose close may move close when their ballots say so, to the millisecond. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class FollowingTest {
    private static final Duration ONE = Duration.ofMillis(1);

    @Inject
    TestClock clock;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(clock);
    }

    @Test
    void aLateQuorumMovesTheCloseAndIsTold() {
        var poll = opened("late");
        var opensAt = poll.opensAt();
        village.cast(ANN, poll.id(), "for").statusCode(201);
        clock.reach(opensAt.plus(Duration.ofMinutes(55)));
        var at = at(BEN, poll.id(), "for");
        var closesAt = at.plus(Duration.ofMinutes(20)).plusSeconds(1);

        var extended = News.await(poll.id().hex(), PollExtendedV1.class);

        assertThat(extended.closesAt()).isEqualTo(closesAt);
        assertThat(extended.at()).isEqualTo(at);
        read(poll.id()).body("closesAt", equalTo(Times.text(closesAt))).body("phase", equalTo("voting"));
        clock.reach(closesAt.minus(ONE));
        village.cast(CAT, poll.id(), "for").statusCode(201);
        clock.reach(closesAt);
        refused(village.cast(CAT, poll.id(), "against"), 409, "ballot-late");
        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.decidedAt()).isEqualTo(closesAt);
        assertThat(decision.ballots()).isEqualTo(3);
        read(poll.id()).body("closesAt", equalTo(Times.text(closesAt)));
    }

    @Test
    void graceIsPartOfTheDefinitionAndOfTheTimeInWhichBallotsAreTaken() {
        var poll = opened("late");

        clock.reach(poll.opensAt().plus(Duration.ofHours(1)));
        village.cast(ANN, poll.id(), "for").statusCode(201);
        clock.reach(poll.opensAt().plus(Duration.ofHours(1)).plusSeconds(1));
        village.cast(BEN, poll.id(), "for").statusCode(409);

        assertThat(News.await(poll.id().hex(), DecisionReachedV1.class).decidedAt())
                .isEqualTo(poll.closesAt())
                .isEqualTo(poll.opensAt().plus(Duration.ofHours(1)).plusSeconds(1));
    }

    @Test
    void whatNobodyCanChangeAnyMoreIsDecidedAtOnce() {
        var poll = opened("early");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        var at = at(BEN, poll.id(), "for");
        clock.reach(at);

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);

        assertThat(decision.decidedAt()).isEqualTo(at);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        refused(village.cast(CAT, poll.id(), "against"), 409, "ballot-late").body("closesAt", equalTo(Times.text(at)));
    }

    @Test
    void aConfirmationOutlivesTheDeadlineAndIsBrokenByABallot() {
        var poll = opened("confirmed");
        clock.reach(poll.closesAt().minusSeconds(60));
        var held = at(ANN, poll.id(), "for");
        var passes = held.plus(Duration.ofMinutes(10));
        read(poll.id()).body("phase", equalTo("confirming")).body("closesAt", equalTo(Times.text(passes)));

        clock.reach(passes.minusSeconds(1));
        var broken = at(BEN, poll.id(), "against");

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
        assertThat(decision.decidedAt()).isEqualTo(broken);
    }

    @Test
    void aConfirmationThatHoldsPassesBeforeTheDeadline() {
        var poll = opened("confirmed");
        var held = at(ANN, poll.id(), "for");
        clock.reach(held.plus(Duration.ofMinutes(11)));

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);

        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.decidedAt()).isEqualTo(held.plus(Duration.ofMinutes(10)));
    }

    @Test
    void whileItCoolsOffOnlySomeChoicesAreTaken() {
        var poll = opened("cool");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        clock.reach(poll.closesAt());
        await(() -> read(poll.id()).body("phase", equalTo("cooling-off")));
        var closesAt = poll.closesAt().plus(Duration.ofMinutes(30));

        refused(village.cast(BEN, poll.id(), "for"), 409, "choice-closed").body("only", hasItem("against"));
        village.cast(CAT, poll.id(), "against").statusCode(201);

        read(poll.id()).body("closesAt", equalTo(Times.text(closesAt)));
        assertThat(News.await(poll.id().hex(), PollExtendedV1.class).closesAt()).isEqualTo(closesAt);
        clock.reach(closesAt);
        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
        assertThat(decision.decidedAt()).isEqualTo(closesAt);
    }

    @Test
    void aThresholdThatFallsIsReachedByItself() {
        var poll = opened("falling");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);

        clock.reach(poll.opensAt().plus(Duration.ofMinutes(30)));

        // Two of three are reached when the line has come down by a third, after 20 of 60 minutes.
        assertThat(News.await(poll.id().hex(), DecisionReachedV1.class).decidedAt())
                .isEqualTo(poll.opensAt().plus(Duration.ofMinutes(20)));
    }

    private PollDefinition opened(String policy) {
        var definition = village.definition(policy, Duration.ZERO);
        village.ask(definition);
        awaitState(definition.id(), "open");
        return definition;
    }

    private Instant at(Person voter, Hash poll, String choice) {
        return Instant.parse(
                village.cast(voter, poll, choice).statusCode(201).extract().path("acceptedAt"));
    }
}
