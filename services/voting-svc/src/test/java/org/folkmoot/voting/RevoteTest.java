// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.CastBallotTest.refused;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.post;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a member's ballots one counts, however many come and however close together. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RevoteTest {
    @Inject
    TestClock clock;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(clock);
    }

    @Test
    void whereTheLastCountsAVoterMayChooseAgain() {
        var poll = village.open("last");
        village.cast(ANN, poll, "for").statusCode(201).body("number", equalTo(1));
        village.cast(BEN, poll, "for").statusCode(201).body("number", equalTo(2));
        village.cast(ANN, poll, "against").statusCode(201).body("number", equalTo(3));

        var decision = close(poll);

        assertThat(decision.ballots()).isEqualTo(2);
        assertThat(decision.counts()).containsEntry("for", big(1)).containsEntry("against", big(1));
    }

    @Test
    void whereTheFirstCountsThereIsNoSecond() {
        var poll = village.open("first");
        village.cast(ANN, poll, "for").statusCode(201);

        refused(village.cast(ANN, poll, "against"), 409, "already-voted")
                .body("member", equalTo(ANN.in(village.community()).hex()));

        assertThat(close(poll).counts()).containsEntry("for", big(1)).containsEntry("against", big(0));
    }

    @Test
    void sixteenBallotsOfOneMemberAtOnceCountOnce() {
        var poll = village.open("last");

        var statuses =
                atOnce(poll, sixteen(poll)).stream().map(Response::statusCode).toList();

        // Those that overtook others made them replays; whatever was accepted, one counts.
        long accepted = statuses.stream().filter(status -> status == 201).count();
        assertThat(statuses).isSubsetOf(201, 409).contains(201);
        Village.read(poll).body("accepted", equalTo((int) accepted));
        assertThat(close(poll).ballots()).isEqualTo(1);
    }

    @Test
    void sixteenFirstBallotsAtOnceAreOne() {
        var poll = village.open("first");

        var statuses =
                atOnce(poll, sixteen(poll)).stream().map(Response::statusCode).toList();

        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(close(poll).ballots()).isEqualTo(1);
    }

    @Test
    void theSameBallotSixteenTimesAtOnceIsOne() {
        var poll = village.open("last");
        var ballot = village.ballot(ANN, poll, "for").sign();

        var answers = atOnce(poll, IntStream.range(0, 16).mapToObj(_ -> ballot).toList());

        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .hasSize(15)
                .allSatisfy(answer -> {
                    assertThat(answer.<String>path("type")).isEqualTo("urn:folkmoot:problem:act-duplicate");
                    assertThat(answer.<Integer>path("number")).isEqualTo(1);
                });
    }

    private List<Envelope> sixteen(Hash poll) {
        var choices = List.of("for", "against", "abstain");
        return IntStream.range(0, 16)
                .mapToObj(i -> village.ballot(ANN, poll, choices.get(i % 3)).sign())
                .toList();
    }

    private static List<Response> atOnce(Hash poll, List<Envelope> ballots) {
        var calls = ballots.stream()
                .map(ballot ->
                        (Callable<Response>) () -> post(poll, ballot).extract().response())
                .toList();
        try (var threads = Executors.newFixedThreadPool(calls.size())) {
            return threads.invokeAll(calls).stream().map(RevoteTest::get).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static Response get(Future<Response> answer) {
        try {
            return answer.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    private DecisionReachedV1 close(Hash poll) {
        clock.pass(Duration.ofHours(1));
        return News.await(poll.hex(), DecisionReachedV1.class);
    }

    private static java.math.BigInteger big(long value) {
        return java.math.BigInteger.valueOf(value);
    }
}
