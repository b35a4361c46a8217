// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.CAT;
import static org.folkmoot.voting.Village.read;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Times;
import org.folkmoot.testkit.Backends;
import org.folkmoot.testkit.Person;
import org.folkmoot.voting.ClockBound;
import org.folkmoot.voting.DelegatedPolls;
import org.folkmoot.voting.DelegationActs;
import org.folkmoot.voting.Followed;
import org.folkmoot.voting.Follows;
import org.folkmoot.voting.HearDelegations;
import org.folkmoot.voting.Held;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.TestClock;
import org.folkmoot.voting.Village;
import org.folkmoot.voting.WorkOutStage;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Progress;
import org.folkmoot.voting.domain.Ruling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two replicas write ballots of one poll whose close may move; each has a memory of its own, and both know it all. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TwoWritersTest {
    @Inject
    TestClock clock;

    @Inject
    BallotStore ballots;

    @Inject
    BallotRows rows;

    @Inject
    LoadPoll loadPoll;

    @Inject
    PollStore polls;

    @Inject
    WorkOutStage workOutStage;

    @Inject
    ClockBound clockBound;

    @Inject
    HearDelegations hear;

    @Inject
    DelegatedPolls delegated;

    @Inject
    Outbox outbox;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private Village village;
    private Hash poll;
    private CommitAsked replica;

    @BeforeEach
    void open() {
        village = Village.found(clock);
        poll = village.open("late");
        replica = replica();
    }

    @Test
    void whatOneTookTheOtherKnows() {
        village.cast(ANN, poll, "for").statusCode(201);
        assertThat(commit(replica, BEN, "against")).isInstanceOf(Ruling.Accepted.class);
        nearTheEnd();
        village.cast(ANN, poll, "against").statusCode(201);

        var cat = (Ruling.Accepted) commit(replica, CAT, "for");

        // The quorum was reached early, so nothing moves any more; both wrote the same.
        assertThat(cat.number()).isEqualTo(4);
        assertThat(written()).isEqualTo(anew());
    }

    @Test
    void aCloseThatOneMovedTheOtherKeeps() {
        village.cast(ANN, poll, "for").statusCode(201);
        nearTheEnd();
        var moved = (Ruling.Accepted) commit(replica, BEN, "for");
        var closesAt = moved.acceptedAt().plus(Duration.ofMinutes(20)).plusSeconds(1);
        read(poll).body("closesAt", equalTo(Times.text(closesAt)));
        clock.reach(closesAt.minusMillis(1));

        village.cast(CAT, poll, "against").statusCode(201);

        read(poll).body("closesAt", equalTo(Times.text(closesAt)));
        assertThat(written()).isEqualTo(anew());
    }

    @Test
    void whatMembersDelegatedInBetweenBothKnow() {
        poll = village.open("late-commons");
        commit(replica, ANN, "for");
        nearTheEnd();
        var since = new DelegationActs(village).since(BEN, "commons", ANN);

        commit(replica, CAT, "against");

        var closesAt = since.plus(Duration.ofMinutes(20));
        read(poll).body("closesAt", equalTo(Times.text(closesAt)));
        assertThat(written()).isEqualTo(anew());
    }

    @Test
    void whateverIsRolledBackIsForgotten() {
        village.cast(ANN, poll, "for").statusCode(201);
        commit(replica, ANN, "for");
        nearTheEnd();
        var before = written();
        var lost = new Replica(replica, loadPoll, village).ballot(BEN, poll, "for");

        try {
            QuarkusTransaction.requiringNew().run(() -> {
                replica.handle(List.of(lost));
                throw new CompletionException(null);
            });
        } catch (CompletionException _) {
            // as if the process had died before the commit
        }

        assertThat(written()).isEqualTo(before).isEqualTo(anew());
        var again = (Ruling.Accepted) commit(replica, BEN, "for");
        assertThat(again.number()).isEqualTo(3);
        read(poll)
                .body(
                        "closesAt",
                        equalTo(Times.text(
                                again.acceptedAt().plus(Duration.ofMinutes(20)).plusSeconds(1))));
    }

    /** What the clock of the other one did is told: no ballot comes before it. */
    @ParameterizedTest
    @CsvSource({"-1, 0", "0, 0", "1, 1"})
    void aWriterWhoseClockIsBehindComesBehindWhatWasWritten(long millis, long expected) {
        poll = village.open("cool");
        commit(replica, ANN, "for");
        var closesAt = Instant.parse(read(poll).extract().path("closesAt"));
        clock.reach(closesAt);
        Village.await(() -> read(poll).body("phase", equalTo("cooling-off")));
        var behind = new CommitAsked(
                ballots, rows, follows(), clockBound, Clock.fixed(closesAt.plusMillis(millis), ZoneOffset.UTC));

        var taken = (Ruling.Accepted) commit(behind, BEN, "against");

        assertThat(taken.acceptedAt()).isEqualTo(closesAt.plusMillis(expected));
        assertThat(commit(behind, CAT, "for")).isInstanceOf(Ruling.Denied.class);
        assertThat(written()).isEqualTo(anew());
    }

    @Test
    void noTwoBatchesAreOfOneMoment() {
        var first = (Ruling.Accepted) commit(replica, ANN, "for");
        var second = (Ruling.Accepted) commit(replica(), BEN, "for");

        assertThat(second.acceptedAt()).isEqualTo(first.acceptedAt().plusMillis(1));
    }

    private CommitAsked replica() {
        return new CommitAsked(ballots, rows, follows(), clockBound, clock);
    }

    private Follows follows() {
        return new Follows(polls, workOutStage, hear, delegated, outbox, transaction);
    }

    private Ruling commit(CommitAsked writer, Person voter, String choice) {
        return new Replica(writer, loadPoll, village).cast(voter, poll, choice);
    }

    private void nearTheEnd() {
        var closesAt = Instant.parse(read(poll).extract().path("closesAt"));
        clock.reach(closesAt.minus(Duration.ofMinutes(5)));
    }

    /** What the table says. */
    private Optional<Progress> written() {
        return QuarkusTransaction.requiringNew()
                .call(() -> polls.find(poll).flatMap(stored -> ((Poll.Running) stored.poll()).progress()))
                .map(TwoWritersTest::whenever);
    }

    /** What somebody finds who begins with nothing but the ballots. */
    private Optional<Progress> anew() {
        return QuarkusTransaction.requiringNew()
                .call(() -> polls.find(poll)
                        .map(stored -> follows().hold(List.of(stored.no())).getFirst())
                        .flatMap(Held::followed)
                        .map(Followed::progress))
                .map(TwoWritersTest::whenever);
    }

    /** It is written down only when it says something new. */
    private static Progress whenever(Progress said) {
        return new Progress(
                said.lead(),
                said.closesAt(),
                said.lookAt(),
                said.latestAt(),
                said.phase(),
                said.closesAt(),
                said.conviction());
    }
}
