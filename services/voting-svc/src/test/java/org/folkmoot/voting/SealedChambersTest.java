// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.ProposalCancelledV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Chambers whose ballots are sealed are counted when all of them are open, and decided together as of their close. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class SealedChambersTest {
    private final Trustees trustees = new Trustees();

    @Inject
    TestClock clock;

    private Village village;
    private DelegationActs acts;
    private Polling polling;
    private PollDefinition poll;
    private Hash watch;

    @BeforeEach
    void found() {
        village = Village.found(clock, trustees::in);
        acts = new DelegationActs(village);
        polling = new Polling(village);
        poll = polling.open("sealed-houses");
        watch = polling.chamber(poll, "watch");
        awaitState(watch, "open");
    }

    @Test
    void nothingIsDecidedBeforeAllOfThemAreOpen() {
        cast(ANN, poll.id(), "for");
        cast(BEN, watch, "against");
        clock.reach(poll.closesAt());
        awaitState(poll.id(), "unsealing");
        awaitState(watch, "unsealing");

        give(poll.id());
        polling.awaitTurn();
        read(poll.id()).body("state", equalTo("unsealing"));
        read(watch).body("state", equalTo("unsealing"));
        give(watch);

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.counts()).containsEntry("for", BigInteger.ONE);
        assertThat(News.await(watch.hex(), DecisionReachedV1.class).counts()).containsEntry("against", BigInteger.ONE);
        assertThat(News.await(watch.hex(), DecisionReachedV1.class).trace()).isEqualTo(decision.trace());
        assertThat(decision.trace())
                .extracting("rule")
                .containsExactly(
                        "commons/approval",
                        "watch/approval",
                        "commons/delegation",
                        "commons/opening",
                        "watch/delegation",
                        "watch/opening");
        awaitState(poll.id(), "closed");
        awaitState(watch, "closed");
        read(poll.id()).body("chambers.chamber", contains("commons", "watch"));
    }

    /** More than half of three are two. */
    @ParameterizedTest
    @CsvSource({"1, PASSED", "2, REJECTED", "3, REJECTED"})
    void whatOneVetoesTheOthersDoNotPass(int against, DecisionReachedV1.Outcome expected) {
        cast(ANN, poll.id(), "for");
        for (var i = 0; i < 3; i++) cast(List.of(ANN, BEN, CAT).get(i), watch, i < against ? "against" : "for");

        assertThat(decided(watch, poll.id()).outcome()).isEqualTo(expected);
    }

    @Test
    void anOpenChamberWaitsForTheOneThatIsSealed() {
        openHalfSealed();
        village.cast(ANN, poll.id(), "for").statusCode(201);
        cast(BEN, watch, "for");
        polling.awaitCounts(poll.id(), 1, 0);
        clock.reach(poll.closesAt());
        awaitState(watch, "unsealing");
        polling.awaitTurn();
        read(poll.id()).body("state", equalTo("closing"));

        give(watch);

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.trace())
                .extracting("rule")
                .containsExactly(
                        "commons/approval",
                        "watch/approval",
                        "commons/delegation",
                        "watch/delegation",
                        "watch/opening");
    }

    /** Where nobody has voted there is nothing to open. */
    @Test
    void nobodyWaitsForAChamberWithoutBallots() {
        cast(ANN, poll.id(), "for");

        assertThat(decided(poll.id()).outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(News.await(watch.hex(), DecisionReachedV1.class).ballots()).isZero();
        awaitState(watch, "closed");
    }

    @Test
    void withoutAnyBallotItIsDecidedAtTheClose() {
        clock.reach(poll.closesAt());

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
        assertThat(decision.decidedAt()).isEqualTo(poll.closesAt());
    }

    /** Each chamber carries what members of its own body delegated, as of the close. */
    @ParameterizedTest
    @CsvSource({"-1, 2, REJECTED", "0, 1, PASSED", "1, 1, PASSED"})
    void whatIsCarriedIsThatOfTheClose(long millis, long carried, DecisionReachedV1.Outcome expected) {
        cast(ANN, poll.id(), "for");
        cast(BEN, watch, "against");
        clock.reach(poll.closesAt().plusMillis(millis));
        acts.set(CAT, "secretive", BEN).statusCode(201);

        var decision = decided(poll.id(), watch);

        assertThat(decision.outcome()).isEqualTo(expected);
        assertThat(News.await(watch.hex(), DecisionReachedV1.class).counts())
                .containsEntry("against", BigInteger.valueOf(carried));
    }

    @ParameterizedTest
    @CsvSource({"-1, 201", "0, 409", "1, 409"})
    void noChamberTakesABallotAtTheClose(long millis, int status) {
        clock.reach(poll.closesAt().plusMillis(millis));

        village.cast(ANN, watch, trustees.seal(village, watch, ANN, "for")).statusCode(status);
    }

    @Test
    void theyAreCalledOffTogether() {
        cast(BEN, watch, "for");
        clock.reach(poll.closesAt());
        awaitState(watch, "unsealing");

        News.tell(
                Topics.PROPOSALS,
                new ProposalCancelledV1(
                        village.community().hex(),
                        poll.proposal().hex(),
                        poll.id().hex(),
                        "withdrawn",
                        clock.instant()));

        awaitState(poll.id(), "cancelled");
        awaitState(watch, "cancelled");
    }

    private void openHalfSealed() {
        poll = polling.open("half-sealed-houses");
        watch = polling.chamber(poll, "watch");
        awaitState(watch, "open");
    }

    private void cast(Person voter, Hash in, Object choice) {
        village.cast(voter, in, trustees.seal(village, in, voter, choice)).statusCode(201);
    }

    private DecisionReachedV1 decided(Hash... sealed) {
        clock.reach(poll.closesAt());
        for (var one : sealed) awaitState(one, "unsealing");
        for (var one : sealed) give(one);
        return News.await(poll.id().hex(), DecisionReachedV1.class);
    }

    private void give(Hash sealed) {
        trustees.give(1, sealed).statusCode(201);
        trustees.give(2, sealed).statusCode(201);
    }
}
