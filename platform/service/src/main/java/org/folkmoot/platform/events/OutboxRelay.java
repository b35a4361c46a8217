// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.folkmoot.platform.data.DatabaseReady;
import org.folkmoot.platform.data.Outage;
import org.jboss.logging.Logger;

/**
 * Carries facts from the outbox, and from the tables that are their own, to the service's topics in Kafka.
 *
 * <p>One replica at a time does this, under an advisory lock, because two would mix up the order of a key. A fact is
 * deleted when Kafka has acknowledged it; a crash in between sends it again with the same id. While Kafka is away facts
 * wait in the database, and the log says so once.
 */
@ApplicationScoped
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    private static final int SLACK_SECONDS = 30;
    // Before the next try, when something failed or another replica was at it.
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final Worker worker = new Worker("outbox-relay", this::work);
    private final Nudges nudges = new Nudges();
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
        worker.dismiss();
        nudges.now();
        worker.stop();
    }

    /** Looks for facts within a while. */
    void nudge(Duration within) {
        nudges.within(within);
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
                switch (carry(courier)) {
                    case MORE -> {}
                    case UNKNOWN -> nudges.await(PAUSE);
                    case NOTHING -> nudges.await(settings.every());
                }
            }
        }
    }

    private Load.Rest carry(Courier courier) {
        try {
            broker.ensure(List.of(broker.ownTopic()));
            broker.ensure(cargo.topics());
            var rest = Load.Rest.NOTHING;
            for (var part : cargo.parts()) rest = worse(rest, carry(courier, part));
            outage.ended();
            return rest;
        } catch (BrokerAway e) {
            outage.began(e.why());
        } catch (RuntimeException e) {
            // A table that cannot be told must not stop the thread that tells the others.
            outage.failed(e);
        }
        return Load.Rest.UNKNOWN;
    }

    private Load.Rest carry(Courier courier, Supplier<Load> part) {
        int timeout = (int) settings.patience().toSeconds() + SLACK_SECONDS;
        return QuarkusTransaction.requiringNew().timeout(timeout).call(() -> {
            var load = part.get();
            if (!load.messages().isEmpty()) {
                courier.deliver(load.messages());
                load.delivered().run();
                sent.increment(load.messages().size());
            }
            return load.rest();
        });
    }

    private static Load.Rest worse(Load.Rest one, Load.Rest other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
