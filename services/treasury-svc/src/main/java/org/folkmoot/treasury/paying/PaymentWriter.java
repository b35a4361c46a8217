// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Ruling;
import org.folkmoot.treasury.SignedOrders;

/**
 * Commits payments: each of its threads takes all that wait, up to a limit, and commits them together. While one waits for
 * the disk another goes on, unless both are about the same account, which then is as well off with one.
 */
@ApplicationScoped
class PaymentWriter {
    private static final int IDLE_MILLIS = 200;
    private static final int PATIENCE_MICROS = 2_000;
    private static final int TRIES = 5;
    private static final String UNIQUE_VIOLATION = "23505";

    /** Is told what became of a payment, on a thread of the writer: it must hand over at once. */
    interface Answered {
        void ruled(Ruling ruling);

        void failed(RuntimeException cause);
    }

    private record Waiting(SignedOrders payment, Answered answered) {}

    private final CommitPayments commit;
    private final Ledger ledger;
    private final BlockingQueue<Waiting> queue;
    private final int most;
    private final List<Thread> threads;
    private final Lock taking = new ReentrantLock();
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean stopping;
    private int company;

    PaymentWriter(
            CommitPayments commit,
            Ledger ledger,
            @ConfigProperty(name = "folkmoot.treasury.queue") int capacity,
            @ConfigProperty(name = "folkmoot.treasury.batch") int most,
            @ConfigProperty(name = "folkmoot.treasury.writers") int writers) {
        this.commit = commit;
        this.ledger = ledger;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.most = most;
        this.threads = IntStream.range(0, writers)
                .mapToObj(number -> new Thread(this::run, "payment-writer-" + number))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        threads.forEach(Thread::start);
    }

    /** Lets the queue run empty: whoever waits for an answer gets it. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        for (var thread : threads) thread.join();
    }

    boolean alive() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    /** Queues a payment, unless the queue is full. The answer comes after the commit. */
    boolean offer(SignedOrders payment, Answered answered) {
        if (stopping || !queue.offer(new Waiting(payment, answered))) return false;
        inside.incrementAndGet();
        return true;
    }

    private void run() {
        var batch = new ArrayList<Waiting>(most);
        while (!stopping || !queue.isEmpty()) {
            batch.clear();
            take(batch);
            var byCommunity = new LinkedHashMap<Hash, List<Waiting>>();
            for (var waiting : batch)
                byCommunity
                        .computeIfAbsent(waiting.payment.community(), _ -> new ArrayList<>())
                        .add(waiting);
            byCommunity.forEach(this::write);
        }
    }

    /**
     * Takes what waits, and what those bring who have just been answered: a batch of eight costs hardly more than one of two.
     * It waits only while fewer are inside than were when the last batch was taken, and gives up when nobody comes.
     * Orders are counted, so that a thousand in one payment are a batch of their own.
     */
    private void take(List<Waiting> batch) {
        taking.lock();
        try {
            int orders = 0;
            var next = queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS);
            while (next != null) {
                batch.add(next);
                orders += next.payment.orders().size();
                if (orders >= most) break;
                next = queue.poll();
                if (next == null && inside.get() < company) next = queue.poll(PATIENCE_MICROS, TimeUnit.MICROSECONDS);
            }
            company = inside.get();
        } catch (InterruptedException _) {
            // nobody but a stop interrupts, and that is seen by the loop
        } finally {
            taking.unlock();
        }
    }

    private void write(Hash community, List<Waiting> batch) {
        List<Ruling> results;
        try {
            results = commit(community, batch.stream().map(Waiting::payment).toList());
        } catch (RuntimeException e) {
            failed(community, batch, e);
            return;
        }
        inside.addAndGet(-batch.size());
        for (int i = 0; i < results.size(); i++) batch.get(i).answered.ruled(results.get(i));
    }

    private List<Ruling> commit(Hash community, List<SignedOrders> payments) {
        for (int attempt = 1; ; attempt++) {
            try {
                return commit.handle(community, payments);
            } catch (CommitPayments.Unopened unopened) {
                QuarkusTransaction.requiringNew().run(() -> ledger.open(community, unopened.accounts()));
            } catch (RuntimeException e) {
                if (attempt == TRIES || !passes(e)) throw e;
            }
        }
    }

    /** Somebody else was in the way, or took the same id or opened the same account at the same moment. */
    private static boolean passes(RuntimeException failure) {
        if (Setback.behind(failure).filter(Setback.CONTENTION::equals).isPresent()) return true;
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) return true;
        return false;
    }

    /** A payment that the database refuses must not take others with it: the batch is halved until it stands alone. */
    private void failed(Hash community, List<Waiting> batch, RuntimeException cause) {
        if (batch.size() == 1 || Setback.behind(cause).isPresent()) {
            inside.addAndGet(-batch.size());
            for (var waiting : batch) waiting.answered.failed(cause);
        } else {
            write(community, batch.subList(0, batch.size() / 2));
            write(community, batch.subList(batch.size() / 2, batch.size()));
        }
    }
}
