// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Resting;
import org.jboss.logging.Logger;

/** Ends payments whose time is over. Replicas share the work: each takes one that nobody else is at. */
@ApplicationScoped
class SweepPayouts {
    private static final Logger LOG = Logger.getLogger(SweepPayouts.class);
    private static final int MOST = 100;

    private final EndPayout endPayout;
    private final Database database;
    private final Outage outage = new Outage(LOG, "The end of payments to the outside");
    private final Resting resting;

    SweepPayouts(EndPayout endPayout, Database database, Clock clock) {
        this.endPayout = endPayout;
        this.database = database;
        this.resting = new Resting(clock, LOG, "The end of the payment");
    }

    @Scheduled(every = "${folkmoot.treasury.payouts-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (database.ready())
            outage.guard(() -> endPayout.due(MOST, resting.ids()).forEach(this::end));
    }

    private void end(Hash payout) {
        resting.attempt(payout, () -> endPayout.end(payout));
    }
}
