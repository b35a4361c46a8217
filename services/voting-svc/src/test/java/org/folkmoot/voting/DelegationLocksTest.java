// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.folkmoot.voting.Village.ANN;
import static org.folkmoot.voting.Village.BEN;
import static org.folkmoot.voting.Village.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Backends;
import org.folkmoot.voting.domain.Made;
import org.folkmoot.voting.domain.Poll;
import org.folkmoot.voting.domain.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who waits for whom when members delegate while ballots are taken and counted. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DelegationLocksTest {
    private static final int SECONDS = 60;

    @Inject
    TestClock clock;

    @Inject
    DataSource database;

    @Inject
    PollStore polls;

    @Inject
    WorkOutStage workOutStage;

    @Inject
    Rulebook rulebook;

    @Inject
    HearDelegations hear;

    @Inject
    DelegatedPolls delegated;

    @Inject
    DelegationStore delegations;

    @Inject
    AdvanceCarriers advanceCarriers;

    @Inject
    TallyStore tallies;

    @Inject
    Outbox outbox;

    @Inject
    TransactionSynchronizationRegistry transaction;

    private Village village;

    @BeforeEach
    void found() {
        village = Village.found(clock).heard();
    }

    @Test
    void nobodyWhoDelegatesWaitsForACount() {
        var poll = village.open("parks");
        village.cast(BEN, poll, "for").statusCode(201);

        var waits = QuarkusTransaction.requiringNew().call(() -> {
            count(poll);
            return waits();
        });

        assertThat(waits).isFalse();
    }

    /** Somebody has found a moment before the close, and has not committed: the count is not made without it. */
    @Test
    void aCountWaitsForWhoeverIsDelegating() throws Exception {
        var poll = village.open("parks");
        village.cast(BEN, poll, "for").statusCode(201);

        var counted = QuarkusTransaction.requiringNew().call(() -> {
            delegations.lock(village.community());
            var who = new AtomicInteger();
            var later = CompletableFuture.supplyAsync(
                    () -> QuarkusTransaction.requiringNew().call(() -> {
                        who.set(locks().backend());
                        return count(poll);
                    }));
            await(() -> assertThat(locks().waits(who.get())).isTrue());
            delegations.add(village.community(), made(), false, false);
            return later;
        });

        assertThat(counted.get(SECONDS, TimeUnit.SECONDS)).isEqualTo(BigInteger.TWO);
    }

    /** While a stage reads its ballots anew whoever delegates goes on; while it takes ballots they wait, and come behind them. */
    @Test
    void nobodyWhoDelegatesWaitsForAStageThatBeginsAnew() throws Exception {
        var poll = village.open("late-commons");
        village.cast(BEN, poll, "for").statusCode(201);
        var done = new CountDownLatch(1);
        var joined = new CountDownLatch(1);

        var begun = QuarkusTransaction.requiringNew().call(() -> {
            new Sql(database).update("lock table ballot in access exclusive mode");
            var who = new AtomicInteger();
            var later = CompletableFuture.runAsync(() -> QuarkusTransaction.requiringNew()
                    .run(() -> {
                        who.set(locks().backend());
                        follows().hold(List.of(polls.find(poll).orElseThrow().no()));
                        joined.countDown();
                        awaitLatch(done);
                    }));
            await(() -> assertThat(locks().waits(who.get())).isTrue());
            assertThat(QuarkusTransaction.requiringNew().call(this::waits))
                    .as("while it reads ballots")
                    .isFalse();
            return later;
        });
        awaitLatch(joined);
        assertThat(QuarkusTransaction.requiringNew().call(this::waits))
                .as("while it may take ballots")
                .isTrue();
        done.countDown();
        begun.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Of what was seen without the lock nothing is missing when it is used: a delegation may have come in between. */
    @Test
    void whatComesBeforeTheLockIsHeardOfBehindIt() {
        var poll = village.open("late-commons");
        village.cast(BEN, poll, "for").statusCode(201);
        var stage = polls.find(poll).orElseThrow();

        var inFavor = QuarkusTransaction.requiringNew().call(() -> {
            var follows = follows();
            var recalled = follows.look(List.of(stage.no())).getFirst();
            new DelegationActs(village).set(ANN, "commons", BEN).statusCode(201);
            var heard = follows.hear(recalled).followed().orElseThrow();
            return heard.result(stage.no()).counts().get("for");
        });

        assertThat(inFavor).isEqualTo(BigInteger.TWO);
    }

    /** A stage that somebody looked at who was refused is the same afterwards, and is not made anew. */
    @Test
    void whatIsRefusedIsNoReasonToBeginAnew() {
        var poll = village.open("late-commons");
        village.cast(BEN, poll, "for").statusCode(201);
        var no = polls.find(poll).orElseThrow().no();
        var follows = follows();

        var looked = looked(follows, no);

        assertThat(looked(follows, no)).isSameAs(looked);
        assertThat(QuarkusTransaction.requiringNew()
                        .call(() ->
                                follows.hold(List.of(no)).getFirst().followed().orElseThrow()))
                .isSameAs(looked);
    }

    /** Nobody holds up the polls of others, or has them counted anew, by naming them. */
    @Test
    void whoeverNamesThePollOfOthersWaitsForNobody() {
        var poll = village.open("late-commons");
        var others = Village.found(clock).heard();

        QuarkusTransaction.requiringNew().run(() -> {
            assertThat(polls.lock(poll)).isPresent();
            new DelegationActs(others)
                    .set(ANN, "commons", Map.of("poll", poll.hex()), BEN)
                    .statusCode(404)
                    .body("type", equalTo("urn:folkmoot:problem:scope-unknown"));
        });
    }

    /** Looks at it in a transaction that fails. */
    private static Followed looked(Follows follows, long no) {
        var seen = new AtomicReference<Optional<Followed>>(Optional.empty());
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                seen.set(follows.hear(follows.look(List.of(no)).getFirst()).followed());
                throw new CompletionException(null);
            });
        } catch (CompletionException _) {
            // as if it had been refused
        }
        return seen.get().orElseThrow();
    }

    /** Counts what is for a poll as of a moment, as at its close. */
    private BigInteger count(Hash id) {
        var stored = polls.find(id).orElseThrow();
        var poll = (Poll.Running) stored.poll();
        var rules = rulebook.of(poll.definition());
        var groups = rules.groups();
        long accepted = tallies.accepted(stored.no());
        tallies.advance(groups, stored.no(), 0, accepted);
        advanceCarriers.close(
                new AdvanceCarriers.Count(stored.no(), rules, poll.roll(), List.of(), accepted, poll.closesAt()),
                poll.roll(),
                groups);
        return rules.tally(groups.counted()).counts().getOrDefault("for", BigInteger.ZERO);
    }

    private Made made() {
        return new Made(
                0,
                ANN.in(village.community()),
                "commons",
                new Scope.OfBody(),
                Map.of(BEN.in(village.community()), 1L),
                clock.instant(),
                Optional.empty(),
                Hash.of(village.community().bytes()));
    }

    private Follows follows() {
        return new Follows(polls, workOutStage, hear, delegated, outbox, transaction);
    }

    private boolean waits() {
        return locks().holdUpDelegations(village.community());
    }

    private Locks locks() {
        return new Locks(database);
    }

    private static void awaitLatch(CountDownLatch latch) {
        try {
            assertThat(latch.await(SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
