// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.folkmoot.record.Hash;

/**
 * Payments that wait for one of several writers. Those that touch the same account are committed together or one after the other,
 * in the order in which they came; all others may be committed at the same time.
 */
final class PaymentQueue {
    /** So many orders are not waited with for more: what a statement costs by itself is little for each of them. */
    private static final int CROWD = 32;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Waiting> waiting = new LinkedList<>();
    private final Map<Hash, Integer> writing = new HashMap<>();
    private final Set<Waiting.Place> busy = new HashSet<>();
    private final int most;
    private final int capacity;
    private final long leastPatience;
    private final long mostPatience;
    private int waitingOrders;
    private int writingOrders;
    private int company;
    private int idle;
    private int patient;
    private long lasted;
    private boolean stuck;
    private boolean stopping;

    /** At most so many orders are committed together, and once so many wait nobody else does. */
    PaymentQueue(int most, int capacity) {
        this(most, capacity, Duration.ofMillis(2), Duration.ofMillis(10));
    }

    /** The same with a patience of one's own: how long others are waited for at least, and at most. */
    PaymentQueue(int most, int capacity, Duration leastPatience, Duration mostPatience) {
        this.most = most;
        this.capacity = capacity;
        this.leastPatience = leastPatience.toNanos();
        this.mostPatience = mostPatience.toNanos();
    }

    /** Queues a payment, unless the queue is full or nobody takes from it any more. */
    boolean offer(Waiting payment) {
        lock.lock();
        try {
            if (stopping || waitingOrders >= capacity) return false;
            waiting.add(payment);
            waitingOrders += payment.orders();
            company = Math.max(company, Math.min(CROWD, waitingOrders + writingOrders));
            // Whoever rests because all that waits is held up is woken only for what is not: it would look in vain.
            boolean useful = stuck
                    ? payment.places().stream().noneMatch(busy::contains)
                    : (idle > 0 && patient == 0) || areAllHere(payment.community());
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
     * Takes all payments of one community that may be committed together now. It waits for those who are being answered and come
     * again, because a batch of eight costs hardly more than one of two: only while fewer wait than were inside lately, and not much
     * longer than a batch takes. Nothing is left to be taken once the queue has stopped and run empty.
     */
    Optional<List<Waiting>> take() throws InterruptedException {
        lock.lock();
        try {
            long patience = patience();
            while (true) {
                var ready = ready();
                if (ready.isEmpty()) {
                    if (stopping && waiting.isEmpty()) return Optional.empty();
                    rest();
                    patience = patience();
                } else if (areAllHere(ready.getFirst().community()) || patience <= 0 || stopping)
                    return Optional.of(begin(ready));
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
            batch.forEach(one -> one.places().forEach(busy::remove));
            write(batch, -1);
            lasted = System.nanoTime() - batch.getFirst().taken();
            stuck = false;
            if (stopping) changed.signalAll();
            else if (!waiting.isEmpty() && patient == 0) changed.signal();
        } finally {
            lock.unlock();
        }
    }

    private long patience() {
        return Math.clamp(2 * lasted, leastPatience, mostPatience);
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

    /** Whether nobody is missing who was there lately: whoever pays in other communities is not waited for. */
    private boolean areAllHere(Hash community) {
        return waitingOrders + writingOrders - writing.getOrDefault(community, 0) >= company;
    }

    /**
     * What may be committed together now, in order. What waits for another writer keeps back all that comes later and touches the
     * same accounts, so nobody looks further than a full batch.
     */
    private List<Waiting> ready() {
        int orders = 0;
        int looked = 0;
        var kept = new HashSet<Waiting.Place>();
        var ready = new ArrayList<Waiting>();
        for (var next : waiting) {
            if (orders >= most || looked >= most) break;
            looked += next.orders();
            boolean free = next.places().stream().noneMatch(place -> busy.contains(place) || kept.contains(place));
            if (free && (ready.isEmpty() || ready.getFirst().community().equals(next.community()))) {
                ready.add(next);
                orders += next.orders();
            } else kept.addAll(next.places());
        }
        return ready;
    }

    private List<Waiting> begin(List<Waiting> ready) {
        // Who was waited for and did not come is not missing any more.
        company = Math.min(company, waitingOrders + writingOrders);
        var rest = waiting.iterator();
        for (var one : ready) {
            while (!rest.next().equals(one)) {}
            rest.remove();
            busy.addAll(one.places());
            waitingOrders -= one.orders();
        }
        write(ready, 1);
        ready.getFirst().take(System.nanoTime());
        if (!waiting.isEmpty()) changed.signal();
        return ready;
    }

    /** Counts what is on its way to the disk, or is not any more. */
    private void write(List<Waiting> batch, int sign) {
        int orders = sign * batch.stream().mapToInt(Waiting::orders).sum();
        writingOrders += orders;
        writing.merge(batch.getFirst().community(), orders, Integer::sum);
        writing.values().removeIf(left -> left == 0);
    }
}
