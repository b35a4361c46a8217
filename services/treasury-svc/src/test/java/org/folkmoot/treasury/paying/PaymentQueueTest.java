// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several writers take payments from one queue: never two of them the same account, and each account's in order. */
@Timeout(60)
class PaymentQueueTest {
    private static final SignedOrders HERE = payment("here");
    private static final SignedOrders THERE = payment("there");

    private final PaymentQueue queue = new PaymentQueue(1_000, 100);

    @Test
    void whatTouchesOtherAccountsIsTakenByAnotherWriter() throws InterruptedException {
        var first = offer(HERE, "ann", "bea");
        assertThat(queue.take()).contains(List.of(first));
        var second = offer(HERE, "cal", "dee");

        assertThat(queue.take()).contains(List.of(second));
    }

    @Test
    void whatTouchesTheSameAccountWaitsUntilTheOtherIsDone() throws Exception {
        var first = offer(HERE, "ann", "bea");
        assertThat(queue.take()).contains(List.of(first));
        var second = offer(HERE, "bea", "cal");
        var third = offer(HERE, "cal", "dee");
        var fourth = offer(HERE, "eve", "fay");

        assertThat(queue.take()).contains(List.of(fourth));
        var next = later(queue::take);
        queue.done(List.of(first));
        assertThat(next.get()).contains(List.of(second, third));
    }

    @Test
    void whoRestsBecauseAllIsHeldUpIsWokenByWhatIsNot() throws Exception {
        var first = offer(HERE, "ann", "bea");
        assertThat(queue.take()).contains(List.of(first));
        offer(HERE, "bea", "cal");
        var next = new FutureTask<>(queue::take);
        var taker = new Thread(next);
        taker.start();
        while (taker.getState() != Thread.State.WAITING) Thread.onSpinWait();

        var free = offer(THERE, "eve", "fay");

        assertThat(next.get()).contains(List.of(free));
    }

    @Test
    void allThatWaitAndMayBeCommittedTogetherAreOneBatch() throws InterruptedException {
        var offered = new ArrayList<Waiting>();
        for (int i = 0; i < 8; i++) offered.add(offer(HERE, "payer " + i, "payee " + i));

        assertThat(queue.take()).contains(offered);
    }

    @Test
    void aBatchIsOfOneCommunity() throws InterruptedException {
        var here = offer(HERE, "ann", "bea");
        var there = offer(THERE, "ann", "bea");
        queue.stop();

        assertThat(queue.take()).contains(List.of(here));
        assertThat(queue.take()).contains(List.of(there));
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void theSamePaymentTwiceIsTwoThatWait() throws InterruptedException {
        var waiting = new Waiting(HERE, Set.of(new Seat("ann", "SKR")), new Nobody());
        assertThat(queue.offer(waiting)).isTrue();
        assertThat(queue.offer(new Waiting(HERE, Set.of(new Seat("ann", "SKR")), waiting.answered())))
                .isTrue();
        queue.stop();

        assertThat(queue.take().orElseThrow()).hasSize(2);
        assertThat(queue.take()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {99, 100, 101})
    void noMoreWaitThanThereIsRoomFor(int offered) {
        for (int i = 0; i < offered; i++)
            assertThat(queue.offer(waiting(HERE, "payer " + i))).isEqualTo(i < 100);
    }

    @Test
    void whoHasStoppedTakesNothingInAndGivesOutWhatWaits() throws InterruptedException {
        var waiting = offer(HERE, "ann", "bea");
        queue.stop();

        assertThat(queue.offer(waiting(HERE, "cal"))).isFalse();
        assertThat(queue.take()).contains(List.of(waiting));
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void whoRestsIsWokenByWhatComesAndByTheStop() throws Exception {
        var next = later(queue::take);
        var waiting = offer(HERE, "ann", "bea");
        assertThat(next.get()).contains(List.of(waiting));
        var last = later(queue::take);
        queue.stop();
        assertThat(last.get()).isEmpty();
    }

    /** Many offer, three take, and whatever is in two hands at once or out of order is found. */
    @ParameterizedTest
    @ValueSource(longs = {71, 72, 73})
    void neverTwoAtOneAccountAndAlwaysInOrder(long seed) throws Exception {
        var shared = new PaymentQueue(7, 1_000_000);
        var watch = new Watch();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var takers = new ArrayList<Future<Boolean>>();
            for (int i = 0; i < 3; i++) takers.add(threads.submit(() -> takeAll(shared, watch)));
            var random = new Random(seed);
            for (int i = 0; i < 20_000; i++)
                watch.offer(
                        shared, random.nextBoolean() ? HERE : THERE, "a" + random.nextInt(9), "a" + random.nextInt(40));
            shared.stop();
            for (var taker : takers) assertThat(taker.get()).isTrue();
        }
        assertThat(watch.faults).isEmpty();
        assertThat(watch.seen).isEqualTo(20_000);
    }

    private static boolean takeAll(PaymentQueue queue, Watch watch) throws InterruptedException {
        for (var batch = queue.take(); batch.isPresent(); batch = queue.take()) {
            watch.begin(batch.get());
            Thread.yield();
            watch.end(batch.get());
            queue.done(batch.get());
        }
        return true;
    }

    /** Looks whether what is taken may be taken. */
    private static final class Watch {
        private final Map<Waiting, Set<String>> places = new HashMap<>();
        private final Map<String, List<Waiting>> offered = new HashMap<>();
        private final Set<String> inHand = new HashSet<>();
        private final List<String> faults = new ArrayList<>();
        private int seen;

        synchronized void offer(PaymentQueue queue, SignedOrders payment, String... accounts) {
            var waiting = PaymentQueueTest.waiting(payment, accounts);
            var touched = new HashSet<String>();
            for (var account : accounts) touched.add(payment.community() + account);
            places.put(waiting, touched);
            for (var place : touched)
                offered.computeIfAbsent(place, _ -> new ArrayList<>()).add(waiting);
            if (!queue.offer(waiting)) faults.add("refused");
        }

        synchronized void begin(List<Waiting> batch) {
            for (var one : batch) {
                seen++;
                for (var place : places.getOrDefault(one, Set.of())) {
                    if (inHand.contains(place)) faults.add(place + " in two hands");
                    if (!one.equals(offered.getOrDefault(place, List.of()).removeFirst()))
                        faults.add(place + " out of order");
                }
            }
            batch.forEach(one -> inHand.addAll(places.getOrDefault(one, Set.of())));
        }

        synchronized void end(List<Waiting> batch) {
            batch.forEach(one -> inHand.removeAll(places.getOrDefault(one, Set.of())));
        }
    }

    private Waiting offer(SignedOrders payment, String... accounts) {
        var waiting = waiting(payment, accounts);
        assertThat(queue.offer(waiting)).isTrue();
        return waiting;
    }

    private static Waiting waiting(SignedOrders payment, String... accounts) {
        var seats = new HashSet<Seat>();
        for (var account : accounts) seats.add(new Seat(account, "SKR"));
        return new Waiting(payment, seats, new Nobody());
    }

    private static final class Nobody implements PaymentWriter.Answered {
        @Override
        public void ruled(Ruling ruling) {}

        @Override
        public void failed(RuntimeException cause) {}
    }

    private static <T> Future<T> later(Callable<T> what) {
        var result = new FutureTask<>(what);
        Thread.startVirtualThread(result);
        return result;
    }

    private static SignedOrders payment(String community) {
        var act = Person.named("Ann").says(Hash.of(community.getBytes(UTF_8)), "payment.make/1");
        return new SignedOrders(Acts.open(act.sign(), Ed25519.fastest()), List.of(), Optional.empty());
    }
}
