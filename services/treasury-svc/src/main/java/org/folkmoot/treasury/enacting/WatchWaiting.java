// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.enacting.Waiting.Why;
import org.folkmoot.treasury.enacting.WaitingDecisions.Count;
import org.jboss.logging.Logger;

/** Looks what of all that waits can go on, and shows operators how much waits, for what and how long. */
@ApplicationScoped
class WatchWaiting {
    private static final Logger LOG = Logger.getLogger(WatchWaiting.class);
    private static final int AT_ONCE = 200;

    private final WaitingDecisions waiting;
    private final GoOn goOn;
    private final Database database;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "What was decided and waits");
    private volatile List<Count> counts = List.of();

    WatchWaiting(WaitingDecisions waiting, GoOn goOn, Database database, Clock clock, MeterRegistry meters) {
        this.waiting = waiting;
        this.goOn = goOn;
        this.database = database;
        this.clock = clock;
        for (var why : Why.values()) show(why, meters);
    }

    private void show(Why why, MeterRegistry meters) {
        Gauge.builder("folkmoot.treasury.waiting", this, watch -> watch.count(why))
                .description("What was decided and is not done yet, by what it waits for")
                .tag("reason", why.word())
                .register(meters);
        Gauge.builder("folkmoot.treasury.waiting.longest", this, watch -> watch.longest(why))
                .description("How long what was decided waits by now, by what it waits for")
                .baseUnit("seconds")
                .tag("reason", why.word())
                .register(meters);
    }

    @Scheduled(every = "${folkmoot.treasury.waiting-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (database.ready()) outage.guard(this::goThrough);
    }

    private void goThrough() {
        waiting.ready(clock.instant(), AT_ONCE).forEach(this::run);
        counts = waiting.counts();
    }

    private void run(Hash community) {
        try {
            goOn.handle(community);
        } catch (RuntimeException e) {
            // This fails, too, if the database is gone; otherwise others need not wait for one that ends like this.
            if (Setback.behind(e).isPresent()) counts = waiting.counts();
            LOG.errorf(e, "What waits in %s does not go on", community);
        }
    }

    private long count(Why why) {
        return counts.stream()
                .filter(count -> count.why() == why)
                .mapToLong(Count::count)
                .sum();
    }

    private long longest(Why why) {
        return counts.stream()
                .filter(count -> count.why() == why)
                .mapToLong(count -> age(count.since()))
                .max()
                .orElse(0);
    }

    private long age(Instant since) {
        return Math.max(0, Duration.between(since, clock.instant()).toSeconds());
    }
}
