// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.FutureTask;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Ed25519;
import org.folkmoot.record.Hash;
import org.folkmoot.testkit.Person;
import org.folkmoot.treasury.Ruling;
import org.folkmoot.treasury.SignedOrders;
import org.folkmoot.treasury.domain.Seat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A writer waits for those who are being answered and come again, but not for others, and not for ever. */
@Timeout(60)
class PaymentPatienceTest {
    private static final SignedOrders HERE = payment("here");
    private static final SignedOrders THERE = payment("there");
    private static final Duration LONGER_THAN_A_TEST = Duration.ofMinutes(2);

    private PaymentQueue queue = new PaymentQueue(1_000, 100, LONGER_THAN_A_TEST, LONGER_THAN_A_TEST);

    @Test
    void whoIsBeingAnsweredIsWaitedFor() throws Exception {
        var first = offer(HERE, "ann");
        assertThat(queue.take()).contains(List.of(first));
        var second = offer(HERE, "bea");
        var next = waits();

        queue.done(List.of(first));
        var third = offer(HERE, "ann");

        assertThat(next.get()).contains(List.of(second, third));
    }

    @Test
    void whoPaysInAnotherCommunityIsNotWaitedFor() throws InterruptedException {
        var here = offer(HERE, "ann");
        assertThat(queue.take()).contains(List.of(here));

        var there = offer(THERE, "ann");

        assertThat(queue.take()).contains(List.of(there));
    }

    /** Otherwise a thousand who pay one by one would be kept waiting for the last of them. */
    @Test
    void aCrowdWaitsForNobodyElse() throws Exception {
        var first = offer(40);
        assertThat(queue.take()).contains(first);
        var second = offer(31);
        var next = waits();

        second.add(offer(HERE, "the last"));

        assertThat(next.get()).contains(second);
    }

    @Test
    void whoDoesNotComeAgainIsWaitedForOnce() throws Exception {
        queue = new PaymentQueue(1_000, 100, Duration.ofMillis(500), Duration.ofMillis(500));
        var first = offer(2);
        assertThat(queue.take()).contains(first);
        queue.done(first);

        assertThat(timeToTake()).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        assertThat(timeToTake()).isLessThan(Duration.ofMillis(500));
    }

    private Duration timeToTake() throws InterruptedException {
        var one = offer(HERE, "ann");
        var from = System.nanoTime();
        assertThat(queue.take()).contains(List.of(one));
        var took = Duration.ofNanos(System.nanoTime() - from);
        queue.done(List.of(one));
        return took;
    }

    /** What is taken later: now somebody takes, and waits for others. */
    private FutureTask<Optional<List<Waiting>>> waits() {
        var next = new FutureTask<>(queue::take);
        var taker = new Thread(next);
        taker.setDaemon(true);
        taker.start();
        while (taker.getState() != Thread.State.TIMED_WAITING) {
            assertThat(next.isDone()).as("taken without those who are missing").isFalse();
            Thread.onSpinWait();
        }
        return next;
    }

    private List<Waiting> offer(int payments) {
        var offered = new ArrayList<Waiting>();
        for (int i = 0; i < payments; i++) offered.add(offer(HERE, "payer " + i + " of " + payments));
        return offered;
    }

    private Waiting offer(SignedOrders payment, String account) {
        var waiting = new Waiting(payment, Set.of(new Seat(account, "SKR")), new Nobody());
        assertThat(queue.offer(waiting)).isTrue();
        return waiting;
    }

    private static final class Nobody implements PaymentWriter.Answered {
        @Override
        public void ruled(Ruling ruling) {}

        @Override
        public void failed(RuntimeException cause) {}
    }

    private static SignedOrders payment(String community) {
        var act = Person.named("Ann").says(Hash.of(community.getBytes(UTF_8)), "payment.make/1");
        return new SignedOrders(Acts.open(act.sign(), Ed25519.fastest()), List.of(), Optional.empty());
    }
}
