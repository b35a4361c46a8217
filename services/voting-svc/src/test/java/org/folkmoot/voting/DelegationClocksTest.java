// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.await;
import static org.folkmoot.voting.Village.awaitState;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.voting.domain.Poll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Replicas have clocks of their own: what is said to one that is behind is of no moment that another one has counted. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DelegationClocksTest {
    @Inject
    TestClock clock;

    @Inject
    PollStore polls;

    @Inject
    DelegatedPolls delegated;

    private Village village;
    private DelegationActs acts;
    private Polling polling;

    @BeforeEach
    void found() {
        village = Village.found(clock).heard();
        acts = new DelegationActs(village);
        polling = new Polling(village);
    }

    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 1"})
    void whatIsSaidAfterACountHoldsFromTheCloseOn(long millis, long expected) {
        var poll = polling.open("parks");
        village.cast(CAT, poll.id(), "for").statusCode(201);
        var counted = polling.close(poll);

        var since = since(poll.closesAt().plusMillis(millis), "commons");

        assertThat(since).isEqualTo(poll.closesAt().plusMillis(expected));
        assertThat(counted.counts()).containsEntry("for", BigInteger.ONE);
        polling.share(poll.id(), BEN).body("delegation.carried.by", empty());
    }

    /** What counts has waited for those who had a moment already: whoever looks for one later finds the close. */
    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 1"})
    void whatIsSaidDuringACountHoldsFromTheCloseOn(long millis, long expected) {
        var closesAt = clock.instant().plus(Duration.ofHours(1));
        announce(closesAt);

        assertThat(since(closesAt.plusMillis(millis), "commons")).isEqualTo(closesAt.plusMillis(expected));
    }

    @ParameterizedTest
    @CsvSource({"-1, false", "0, false", "1, true"})
    void aMomentIsAnnouncedOnceAndNoneBeforeIt(long millis, boolean expected) {
        var closesAt = clock.instant();
        announce(closesAt);

        assertThat(announce(closesAt.plusMillis(millis))).isEqualTo(expected);
        assertThat(since(closesAt, "commons")).isEqualTo(closesAt.plusMillis(expected ? millis : 0));
    }

    /** Of a body in which nothing was counted every moment is free. */
    @Test
    void otherBodiesAreNotHeldUp() {
        var closesAt = clock.instant().plus(Duration.ofHours(1));
        announce(closesAt);

        assertThat(since(closesAt.minusMillis(1), "secretive")).isEqualTo(closesAt.minusMillis(1));
    }

    /** The poll is open still by the clock that is behind, and what would hold in it would hold from its close on. */
    @ParameterizedTest
    @CsvSource({"-1, 201", "0, 409", "1, 409"})
    void nothingIsSaidForAPollThatIsAboutToBeCounted(long millis, int status) {
        var poll = polling.open("parks");
        announce(poll.closesAt().plusMillis(millis));

        clock.behind(
                poll.closesAt().minusMillis(2),
                () -> acts.set(BEN, "commons", Map.of("poll", poll.id().hex()), CAT)
                        .statusCode(status));
    }

    /** It is ended as of the close, at which it has ended by itself if it was to hold until then. */
    @ParameterizedTest
    @CsvSource({"-1, 409", "0, 409", "1, 201"})
    void whatHasEndedAtTheCloseIsNotEnded(long millis, int status) {
        var closesAt = clock.instant().plus(Duration.ofHours(1));
        var until = Times.text(closesAt.plusMillis(millis));
        acts.set(ANN, "commons", Map.of("until", until), CAT).statusCode(201);
        announce(closesAt);

        clock.behind(
                closesAt.minusMillis(5),
                () -> acts.end(ANN, "commons", Map.of()).statusCode(status));
    }

    /** It cools off since the close, and that was told. */
    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 1"})
    void whatHappenedByItselfStaysBeforeWhatIsSaid(long millis, long expected) {
        var poll = polling.open("cool-commons");
        village.cast(CAT, poll.id(), "for").statusCode(201);
        clock.reach(poll.closesAt());
        await(() -> read(poll.id()).body("phase", equalTo("cooling-off")));

        var since = since(poll.closesAt().plusMillis(millis), "commons");

        assertThat(since).isEqualTo(poll.closesAt().plusMillis(expected));
    }

    /** Something is written of it, and that is not of the moment at which it will open. */
    @Test
    void aPollThatIsNotOpenYetHoldsUpNobody() {
        var poll = village.definition("confirmed-commons", Duration.ofHours(1));
        village.ask(poll);
        awaitState(poll.id(), "delayed");
        var until = poll.opensAt().plus(Duration.ofMinutes(10));
        acts.set(ANN, "commons", Map.of("until", Times.text(until)), CAT).statusCode(201);
        await(() -> assertThat(lookAt(poll)).isEqualTo(until));
        clock.pass(Duration.ofMillis(5));

        assertThat(acts.since(BEN, "commons", CAT)).isEqualTo(clock.instant());
    }

    private Instant since(Instant now, String body) {
        return clock.behind(now, () -> acts.since(BEN, body, CAT));
    }

    private boolean announce(Instant at) {
        return QuarkusTransaction.requiringNew()
                .call(() -> delegated.announce(village.community(), List.of("commons"), at));
    }

    private Instant lookAt(PollDefinition poll) {
        return QuarkusTransaction.requiringNew()
                .call(() -> polls.find(poll.id()))
                .flatMap(stored -> ((Poll.Running) stored.poll()).progress())
                .orElseThrow()
                .lookAt();
    }
}
