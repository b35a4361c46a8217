// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.folkmoot.platform.data.DatabaseReady;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.data.Setback;
import org.jboss.logging.Logger;

/**
 * Carries facts from the outbox, and from the tables that are their own, to the service's topic in Kafka.
 *
 * <p>One replica at a time does this, under an advisory lock, because two would mix up the order of a key. A fact is
 * deleted when Kafka has acknowledged it; a crash in between sends it again with the same id. While Kafka is away facts
 * wait in the database, and the log says so once.
 */
@ApplicationScoped
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int SLACK_SECONDS = 30;

    private final Worker worker = new Worker("outbox-relay", this::work);
    private final BlockingQueue<Boolean> nudges = new ArrayBlockingQueue<>(1);
    private final Outage outage = new Outage(LOG, "The outbox");
    private final Cargo cargo;
    private final Broker broker;
    private final RelaySettings settings;
    private final Counter sent;

    OutboxRelay(Cargo cargo, Broker broker, RelaySettings settings, MeterRegistry meters) {
        this.cargo = cargo;
        this.broker = broker;
        this.settings = settings;
        this.sent = Counter.builder("folkmoot.outbox.sent")
                .description("Messages that Kafka acknowledged")
                .register(meters);
        Gauge.builder("folkmoot.outbox.held", outage, held -> held.waiting() ? 1 : 0)
                .description("1 while facts cannot be sent")
                .register(meters);
    }

    void start(@Observes DatabaseReady ready) {
        worker.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        worker.stop();
    }

    /** Looks for facts now. */
    void nudge() {
        nudges.offer(Boolean.TRUE);
    }

    boolean alive() {
        return worker.alive();
    }

    /** Whether the last try to send failed. */
    boolean waiting() {
        return outage.waiting();
    }

    private void work() throws InterruptedException {
        try (var courier = new Courier(broker, settings.patience())) {
            while (worker.wanted()) {
                if (!carriedSome(courier)) nudges.poll(settings.every().toMillis(), TimeUnit.MILLISECONDS);
            }
        }
    }

    private boolean carriedSome(Courier courier) {
        try {
            broker.ensure(List.of(broker.ownTopic()));
            int carried = 0;
            for (var part : cargo.parts()) carried += carry(courier, part);
            sent.increment(carried);
            outage.ended();
            return carried > 0;
        } catch (BrokerAway e) {
            outage.began(e.why());
        } catch (RuntimeException e) {
            // A table that cannot be told must not stop the thread that tells the others; the log has it, once.
            if (Setback.behind(e).isEmpty() && !outage.waiting()) LOG.error("Facts could not be sent", e);
            outage.began(e);
        }
        return false;
    }

    private int carry(Courier courier, Supplier<Load> part) {
        int timeout = (int) settings.patience().toSeconds() + SLACK_SECONDS;
        return QuarkusTransaction.requiringNew().timeout(timeout).call(() -> {
            var load = part.get();
            if (load.messages().isEmpty()) return 0;
            courier.deliver(load.messages());
            load.delivered().run();
            return load.messages().size();
        });
    }
}
