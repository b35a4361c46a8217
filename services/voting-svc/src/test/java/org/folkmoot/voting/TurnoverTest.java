// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.DecisionReachedV1.Outcome;
import org.folkmoot.contracts.PollExtendedV1;
import org.folkmoot.policy.Fraction;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Members come and go while they delegate, in polls whose close may move and in several chambers. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TurnoverTest {
    @Inject
    TestClock clock;

    @Inject
    TrendStore trends;

    private Village village;
    private DelegationActs acts;
    private Polling polling;

    @BeforeEach
    void found() {
        village = Village.found(clock).heard();
        acts = new DelegationActs(village);
        polling = new Polling(village);
    }

    /** Ann's ballot carries Ben's power, and makes two of three, which is a quorum in time. */
    @Test
    void aPollIsComparedAtTheCloseToWhichItWasMoved() {
        var poll = moved();
        village.join(3, EVE);
        village.awaitHeard(3);
        clock.reach(closesAt(poll));

        var decision = decided(poll.id());

        assertThat(decision.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(decision.winners()).isEmpty();
        assertThat(decision.decidedAt()).isEqualTo(closesAt(poll));
        assertThat(decision.counts()).containsEntry("for", BigInteger.TWO);
        assertThat(decision.trace()).extracting("rule").containsExactly("quorum", "approval", "delegation", "changes");
        assertThat(decision.trace().getLast().words())
                .isEqualTo("The body changed while the poll was open: 0 left it and 1 came into it, as of membership"
                        + " position 3. So the poll ends undecided.");
    }

    @Test
    void whereNothingChangesUntilThenThePolicyDecides() {
        var poll = moved();
        clock.reach(closesAt(poll));

        var decision = decided(poll.id());

        assertThat(decision.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(decision.trace().getLast().words())
                .isEqualTo("Nobody came into the body and nobody left it while the poll was open.");
    }

    @Test
    void anEarlyDecisionIsComparedAtItsOwnMoment() {
        var poll = polling.open("reached-steady");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.leave(3, CAT);
        village.awaitHeard(3);

        var since = acts.since(BEN, "steady", ANN);

        var decision = decided(poll.id());
        assertThat(decision.decidedAt()).isEqualTo(since);
        assertThat(decision.outcome()).isEqualTo(Outcome.REJECTED);
    }

    @Test
    void whoComesAfterAnEarlyDecisionChangesNothing() {
        var poll = polling.open("reached-steady");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);
        // The second ballot is of the moment behind the first one.
        clock.pass(Duration.ofMillis(5));

        var decision = decided(poll.id());
        village.join(3, EVE);
        village.awaitHeard(3);
        clock.reach(poll.closesAt());
        polling.awaitTurn();

        assertThat(decision.outcome()).isEqualTo(Outcome.PASSED);
        read(poll.id()).body("decision.outcome", equalTo("passed"));
        assertThat(News.about(poll.id().hex(), DecisionReachedV1.class)).hasSize(1);
    }

    @Test
    void whatIsAbortedIsNoTrend() {
        var poll = polling.open("remembering-steady");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        village.leave(3, CAT);
        village.awaitHeard(3);

        assertThat(polling.close(poll).outcome()).isEqualTo(Outcome.REJECTED);

        assertThat(remembered()).isEmpty();
    }

    @Test
    void whatIsDecidedIs() {
        var poll = polling.open("remembering-steady");
        village.cast(ANN, poll.id(), "for").statusCode(201);

        polling.close(poll);

        // Half of 1/2 and half of one of three, rounded down to two places.
        assertThat(remembered()).containsEntry("turnout", Fraction.of(41, 100));
    }

    @Test
    void chambersAreDecidedTogetherByThoseWhoAreLeft() {
        var poll = polling.open("leaving-houses");
        var watch = polling.chamber(poll, "watch");
        acts.set(ANN, "leaving", BEN).statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);
        village.cast(CAT, poll.id(), "for").statusCode(201);
        village.cast(BEN, watch, "against").statusCode(201);
        village.leave(3, BEN);
        village.awaitHeard(3);

        var decision = polling.close(poll);

        // Nobody carries Ann's power, and Cat is one of two.
        assertThat(decision.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(decision.rollMembers()).isEqualTo(2);
        assertThat(decision.counts()).containsEntry("for", BigInteger.ONE);
        assertThat(decision.trace())
                .extracting("rule")
                .containsExactly(
                        "leaving/approval",
                        "watch/approval",
                        "leaving/delegation",
                        "leaving/changes",
                        "watch/delegation");
        var other = decided(watch);
        assertThat(other.trace()).isEqualTo(decision.trace());
        assertThat(other.rollMembers()).isEqualTo(3);
        assertThat(other.counts()).containsEntry("against", BigInteger.ONE);
    }

    /** A third of three is one, and a third of the two who are left is none. */
    @Test
    void theMostIsAShareOfThoseWhoAreLeft() {
        var poll = polling.open("shrinking");
        acts.set(ANN, "shrinking", BEN).statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);
        village.leave(3, CAT);
        village.awaitHeard(3);

        var decision = polling.close(poll);

        assertThat(decision.rollMembers()).isEqualTo(2);
        assertThat(decision.counts()).containsEntry("for", BigInteger.ONE);
    }

    @Test
    void withoutComingsAndGoingsItIsAShareOfAll() {
        var poll = polling.open("shrinking");
        acts.set(ANN, "shrinking", BEN).statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);

        assertThat(polling.close(poll).counts()).containsEntry("for", BigInteger.TWO);
    }

    /** Who left has delegated, and is carried by nobody any more. */
    @Test
    void whoLeftIsCarriedByNobody() {
        var poll = polling.open("leaving-houses");
        acts.set(ANN, "leaving", BEN).statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);
        village.cast(CAT, poll.id(), "for").statusCode(201);
        village.leave(3, ANN);
        village.awaitHeard(3);

        var decision = polling.close(poll);

        assertThat(decision.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(decision.rollMembers()).isEqualTo(2);
        assertThat(decision.counts()).containsEntry("for", BigInteger.TWO);
    }

    /** One recounts, and the other ends what all of them decide. */
    @Test
    void oneChamberEndsTheStage() {
        var poll = polling.open("steady-houses");
        for (var voter : new Person[] {ANN, BEN, CAT})
            village.cast(voter, poll.id(), "for").statusCode(201);
        village.join(3, EVE);
        village.awaitHeard(3);

        var decision = polling.close(poll);

        assertThat(decision.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(decision.counts()).containsEntry("for", BigInteger.valueOf(3));
        assertThat(decision.trace())
                .extracting("rule")
                .containsExactly(
                        "leaving/approval",
                        "watch/approval",
                        "leaving/delegation",
                        "leaving/changes",
                        "watch/delegation",
                        "watch/changes");
    }

    @Test
    void aPollWhoseCloseMayMoveIsNotRecounted() {
        var poll = village.definition("late-leaving", Duration.ZERO);
        village.ask(poll);

        awaitState(poll.id(), "refused");

        read(poll.id())
                .body(
                        "reason",
                        equalTo(
                                "A body is looked at again at the close, and the policy asks before it who will be left."));
    }

    private PollDefinition moved() {
        var poll = polling.open("late-steady");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        clock.reach(poll.closesAt().minus(Duration.ofMinutes(5)));
        acts.set(BEN, "steady", ANN).statusCode(201);
        assertThat(closesAt(poll)).isAfter(poll.closesAt());
        return poll;
    }

    private static Instant closesAt(PollDefinition poll) {
        return News.await(poll.id().hex(), PollExtendedV1.class).closesAt();
    }

    private static DecisionReachedV1 decided(Hash poll) {
        return News.await(poll.hex(), DecisionReachedV1.class);
    }

    private Map<String, Fraction> remembered() {
        return QuarkusTransaction.requiringNew()
                .call(() -> trends.remembered(village.community(), "remembering-steady"));
    }
}
