// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.SignedOrders;
import org.folkmoot.treasury.domain.Seat;

/**
 * Payments that wait for one of several writers. Those that touch the same account are committed together or one after the other,
 * in the order in which they came; all others may be committed at the same time.
 */
final class PaymentQueue {
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(2);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Waiting> waiting = new LinkedList<>();
    private final Set<Place> busy = new HashSet<>();
    private final int most;
    private final int capacity;
    private int writing;
    private int company;
    private int idle;
    private int patient;
    private boolean stuck;
    private boolean stopping;

    /** At most so many orders are committed together, and no more payments wait than there is room for. */
    PaymentQueue(int most, int capacity) {
        this.most = most;
        this.capacity = capacity;
    }

    private record Place(Hash community, Seat seat) {}

    /** A payment, the accounts that it touches, and who waits for what becomes of it. */
    static final class Waiting {
        private final SignedOrders payment;
        private final PaymentWriter.Answered answered;
        private final List<Place> places;

        Waiting(SignedOrders payment, PaymentWriter.Answered answered) {
            this(payment, payment.seats(), answered);
        }

        Waiting(SignedOrders payment, Set<Seat> seats, PaymentWriter.Answered answered) {
            this.payment = payment;
            this.answered = answered;
            this.places = seats.stream()
                    .map(seat -> new Place(payment.community(), seat))
                    .toList();
        }

        SignedOrders payment() {
            return payment;
        }

        PaymentWriter.Answered answered() {
            return answered;
        }

        private int orders() {
            return Math.max(1, payment.orders().size());
        }
    }

    /** Queues a payment, unless the queue is full or nobody takes from it any more. */
    boolean offer(Waiting payment) {
        lock.lock();
        try {
            if (stopping || waiting.size() >= capacity) return false;
            waiting.add(payment);
            // Whoever rests because all that waits is held up is woken only for what is not: it would look in vain.
            boolean useful = stuck
                    ? payment.places.stream().noneMatch(busy::contains)
                    : (idle > 0 && patient == 0) || inside() >= company;
            if (useful) changed.signal();
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing in any more. What waits is still given out. */
    void stop() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes all payments of one community that may be committed together now. It waits for those who have just been answered and come
     * again, because a batch of eight costs hardly more than one of two: only while fewer are inside than were when a batch was
     * taken last, and not for long. Nothing is left to be taken once the queue has stopped and run empty.
     */
    Optional<List<Waiting>> take() throws InterruptedException {
        lock.lock();
        try {
            long patience = PATIENCE_NANOS;
            while (true) {
                var ready = ready();
                if (ready.isEmpty()) {
                    if (stopping && waiting.isEmpty()) return Optional.empty();
                    rest();
                } else if (inside() >= company || patience <= 0 || stopping) return Optional.of(begin(ready));
                else patience = rest(patience);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Says that all of these are committed, or will not be. */
    void done(List<Waiting> batch) {
        lock.lock();
        try {
            batch.forEach(one -> one.places.forEach(busy::remove));
            writing -= batch.size();
            stuck = false;
            if (stopping) changed.signalAll();
            else if (!waiting.isEmpty()) changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private void rest() throws InterruptedException {
        stuck = !waiting.isEmpty();
        idle++;
        try {
            changed.await();
        } finally {
            idle--;
        }
    }

    private long rest(long patience) throws InterruptedException {
        patient++;
        try {
            return changed.awaitNanos(patience);
        } finally {
            patient--;
        }
    }

    private int inside() {
        return waiting.size() + writing;
    }

    /**
     * What may be committed together now, in order. What waits for another writer keeps back all that comes later and touches the
     * same accounts, so nobody looks further than a full batch.
     */
    private List<Waiting> ready() {
        int orders = 0;
        int looked = 0;
        var kept = new HashSet<Place>();
        var ready = new ArrayList<Waiting>();
        for (var next : waiting) {
            if (orders >= most || looked >= most) break;
            looked += next.orders();
            boolean free = next.places.stream().noneMatch(place -> busy.contains(place) || kept.contains(place));
            if (free && isWith(ready, next)) {
                ready.add(next);
                orders += next.orders();
            } else kept.addAll(next.places);
        }
        return ready;
    }

    private static boolean isWith(List<Waiting> ready, Waiting next) {
        return ready.isEmpty() || ready.getFirst().payment.community().equals(next.payment.community());
    }

    private List<Waiting> begin(List<Waiting> ready) {
        company = inside();
        var rest = waiting.iterator();
        for (var one : ready) {
            while (!rest.next().equals(one)) {}
            rest.remove();
            busy.addAll(one.places);
        }
        writing += ready.size();
        if (!waiting.isEmpty()) changed.signal();
        return ready;
    }
}
