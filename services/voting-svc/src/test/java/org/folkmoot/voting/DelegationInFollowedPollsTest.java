// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.await;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.PollExtendedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delegations move polls whose close may move as ballots do: each at its own moment. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DelegationInFollowedPollsTest {
    private static final List<Person> MEMBERS = List.of(ANN, BEN, CAT);

    @Inject
    TestClock clock;

    private Village village;
    private DelegationActs acts;
    private Polling polling;

    @BeforeEach
    void found() {
        village = Village.found(clock).heard();
        acts = new DelegationActs(village);
        polling = new Polling(village);
    }

    @Test
    void aLateDelegationMovesTheCloseAsABallotDoes() {
        var poll = polling.open("late-commons");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        clock.reach(poll.opensAt().plus(Duration.ofMinutes(55)));

        var since = acts.since(BEN, "commons", ANN);

        var extended = News.await(poll.id().hex(), PollExtendedV1.class);
        assertThat(extended.at()).isEqualTo(since);
        assertThat(extended.closesAt()).isEqualTo(since.plus(Duration.ofMinutes(20)));
    }

    /** What is made before the close to which the poll was moved counts, long after the one that was known first. */
    @ParameterizedTest
    @CsvSource({"-1, 3", "0, 2", "1, 2"})
    void whatIsMadeAtTheMovedCloseComesTooLate(long millis, long expected) {
        var poll = polling.open("late-commons");
        var closesAt = moved(poll);

        clock.reach(closesAt.plusMillis(millis));
        acts.set(CAT, "commons", ANN).statusCode(201);

        clock.reach(closesAt.plusMillis(1));
        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.decidedAt()).isEqualTo(closesAt);
        assertThat(decision.counts()).containsEntry("for", BigInteger.valueOf(expected));
        polling.share(poll.id(), CAT).body("delegation.carried.by", expected == 3 ? contains(id(ANN)) : empty());
    }

    /** What ends at the moved close held until it. */
    @ParameterizedTest
    @CsvSource({"-1, 2", "0, 3", "1, 3"})
    void whatEndsAtTheMovedCloseHoldsUntilIt(long millis, long expected) {
        var poll = polling.open("late-commons");
        var closesAt = moved(poll);
        var until = Times.text(closesAt.plusMillis(millis));
        acts.set(CAT, "commons", Map.of("until", until), ANN).statusCode(201);

        clock.reach(closesAt);

        assertThat(News.await(poll.id().hex(), DecisionReachedV1.class).counts())
                .containsEntry("for", BigInteger.valueOf(expected));
        awaitState(poll.id(), "closed");
        polling.share(poll.id(), CAT).body("delegation.carried.by", expected == 3 ? contains(id(ANN)) : empty());
    }

    /** More than half of three are two: one own and one carried vote are not enough, two own ones are. */
    @Test
    void whatIsCarriedMaySettleNothing() {
        acts.set(ANN, "commons", BEN).statusCode(201);
        var poll = polling.open("early-commons");
        village.cast(BEN, poll.id(), "for").statusCode(201);
        polling.awaitCounts(poll.id(), 2, 0);
        read(poll.id()).body("state", equalTo("open"));

        var at = at(CAT, poll.id(), "for");
        clock.reach(at);

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.decidedAt()).isEqualTo(at);
        assertThat(decision.counts()).containsEntry("for", BigInteger.valueOf(3));
        assertThat(decision.trace().getLast().words())
                .isEqualTo("Delegation: 1 ballots carried the power 1 of 1 other members; 0 that was delegated was"
                        + " carried by none.");
    }

    @Test
    void whoWasCarriedMayStillTurnIt() {
        acts.set(ANN, "commons", BEN).statusCode(201);
        var poll = polling.open("early-commons");
        village.cast(BEN, poll.id(), "for").statusCode(201);
        village.cast(ANN, poll.id(), "against").statusCode(201);

        var at = at(CAT, poll.id(), "against");
        clock.reach(at);

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.decidedAt()).isEqualTo(at);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
    }

    /** Two of three who vote themselves settle it; whoever follows them adds to it, and settles nothing. */
    @Test
    void followersSettleNothing() {
        acts.set(CAT, "followers", ANN).statusCode(201);
        var poll = polling.open("early-followers");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        polling.awaitCounts(poll.id(), 2, 0);
        read(poll.id()).body("state", equalTo("open"));

        var at = at(BEN, poll.id(), "for");
        clock.reach(at);

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.decidedAt()).isEqualTo(at);
        assertThat(decision.counts()).containsEntry("for", BigInteger.valueOf(3));
    }

    @Test
    void whatIsReachedByADelegationIsDecidedAtItsMoment() {
        var poll = polling.open("reached-commons");
        village.cast(ANN, poll.id(), "for").statusCode(201);

        var since = acts.since(BEN, "commons", ANN);

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.decidedAt()).isEqualTo(since);
        assertThat(decision.counts()).containsEntry("for", BigInteger.TWO);
        awaitState(poll.id(), "closed");
        assertThat(acts.since(CAT, "commons", ANN)).isAfter(since);
        polling.share(poll.id(), BEN).body("delegation.carried.by", contains(id(ANN)));
        polling.share(poll.id(), CAT).body("delegation.carried.by", empty());
    }

    /** Only those who are against may turn it then, so nobody wins power for it any more. */
    @Test
    void whileItCoolsOffDelegationsStandAsTheyWere() {
        var poll = polling.open("cool-commons");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        clock.reach(poll.closesAt());
        await(() -> read(poll.id()).body("phase", equalTo("cooling-off")));

        acts.set(BEN, "commons", ANN).statusCode(201);
        acts.set(BEN, "commons", Map.of("poll", poll.id().hex()), ANN)
                .statusCode(409)
                .body("reason", equalTo("The poll cools off."));
        village.cast(CAT, poll.id(), "against").statusCode(201);

        polling.awaitCounts(poll.id(), 1, 1);
        clock.reach(poll.closesAt().plus(Duration.ofMinutes(30)));
        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.counts()).containsEntry("for", BigInteger.ONE).containsEntry("against", BigInteger.ONE);
        awaitState(poll.id(), "closed");
        polling.share(poll.id(), BEN).body("delegation.carried.by", empty());
    }

    @Test
    void aDelegationThatEndsBreaksAConfirmation() {
        var poll = polling.open("confirmed-commons");
        village.cast(ANN, poll.id(), "for").statusCode(201);
        var until = poll.opensAt().plus(Duration.ofMinutes(5));
        acts.set(CAT, "commons", Map.of("until", Times.text(until)), ANN).statusCode(201);
        village.cast(BEN, poll.id(), "against").statusCode(201);
        read(poll.id()).body("phase", equalTo("confirming"));

        clock.reach(until);

        await(() -> read(poll.id()).body("phase", equalTo("voting")));
        assertThat(polling.close(poll).outcome()).isEqualTo(DecisionReachedV1.Outcome.REJECTED);
    }

    @Test
    void aConfirmationBeginsWithADelegation() {
        var poll = polling.open("confirmed-commons");
        village.cast(BEN, poll.id(), "against").statusCode(201);
        village.cast(ANN, poll.id(), "for").statusCode(201);
        var since = acts.since(CAT, "commons", ANN);

        clock.reach(since.plus(Duration.ofMinutes(11)));

        var decision = News.await(poll.id().hex(), DecisionReachedV1.class);
        assertThat(decision.outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
        assertThat(decision.decidedAt()).isEqualTo(since.plus(Duration.ofMinutes(10)));
    }

    /** Followed one after the other, ballots and delegations come to what the table of delegations says at the close. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCourseOfBallotsAndDelegationsComesToWhatTheyAreAtTheClose(long seed) {
        var random = new Random(seed);
        acts.set(CAT, "commons", Map.of("policy", "late-commons"), ANN).statusCode(201);
        var poll = polling.open("late-commons");
        for (var step = 0; step < 20; step++) {
            clock.pass(Duration.ofSeconds(random.nextInt(100)));
            step(random, poll);
        }
        clock.reach(poll.opensAt().plus(Duration.ofMinutes(49)));
        clock.pass(Duration.ofSeconds(1));
        var live = given().get("/v1/polls/" + poll.id() + "/tally")
                .then()
                .statusCode(200)
                .extract();

        var decision = polling.close(poll);

        for (var choice : List.of("for", "against"))
            assertThat(decision.counts().get(choice)).hasToString(live.path("counts." + choice));
    }

    private void step(Random random, PollDefinition poll) {
        var who = random.nextInt(3);
        var member = MEMBERS.get(who);
        switch (random.nextInt(4)) {
            case 0 ->
                village.cast(member, poll.id(), random.nextBoolean() ? "for" : "against")
                        .statusCode(201);
            case 1 ->
                acts.set(member, "commons", MEMBERS.get((who + 1 + random.nextInt(2)) % 3))
                        .statusCode(201);
            case 2 ->
                acts.set(member, "commons", Map.of("policy", "late-commons")).statusCode(201);
            default -> {
                var until = Times.text(clock.instant().plusSeconds(1 + random.nextInt(300)));
                acts.set(
                                member,
                                "commons",
                                Map.of("policy", "late-commons", "until", until),
                                MEMBERS.get((who + 1) % 3))
                        .statusCode(201);
            }
        }
    }

    /** Two of three reach the quorum in time to move the close. */
    private Instant moved(PollDefinition poll) {
        village.cast(ANN, poll.id(), "for").statusCode(201);
        clock.reach(poll.opensAt().plus(Duration.ofMinutes(55)));
        acts.set(BEN, "commons", ANN).statusCode(201);
        return News.await(poll.id().hex(), PollExtendedV1.class).closesAt();
    }

    private Instant at(Person voter, Hash poll, String choice) {
        return Instant.parse(
                village.cast(voter, poll, choice).statusCode(201).extract().path("acceptedAt"));
    }

    private String id(Person person) {
        return person.in(village.community()).hex();
    }
}
