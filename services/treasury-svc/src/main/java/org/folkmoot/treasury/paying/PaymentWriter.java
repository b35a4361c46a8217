// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.record.Hash;
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
    private final OpenAccountsSoon open;
    private final PaymentQueue queue;
    private final OpenLater later;
    private final List<Thread> threads;
    private final Thread opener;

    PaymentWriter(
            CommitPayments commit,
            OpenAccountsSoon open,
            @ConfigProperty(name = "folkmoot.treasury.queue") int capacity,
            @ConfigProperty(name = "folkmoot.treasury.batch") int most,
            @ConfigProperty(name = "folkmoot.treasury.writers") int writers) {
        this.commit = commit;
        this.open = open;
        this.queue = new PaymentQueue(most, capacity);
        this.later = new OpenLater(open, capacity, this::write, this::fail);
        this.threads = IntStream.range(0, writers)
                .mapToObj(number -> new Thread(this::run, "payment-writer-" + number))
                .toList();
        this.opener = new Thread(this::open, "payment-account-opener");
    }

    void start(@Observes StartupEvent event) {
        threads.forEach(Thread::start);
        opener.start();
    }

    /** Lets the queue run empty: whoever waits for an answer gets it. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        queue.stop();
        for (var thread : threads) thread.join();
        later.stop();
        opener.join();
    }

    boolean alive() {
        return opener.isAlive() && threads.stream().allMatch(Thread::isAlive);
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

    private void open() {
        try {
            later.run();
        } catch (InterruptedException _) {
            // nobody interrupts but whoever ends the process
        } finally {
            queue.stop();
        }
    }

    /** Others may go on with the same accounts before anybody is told, so that whoever is told comes in time for the next batch. */
    private void write(List<Waiting> batch) {
        var words = new ArrayList<Runnable>();
        var written = new LinkedHashSet<>(batch);
        try {
            write(batch.getFirst().community(), batch, words).forEach(written::remove);
        } finally {
            if (!written.isEmpty()) queue.done(List.copyOf(written));
        }
        words.forEach(Runnable::run);
    }

    private void fail(List<Waiting> batch, RuntimeException cause) {
        queue.done(batch);
        for (var waiting : batch) tell(waiting, answered -> answered.failed(cause));
    }

    /** Writes what can be written now, and returns what is written later because its accounts are opened later. */
    private List<Waiting> write(Hash community, List<Waiting> batch, List<Runnable> words) {
        List<Ruling> results;
        try {
            results = commit(community, batch.stream().map(Waiting::payment).toList());
        } catch (CommitPayments.Unopened unopened) {
            return putOff(community, batch, words, unopened);
        } catch (RuntimeException e) {
            return failed(community, batch, words, e);
        }
        for (int i = 0; i < results.size(); i++) {
            var waiting = batch.get(i);
            var result = results.get(i);
            words.add(() -> tell(waiting, answered -> answered.ruled(result)));
        }
        return List.of();
    }

    /** What has to do with accounts of which somebody keeps the ledger is put off, and the rest is not. */
    private List<Waiting> putOff(
            Hash community, List<Waiting> batch, List<Runnable> words, CommitPayments.Unopened unopened) {
        var held = OpenLater.held(batch, unopened.accounts());
        var rest = batch.stream().filter(waiting -> !held.contains(waiting)).toList();
        var putOff = new ArrayList<Waiting>();
        if (!rest.isEmpty()) putOff.addAll(write(community, rest, words));
        if (later.take(List.copyOf(held), unopened.accounts())) putOff.addAll(held);
        else for (var waiting : held) words.add(() -> tell(waiting, answered -> answered.failed(OpenLater.busy())));
        return putOff;
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
                // Whoever waits here keeps the payments of all communities waiting.
                if (later.waitsFor(community) || !open.handle(community, unopened.accounts())) throw unopened;
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
    private List<Waiting> failed(Hash community, List<Waiting> batch, List<Runnable> words, RuntimeException cause) {
        if (batch.size() == 1 || Setback.behind(cause).isPresent()) {
            for (var waiting : batch) words.add(() -> tell(waiting, answered -> answered.failed(cause)));
            return List.of();
        }
        var putOff = new ArrayList<>(write(community, batch.subList(0, batch.size() / 2), words));
        putOff.addAll(write(community, batch.subList(batch.size() / 2, batch.size()), words));
        return putOff;
    }
}
