// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Ruling;
import org.folkmoot.treasury.SignedOrders;
import org.jboss.logging.Logger;

/**
 * Has payments committed, by a few threads that take what may be committed at the same time, and answers them. So each batch knows
 * what the last one left of its accounts, while others are on their way to the disk.
 */
@ApplicationScoped
class PaymentWriter {
    private static final Logger LOG = Logger.getLogger(PaymentWriter.class);
    private static final int TRIES = 5;
    private static final String UNIQUE_VIOLATION = "23505";

    /** Is told what became of a payment, on a thread of the writer: it must hand over at once. */
    interface Answered {
        void ruled(Ruling ruling);

        void failed(RuntimeException cause);
    }

    private final CommitPayments commit;
    private final Ledger ledger;
    private final PaymentQueue queue;
    private final List<Thread> threads;

    PaymentWriter(
            CommitPayments commit,
            Ledger ledger,
            @ConfigProperty(name = "folkmoot.treasury.queue") int capacity,
            @ConfigProperty(name = "folkmoot.treasury.batch") int most,
            @ConfigProperty(name = "folkmoot.treasury.writers") int writers) {
        this.commit = commit;
        this.ledger = ledger;
        this.queue = new PaymentQueue(most, capacity);
        this.threads = IntStream.range(0, writers)
                .mapToObj(number -> new Thread(this::run, "payment-writer-" + number))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        threads.forEach(Thread::start);
    }

    /** Lets the queue run empty: whoever waits for an answer gets it. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        queue.stop();
        for (var thread : threads) thread.join();
    }

    boolean alive() {
        return threads.stream().allMatch(Thread::isAlive);
    }

    /** Queues a payment, unless the queue is full. The answer comes after the commit. */
    boolean offer(SignedOrders payment, Answered answered) {
        return queue.offer(new Waiting(payment, answered));
    }

    private void run() {
        try {
            for (var batch = queue.take(); batch.isPresent(); batch = queue.take()) write(batch.get());
        } catch (InterruptedException _) {
            // nobody interrupts but whoever ends the process
        } finally {
            // Whoever ends before the others takes them along, and the service is started again: see its health.
            queue.stop();
        }
    }

    /** Others may go on with the same accounts before anybody is told, so that whoever is told comes in time for the next batch. */
    private void write(List<Waiting> batch) {
        var words = new ArrayList<Runnable>();
        try {
            write(batch.getFirst().payment().community(), batch, words);
        } finally {
            queue.done(batch);
        }
        words.forEach(Runnable::run);
    }

    private void write(Hash community, List<Waiting> batch, List<Runnable> words) {
        List<Ruling> results;
        try {
            results = commit(community, batch.stream().map(Waiting::payment).toList());
        } catch (RuntimeException e) {
            failed(community, batch, words, e);
            return;
        }
        for (int i = 0; i < results.size(); i++) {
            var waiting = batch.get(i);
            var result = results.get(i);
            words.add(() -> tell(waiting, answered -> answered.ruled(result)));
        }
    }

    /** Whoever is not there any more to hear of it must not keep others from hearing of theirs. */
    private static void tell(Waiting waiting, Consumer<Answered> what) {
        try {
            what.accept(waiting.answered());
        } catch (RuntimeException e) {
            LOG.warnf(
                    e,
                    "What became of payment %s was not told",
                    waiting.payment().act().id());
        }
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
        if (Setback.CONTENTION.isBehind(failure)) return true;
        for (Throwable cause = failure; cause != null; cause = cause.getCause())
            if (cause instanceof SQLException sql && UNIQUE_VIOLATION.equals(sql.getSQLState())) return true;
        return false;
    }

    /** A payment that the database refuses must not take others with it: the batch is halved until it stands alone. */
    private void failed(Hash community, List<Waiting> batch, List<Runnable> words, RuntimeException cause) {
        if (batch.size() == 1 || Setback.behind(cause).isPresent())
            for (var waiting : batch) words.add(() -> tell(waiting, answered -> answered.failed(cause)));
        else {
            write(community, batch.subList(0, batch.size() / 2), words);
            write(community, batch.subList(batch.size() / 2, batch.size()), words);
        }
    }
}
