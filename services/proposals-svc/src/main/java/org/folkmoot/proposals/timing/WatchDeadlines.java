// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.timing;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.data.DatabaseReady;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.proposals.Deadlines;
import org.jboss.logging.Logger;

/** Looks for deadlines that have come, several times a second: the scheduler of Quarkus does that once a second at most. */
@ApplicationScoped
class WatchDeadlines {
    private static final Logger LOG = Logger.getLogger(WatchDeadlines.class);
    private static final int AT_A_TIME = 500;

    private final Deadlines deadlines;
    private final MeetDeadline meetDeadline;
    private final Clock clock;
    private final Duration every;
    private final Outage outage = new Outage(LOG, "The schedule");
    private final CountDownLatch stopping = new CountDownLatch(1);

    WatchDeadlines(
            Deadlines deadlines,
            MeetDeadline meetDeadline,
            Clock clock,
            @ConfigProperty(name = "folkmoot.proposals.deadlines.every") Duration every) {
        this.deadlines = deadlines;
        this.meetDeadline = meetDeadline;
        this.clock = clock;
        this.every = every;
    }

    void start(@Observes DatabaseReady ready) {
        Thread.ofPlatform().daemon().name("deadlines").start(this::watch);
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping.countDown();
    }

    private void watch() {
        try {
            while (!stopping.await(every.toMillis(), TimeUnit.MILLISECONDS))
                outage.endure(() -> deadlines.due(clock.instant(), AT_A_TIME).forEach(this::meet));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** Does not let one proposal that can not go on hold up the others. */
    private void meet(String proposal) {
        try {
            meetDeadline.handle(proposal);
        } catch (RuntimeException e) {
            if (Setback.behind(e).isPresent()) throw e;
            LOG.errorf(e, "The deadline of proposal %s could not be met", proposal);
        }
    }
}
