// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Ruling;
import org.folkmoot.treasury.SignedOrders;

/**
 * Has payments committed, and answers them. A community's payments always take the same lane, so that those of others do not
 * wait for them and each batch knows what the last one left.
 */
@ApplicationScoped
class PaymentWriter {
    private static final int TRIES = 5;
    private static final String UNIQUE_VIOLATION = "23505";

    /** Is told what became of a payment, on a thread of the writer: it must hand over at once. */
    interface Answered {
        void ruled(Ruling ruling);

        void failed(RuntimeException cause);
    }

    private final CommitPayments commit;
    private final Ledger ledger;
    private final List<PaymentLane> lanes;

    PaymentWriter(
            CommitPayments commit,
            Ledger ledger,
            @ConfigProperty(name = "folkmoot.treasury.queue") int capacity,
            @ConfigProperty(name = "folkmoot.treasury.batch") int most,
            @ConfigProperty(name = "folkmoot.treasury.lanes") int lanes) {
        this.commit = commit;
        this.ledger = ledger;
        this.lanes = IntStream.range(0, lanes)
                .mapToObj(number -> new PaymentLane("payment-writer-" + number, most, capacity, this::write))
                .toList();
    }

    void start(@Observes StartupEvent event) {
        lanes.forEach(PaymentLane::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        for (var lane : lanes) lane.stop();
    }

    boolean alive() {
        return lanes.stream().allMatch(PaymentLane::alive);
    }

    /** Queues a payment, unless the queue is full. The answer comes after the commit. */
    boolean offer(SignedOrders payment, Answered answered) {
        int lane = Math.floorMod(payment.community().hashCode(), lanes.size());
        return lanes.get(lane).offer(new PaymentLane.Waiting(payment, answered));
    }

    private void write(Hash community, List<PaymentLane.Waiting> batch) {
        List<Ruling> results;
        try {
            results = commit(
                    community, batch.stream().map(PaymentLane.Waiting::payment).toList());
        } catch (RuntimeException e) {
            failed(community, batch, e);
            return;
        }
        for (int i = 0; i < results.size(); i++) batch.get(i).answered().ruled(results.get(i));
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
    private void failed(Hash community, List<PaymentLane.Waiting> batch, RuntimeException cause) {
        if (batch.size() == 1 || Setback.behind(cause).isPresent())
            for (var waiting : batch) waiting.answered().failed(cause);
        else {
            write(community, batch.subList(0, batch.size() / 2));
            write(community, batch.subList(batch.size() / 2, batch.size()));
        }
    }
}
