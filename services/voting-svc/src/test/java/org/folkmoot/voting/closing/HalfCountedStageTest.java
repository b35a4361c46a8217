// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.awaitState;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.DecisionReachedV1.Outcome;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.voting.DelegationActs;
import org.folkmoot.voting.News;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Polling;
import org.folkmoot.voting.Rulebook;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.TestClock;
import org.folkmoot.voting.Trustees;
import org.folkmoot.voting.Village;
import org.folkmoot.voting.closing.CountPoll.Count;
import org.folkmoot.voting.closing.CountPoll.Part;
import org.folkmoot.voting.domain.Carriage;
import org.folkmoot.voting.domain.Poll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is killed when one chamber of a stage is counted and another is not has done nothing. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HalfCountedStageTest {
    private final Trustees trustees = new Trustees();

    @Inject
    TestClock clock;

    @Inject
    PollStore polls;

    @Inject
    Rulebook rulebook;

    @Inject
    CountPoll countPoll;

    private Village village;
    private Polling polling;
    private PollDefinition poll;
    private Hash watch;

    /** Ann's ballot carries Ben's power, and both chambers wait for trustees. */
    @BeforeEach
    void close() {
        village = Village.found(clock, trustees::in);
        polling = new Polling(village);
        poll = polling.open("sealed-houses");
        watch = polling.chamber(poll, "watch");
        awaitState(watch, "open");
        new DelegationActs(village).set(BEN, "commons", ANN).statusCode(201);
        cast(ANN, poll.id(), "for");
        cast(CAT, watch, "against");
        clock.reach(poll.closesAt());
        awaitState(poll.id(), "unsealing");
        awaitState(watch, "unsealing");
    }

    @Test
    void aChamberThatWasCountedAloneIsShutAgain() {
        give(poll.id());

        assertThat(countedAndKilled().result().counts()).containsEntry("for", BigInteger.TWO);

        ballots().body("items[0].sealed", nullValue());
        polling.awaitTurn();
        assertThat(News.about(poll.id().hex(), DecisionReachedV1.class)).isEmpty();
    }

    @Test
    void afterwardsAllOfThemAreCountedAndDecidedOnce() {
        give(poll.id());
        countedAndKilled();

        give(watch);

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(decision.ballots()).isEqualTo(2);
        assertThat(decision.counts()).containsEntry("for", BigInteger.TWO);
        assertThat(News.await(watch.hex(), DecisionReachedV1.class).counts()).containsEntry("against", BigInteger.ONE);
        polling.awaitTurn();
        assertThat(News.about(poll.id().hex(), DecisionReachedV1.class)).hasSize(1);
        assertThat(News.about(watch.hex(), DecisionReachedV1.class)).hasSize(1);
    }

    /** Counts one chamber, and ends before the other is. */
    private Count countedAndKilled() {
        var counted = new AtomicReference<>(Optional.<Count>empty());
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                counted.set(Optional.of(countPoll
                        .handle(List.of(part(polls.lock(poll.id()).orElseThrow())))
                        .getFirst()));
                throw new CompletionException(null);
            });
        } catch (CompletionException _) {
            // as if the process had died before the commit
        }
        return counted.get().orElseThrow();
    }

    private Part part(Stored stored) {
        var running = (Poll.Running) stored.poll();
        var rules = rulebook.of(running.definition());
        return new Part(stored.no(), running, rules, Carriage.place(rules.policy(), rules.stage(), rules.chamber()));
    }

    private void cast(Person voter, Hash in, Object choice) {
        village.cast(voter, in, trustees.seal(village, in, voter, choice)).statusCode(201);
    }

    private void give(Hash sealed) {
        trustees.give(1, sealed).statusCode(201);
        trustees.give(2, sealed).statusCode(201);
    }

    private ValidatableResponse ballots() {
        return given().get("/v1/polls/" + poll.id() + "/ballots").then().statusCode(200);
    }
}
