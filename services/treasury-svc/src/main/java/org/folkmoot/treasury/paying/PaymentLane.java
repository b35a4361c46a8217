// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.SignedOrders;

/**
 * A queue of payments and the thread that takes all that wait, up to a limit, and has them committed together, community by
 * community.
 */
final class PaymentLane {
    private static final int IDLE_MILLIS = 200;
    private static final int PATIENCE_MICROS = 2_000;
    private static final long MOST_PATIENCE_NANOS = 10_000_000;

    private final BlockingQueue<Waiting> queue;
    private final AtomicInteger inside = new AtomicInteger();
    private final Thread thread;
    private final Commit commit;
    private final int most;
    private volatile boolean stopping;
    private int company;

    /** Commits payments of one community and answers each of them. */
    interface Commit {
        void handle(Hash community, List<Waiting> payments);
    }

    /** A payment, and who waits for what becomes of it. */
    record Waiting(SignedOrders payment, PaymentWriter.Answered answered) {}

    /** At most so many orders are committed together; no more payments wait than there is room for. */
    PaymentLane(String name, int most, int capacity, Commit commit) {
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.most = most;
        this.commit = commit;
        this.thread = new Thread(this::run, name);
    }

    void start() {
        thread.start();
    }

    /** Lets the queue run empty: whoever waits for an answer gets it. */
    void stop() throws InterruptedException {
        stopping = true;
        thread.join();
    }

    boolean alive() {
        return thread.isAlive();
    }

    boolean offer(Waiting payment) {
        if (stopping || !queue.offer(payment)) return false;
        inside.incrementAndGet();
        // The thread may have ended in between; what it did not take, nobody takes.
        boolean left = (stopping || !thread.isAlive()) && queue.remove(payment);
        if (left) inside.decrementAndGet();
        return !left;
    }

    private void run() {
        var batch = new ArrayList<Waiting>();
        while (!stopping || !queue.isEmpty()) {
            batch.clear();
            take(batch);
            var byCommunity = new LinkedHashMap<Hash, List<Waiting>>();
            for (var waiting : batch)
                byCommunity
                        .computeIfAbsent(waiting.payment.community(), _ -> new ArrayList<>())
                        .add(waiting);
            byCommunity.forEach((community, payments) -> {
                commit.handle(community, payments);
                inside.addAndGet(-payments.size());
            });
        }
    }

    /**
     * Takes what waits, and what those bring who have just been answered: a batch of eight costs hardly more than one of two.
     * It waits only while fewer are inside than were when the last batch was taken, gives up when nobody comes, and never
     * keeps the first one waiting for long. Orders are counted, so that a thousand in one payment are a batch of their own.
     */
    private void take(List<Waiting> batch) {
        try {
            int orders = 0;
            var next = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            long began = System.nanoTime();
            while (next != null) {
                batch.add(next);
                orders += Math.max(1, next.payment.orders().size());
                if (orders >= most) break;
                next = queue.poll();
                if (next == null && inside.get() < company && System.nanoTime() - began < MOST_PATIENCE_NANOS)
                    next = queue.poll(PATIENCE_MICROS, TimeUnit.MICROSECONDS);
            }
            company = inside.get();
        } catch (InterruptedException _) {
            // nobody but a stop interrupts, and that is seen by the loop
        }
    }
}
