// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Receipt;
import org.folkmoot.record.Receipt.Promise;
import org.folkmoot.voting.Receipts;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Ruling;

/**
 * The one thread that commits ballots: it takes all that wait, up to a limit, and commits them together, because a
 * commit costs as much as checking three signatures and costs the same for one ballot and for a thousand.
 */
@ApplicationScoped
class BallotWriter {
    private static final int IDLE_MILLIS = 200;
    private static final int STEPS = 5;
    private static final int ENOUGH = 32;
    private static final long STEP_NANOS = 1_000_000;
    private static final int ENOUGH_STREAMED = 256;
    private static final long STREAMED_NANOS = 20_000_000;
    private static final Duration TOLD_WITHIN = Duration.ofSeconds(1);

    /** Is told what became of a ballot, on the writer's thread: it must hand over at once. */
    interface Answer {
        void accepted(Receipt receipt);

        void denied(Refusal refusal);

        void failed(RuntimeException cause);

        /** Whether whoever cast it does nothing else before the answer is there. */
        default boolean isAwaited() {
            return true;
        }
    }

    private record Waiting(Ballot ballot, Answer answer) {}

    private final CommitBallots commit;
    private final Receipts receipts;
    private final Outbox outbox;
    private final BlockingQueue<Waiting> queue;
    private final int most;
    private final DistributionSummary batches;
    private final Counter accepted;
    private final Thread thread = new Thread(this::run, "ballot-writer");
    private volatile boolean stopping;
    private boolean inCompany;

    BallotWriter(
            CommitBallots commit,
            Receipts receipts,
            Outbox outbox,
            @ConfigProperty(name = "folkmoot.voting.queue") int capacity,
            @ConfigProperty(name = "folkmoot.voting.batch") int most,
            MeterRegistry meters) {
        this.commit = commit;
        this.receipts = receipts;
        this.outbox = outbox;
        this.queue = new ArrayBlockingQueue<>(capacity);
        this.most = most;
        this.batches = DistributionSummary.builder("folkmoot.ballots.batch")
                .description("Ballots that were committed together")
                .register(meters);
        this.accepted = Counter.builder("folkmoot.ballots.accepted")
                .description("Ballots that were taken in")
                .register(meters);
        meters.gauge("folkmoot.ballots.waiting", queue, BlockingQueue::size);
    }

    void start(@Observes StartupEvent event) {
        thread.start();
    }

    /** Lets the queue run empty: whoever waits for an answer gets it. */
    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        thread.join();
    }

    boolean alive() {
        return thread.isAlive();
    }

    /** Queues a ballot, unless the queue is full. The answer comes after the commit. */
    boolean offer(Ballot ballot, Answer answer) {
        return !stopping && queue.offer(new Waiting(ballot, answer));
    }

    private void run() {
        var batch = new ArrayList<Waiting>(most);
        while (!stopping || !queue.isEmpty()) {
            batch.clear();
            awaitOne().ifPresent(first -> {
                batch.add(first);
                gather(batch);
                inCompany = batch.size() > 1;
                write(batch);
            });
        }
    }

    /**
     * Takes what waits, and if that is little, what comes within a few milliseconds as long as more keep coming: the statement
     * of a batch costs nearly as much for three ballots as for thirty. A ballot that comes alone does not wait for others; and
     * if all waited who vote now, nobody would check signatures while the batch is on its way to the disk.
     */
    private void gather(List<Waiting> batch) {
        int more = queue.drainTo(batch, most - batch.size());
        int enough = Math.min(ENOUGH, most);
        for (int step = 0; step < STEPS && (inCompany || more > 0) && batch.size() < enough && !stopping; step++) {
            LockSupport.parkNanos(STEP_NANOS);
            more = queue.drainTo(batch, most - batch.size());
            if (more == 0) return;
        }
        if (batch.size() >= enough) gatherStreamed(batch);
    }

    /**
     * Takes what comes within some milliseconds more, as long as there are only ballots of streams, on which many others
     * follow before the first is answered: they check signatures meanwhile, and the database is asked less often.
     */
    private void gatherStreamed(List<Waiting> batch) {
        int enough = Math.min(ENOUGH_STREAMED, most);
        long until = System.nanoTime() + STREAMED_NANOS;
        int seen = 0;
        while (batch.size() < enough && System.nanoTime() - until < 0 && !stopping) {
            for (; seen < batch.size(); seen++) if (batch.get(seen).answer().isAwaited()) return;
            LockSupport.parkNanos(STEP_NANOS);
            queue.drainTo(batch, most - batch.size());
        }
    }

    private Optional<Waiting> awaitOne() {
        try {
            return Optional.ofNullable(queue.poll(IDLE_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            return Optional.empty(); // nobody but a stop interrupts, and that is seen by the loop
        }
    }

    private void write(List<Waiting> batch) {
        List<Ruling> rulings;
        try {
            rulings = commit.handle(batch.stream().map(Waiting::ballot).toList());
        } catch (RuntimeException e) {
            failed(batch, e);
            return;
        }
        outbox.wrote(TOLD_WITHIN);
        batches.record(batch.size());
        answer(batch, rulings);
    }

    /** One signature is for all of a batch: it costs a fifth of what a ballot costs altogether. */
    private void answer(List<Waiting> batch, List<Ruling> rulings) {
        var promises = new ArrayList<Promise>();
        var promised = new ArrayList<Answer>();
        for (int i = 0; i < rulings.size(); i++) {
            var waiting = batch.get(i);
            switch (rulings.get(i)) {
                case Ruling.Accepted(var act, long number, var at) -> {
                    promises.add(new Promise(act, waiting.ballot().poll(), number, at));
                    promised.add(waiting.answer());
                }
                case Ruling.Denied(var refusal) -> waiting.answer().denied(refusal);
            }
        }
        accepted.increment(promises.size());
        var signed = receipts.of(promises);
        for (int i = 0; i < signed.size(); i++) promised.get(i).accepted(signed.get(i));
    }

    /** A ballot that the database refuses must not take others with it: the batch is halved until it stands alone. */
    private void failed(List<Waiting> batch, RuntimeException cause) {
        if (batch.size() == 1 || Setback.behind(cause).isPresent()) {
            for (var waiting : batch) waiting.answer().failed(cause);
        } else {
            write(batch.subList(0, batch.size() / 2));
            write(batch.subList(batch.size() / 2, batch.size()));
        }
    }
}
