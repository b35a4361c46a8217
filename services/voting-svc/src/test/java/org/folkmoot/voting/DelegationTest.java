// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.EVE;
import static org.folkmoot.voting.Village.await;
import static org.folkmoot.voting.Village.awaitState;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.DelegationHiddenV1;
import org.folkmoot.contracts.DelegationMadeV1;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.testkit.Saying;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Members let others vote for them, for all polls of a body or for some of them. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DelegationTest {
    @Inject
    TestClock clock;

    private Village village;
    private DelegationActs acts;

    @BeforeEach
    void found() {
        village = Village.found(clock);
        acts = new DelegationActs(village);
        heard(2);
    }

    @Test
    void aBallotCarriesThePowerOfThoseWhoDelegateBeforeAndAfterIt() {
        acts.set(ANN, "commons", BEN).statusCode(201).body("principal", equalTo(id(ANN)));
        var poll = open("parks");
        village.cast(BEN, poll.id(), "for").statusCode(201);
        awaitCounts(poll, 2, 0);

        tick();
        acts.set(CAT, "commons", ANN).statusCode(201);
        awaitCounts(poll, 3, 0);
        share(poll, CAT)
                .body("delegation.carried.by", contains(id(BEN)))
                .body("delegation.carried.steps", contains(2))
                .body("delegation.received", equalTo("0"));
        share(poll, BEN).body("delegation.received", equalTo("2"));

        var decision = close(poll);
        assertThat(decision.counts()).containsEntry("for", BigInteger.valueOf(3));
        assertThat(decision.ballots()).isEqualTo(3);
        assertThat(decision.trace().getLast().words())
                .isEqualTo("Delegation: 1 ballots carried the power 2 of 2 other members; 0 that was delegated was"
                        + " carried by none.");
        share(poll, CAT).body("delegation.carried.by", contains(id(BEN)));
    }

    @Test
    void whoHasNoPartInADelegationIsCarriedByTheirOwnBallot() {
        acts.set(ANN, "commons", BEN).statusCode(201);
        var poll = open("parks");
        share(poll, CAT)
                .body("delegation.carried", empty())
                .body("delegation.lost.reason", contains("silent"))
                .body("delegation.lost.power", contains("1"));

        village.cast(CAT, poll.id(), "for").statusCode(201);

        share(poll, CAT)
                .body("delegation.carried.by", contains(id(CAT)))
                .body("delegation.carried.steps", contains(0))
                .body("delegation.carried.power", contains("1"))
                .body("delegation.lost", empty());
        close(poll);
        share(poll, CAT).body("delegation.carried.by", contains(id(CAT)));
    }

    @Test
    void whoVotesOverridesTheDelegateBeforeAndAfter() {
        acts.set(ANN, "commons", BEN);
        acts.set(CAT, "commons", ANN);
        var poll = open("parks");
        village.cast(ANN, poll.id(), "against").statusCode(201);
        village.cast(BEN, poll.id(), "for").statusCode(201);
        awaitCounts(poll, 1, 2);

        village.cast(CAT, poll.id(), "for").statusCode(201);
        awaitCounts(poll, 2, 1);

        assertThat(close(poll).outcome()).isEqualTo(DecisionReachedV1.Outcome.PASSED);
    }

    @Test
    void theNarrowestScopeHolds() {
        acts.set(ANN, "commons", BEN);
        acts.set(ANN, "commons", Map.of("topic", "green"), CAT);
        var parks = open("parks");
        var gardens = open("gardens");
        var roads = open("roads");
        acts.set(ANN, "commons", Map.of("poll", gardens.id().hex()), BEN).statusCode(201);
        acts.set(ANN, "commons", Map.of("policy", "parks")).statusCode(201).body("to", empty());
        for (var poll : List.of(parks, gardens, roads)) {
            village.cast(BEN, poll.id(), "for").statusCode(201);
            village.cast(CAT, poll.id(), "against").statusCode(201);
        }
        tick();

        awaitCounts(parks, 1, 1);
        awaitCounts(gardens, 2, 1);
        awaitCounts(roads, 2, 1);
        acts.end(ANN, "commons", Map.of("policy", "parks")).statusCode(201);
        tick();
        awaitCounts(parks, 1, 2);
    }

    @Test
    void aDivisionIsInProportion() {
        var poll = open("parks");
        village.cast(BEN, poll.id(), "for").statusCode(201);
        acts.set(ANN, "commons", Map.of(), Map.of(BEN, 1L, ANN, 2L)).statusCode(201);
        tick();

        // One vote is whole: the larger part of it is kept back, and so is all of it.
        awaitCounts(poll, 1, 0);
        share(poll, ANN).body("delegation.lost.reason", contains("kept-back"));
    }

    /** Of 1000 a quarter is 250; Ann has 249, 250 or 251 of it. */
    @ParameterizedTest
    @CsvSource({"249, 749, 0", "250, 750, 0", "251, 750, 1"})
    void aBallotCarriesNoMoreThanTheMost(long anns, long expected, long lost) {
        village.pay(1, "treasury", ANN, anns);
        village.pay(2, "treasury", BEN, 500);
        village.pay(3, "treasury", CAT, 500 - anns);
        acts.set(ANN, "bounded", BEN);
        tick();
        var poll = village.definition("bounded", Duration.ZERO).withBalancesAt(3);
        village.ask(poll);
        awaitState(poll.id(), "open");
        village.cast(BEN, poll.id(), "for").statusCode(201);
        awaitCounts(poll, expected, 0);
        share(poll, ANN)
                .body("delegation.lost.reason", lost == 0 ? empty() : contains("overflow"))
                .body("delegation.lost.power", lost == 0 ? empty() : contains(Long.toString(lost)));

        // Whoever delegates after the opening comes too late here, but for this one poll.
        acts.set(CAT, "bounded", BEN);
        tick();
        awaitCounts(poll, expected, 0);
        assertThat(close(poll).counts()).containsEntry("for", BigInteger.valueOf(expected));
    }

    @Test
    void whoIsStruckOffTheRollCarriesNothingAndIsCarriedByNobody() {
        acts.set(ANN, "leaving", BEN);
        acts.set(CAT, "leaving", BEN);
        var poll = open("leaving");
        village.cast(BEN, poll.id(), "for").statusCode(201);
        awaitCounts(poll, 3, 0);
        village.leave(3, CAT);
        heard(3);

        var decision = close(poll);

        assertThat(decision.rollMembers()).isEqualTo(2);
        assertThat(decision.counts()).containsEntry("for", BigInteger.valueOf(2));
    }

    @Test
    void followersVoteAsTheMajorityOfThoseWhomTheyFollow() {
        var definition = village.definition("followed", Duration.ZERO);
        acts.set(CAT, "followers", Map.of(), Map.of(ANN, 1L, BEN, 1L)).statusCode(201);
        village.ask(definition);
        awaitState(definition.id(), "open");
        village.cast(ANN, definition.id(), "for").statusCode(201);
        awaitCounts(definition, 1, 0);

        village.cast(BEN, definition.id(), "for").statusCode(201);
        awaitCounts(definition, 3, 0);

        assertThat(close(definition).counts()).containsEntry("for", BigInteger.valueOf(3));
    }

    /** The poll closes an hour after it opened; what ends at that moment held until it. */
    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 2", "1, 2"})
    void aDelegationThatEndsAtTheCloseHoldsUntilIt(long millis, long expected) {
        var poll = open("parks");
        village.cast(BEN, poll.id(), "for").statusCode(201);
        var until = poll.closesAt().plusMillis(millis);
        acts.post(acts.wish(ANN, "commons", Map.of("until", Times.text(until)), Map.of(BEN, 1L)))
                .statusCode(201);

        assertThat(close(poll).counts()).containsEntry("for", BigInteger.valueOf(expected));
    }

    /** What is accepted at the moment of the close comes after it. */
    @ParameterizedTest
    @CsvSource({"-1, 2", "0, 1", "1, 1"})
    void aDelegationThatIsMadeAtTheCloseComesTooLate(long millis, long expected) {
        var poll = open("parks");
        village.cast(BEN, poll.id(), "for").statusCode(201);
        clock.reach(poll.closesAt().plusMillis(millis));
        acts.set(ANN, "commons", BEN).statusCode(201);

        assertThat(close(poll).counts()).containsEntry("for", BigInteger.valueOf(expected));
    }

    @Test
    void everybodyReadsWhoVotesForWhomWhereThatIsPublic() {
        acts.set(ANN, "commons", BEN);
        acts.set(ANN, "commons", Map.of("policy", "roads"), CAT);
        acts.set(BEN, "commons", CAT);
        acts.set(BEN, "commons", ANN);
        var told = News.await(village.community().hex(), DelegationMadeV1.class);
        assertThat(told.member()).isEqualTo(id(ANN));

        list("limit=200").body("items", hasSize(3)).body("items.body", contains("commons", "commons", "commons"));
        list("principal=" + id(ANN)).body("items.policy", contains(null, "roads"));
        list("delegate=" + id(CAT)).body("items.principal", contains(id(ANN)));
        acts.end(ANN, "commons", Map.of());
        list("principal=" + id(ANN)).body("items", hasSize(1));
        list("limit=1").body("items", hasSize(1));
        list("principal=xyz").statusCode(400);
    }

    @Test
    void nobodyElseReadsThemWhereTheyArePrivate() {
        acts.set(ANN, "secretive", BEN).statusCode(201);
        var told = News.await(village.community().hex(), DelegationHiddenV1.class);
        var poll = open("secretive");

        list("principal=" + id(ANN)).body("items", empty());
        acts.set(CAT, "secretive", BEN).statusCode(201);
        // A page behind which there is more would say that there is something.
        list("limit=1&delegate=" + id(BEN)).body("items", empty()).body("next", equalTo(null));
        acts.set(ANN, "commons", BEN).statusCode(201);
        list("limit=1&delegate=" + id(BEN)).body("items", hasSize(1)).body("next", equalTo(null));
        share(poll, ANN).body("delegation", equalTo(null));
        assertThat(told.body()).isEqualTo("secretive");
    }

    @Test
    void whatTheConstitutionDoesNotProvideForIsRefused() {
        refused(acts.set(ANN, "citizens", BEN), 409, "no-delegation");
        refused(acts.set(ANN, "nowhere", BEN), 409, "no-delegation");
        refused(acts.set(ANN, "commons", Map.of("policy", "last"), BEN), 404, "scope-unknown");
        refused(acts.set(ANN, "commons", Map.of("topic", "sea"), BEN), 404, "scope-unknown");
        refused(acts.set(ANN, "commons", Map.of("poll", Hash.ZERO.hex()), BEN), 404, "scope-unknown");
        refused(acts.set(ANN, "commons", ANN), 422, "delegates-invalid");
        refused(acts.set(ANN, "commons", EVE), 422, "delegate-unknown");
        refused(acts.set(ANN, "secretive", Map.of(), Map.of(BEN, 1L, CAT, 1L)), 422, "delegates-invalid");
        refused(acts.set(ANN, "commons", Map.of(), Map.of(BEN, 0L)), 422, "delegates-invalid");
        refused(acts.set(ANN, "followers", Map.of(), Map.of(BEN, 2L)), 422, "delegates-invalid");
        refused(acts.set(ANN, "commons", Map.of("topic", "green", "policy", "parks"), BEN), 422, "delegates-invalid");
        refused(acts.end(ANN, "commons", Map.of()), 409, "delegation-idle");
        refused(until(Duration.ZERO), 422, "end-invalid");
        refused(until(Duration.ofDays(365).plusMillis(1)), 422, "end-invalid");
        until(Duration.ofDays(365)).statusCode(201);
        var poll = open("parks");
        clock.reach(poll.closesAt());
        refused(acts.set(ANN, "commons", Map.of("poll", poll.id().hex()), BEN), 409, "delegation-idle");
    }

    @Test
    void onlyTheMembersOwnKeySays() {
        var wish = acts.wish(ANN, "commons", Map.of(), Map.of(BEN, 1L));
        refused(acts.post(acts.wish(EVE, "commons", Map.of(), Map.of(BEN, 1L))), 403, "not-a-member");
        refused(
                acts.post(Saying.of(BEN.key(), village.community(), "delegation.set/1")
                        .as(ANN.in(village.community()))
                        .with("body", "commons")
                        .with("to", List.of())
                        .until(clock.instant().plus(Duration.ofDays(1)))),
                422,
                "key-not-valid");
        acts.post(wish).statusCode(201);
        refused(acts.post(wish), 409, "act-duplicate");
        refused(acts.post(acts.wish(ANN, "commons", Map.of(), Map.of(CAT, 1L)).seq(1)), 409, "seq-replayed");
        var other = Village.found(clock);
        refused(
                given().contentType("application/json")
                        .body(acts.wish(ANN, "commons", Map.of(), Map.of(BEN, 1L))
                                .sign()
                                .json())
                        .post("/v1/communities/" + other.community() + "/delegations")
                        .then(),
                422,
                "community-mismatch");
        refused(acts.post(acts.wish(ANN, "commons", Map.of("power", 7L), Map.of(BEN, 1L))), 400, "payload-malformed");
        refused(acts.post("{".getBytes(UTF_8)), 400, "payload-malformed");
        refused(acts.post(new byte[200_000]), 413, "request-too-large");
    }

    private ValidatableResponse until(Duration time) {
        var until = Times.text(clock.instant().plus(time));
        return acts.post(acts.wish(ANN, "commons", Map.of("until", until), Map.of(BEN, 1L)));
    }

    private PollDefinition open(String policy) {
        var poll = village.definition(policy, Duration.ZERO);
        village.ask(poll);
        awaitState(poll.id(), "open");
        return poll;
    }

    /** What is said in one moment does not hold in the same one yet. */
    private void tick() {
        clock.reach(clock.instant().plusMillis(1));
    }

    private static void refused(ValidatableResponse response, int status, String type) {
        response.statusCode(status).body("type", equalTo("urn:folkmoot:problem:" + type));
    }

    private ValidatableResponse list(String query) {
        return given().get("/v1/communities/" + village.community() + "/delegations?" + query)
                .then();
    }

    private ValidatableResponse share(PollDefinition poll, Person member) {
        clock.pass(Duration.ofSeconds(1));
        return given().get("/v1/polls/" + poll.id() + "/roll/" + id(member))
                .then()
                .statusCode(200);
    }

    private String id(Person person) {
        return person.in(village.community()).hex();
    }

    private void awaitCounts(PollDefinition poll, long inFavor, long against) {
        // A live count is a second old at most.
        clock.pass(Duration.ofSeconds(1));
        await(() -> given().get("/v1/polls/" + poll.id() + "/tally")
                .then()
                .body("counts.for", equalTo(Long.toString(inFavor)))
                .body("counts.against", equalTo(Long.toString(against))));
    }

    private DecisionReachedV1 close(PollDefinition poll) {
        clock.reach(poll.closesAt());
        return News.await(poll.id().hex(), DecisionReachedV1.class);
    }

    private void heard(long position) {
        var other = OpeningTest.at(village.definition("last", Duration.ZERO), position);
        village.ask(other);
        awaitState(other.id(), "open");
    }
}
