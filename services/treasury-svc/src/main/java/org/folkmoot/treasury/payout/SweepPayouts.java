// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.record.Hash;
import org.jboss.logging.Logger;

/** Ends payments whose time is over. Replicas share the work: each takes one that nobody else is at. */
@ApplicationScoped
class SweepPayouts {
    private static final Logger LOG = Logger.getLogger(SweepPayouts.class);
    private static final int MOST = 100;

    private final EndPayout endPayout;
    private final Database database;
    private final Outage outage = new Outage(LOG, "The end of payments to the outside");

    SweepPayouts(EndPayout endPayout, Database database) {
        this.endPayout = endPayout;
        this.database = database;
    }

    @Scheduled(every = "${folkmoot.treasury.payouts-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (database.ready()) outage.guard(() -> endPayout.due(MOST).forEach(this::end));
    }

    /** A fault in one keeps back none of the others. */
    private void end(Hash payout) {
        try {
            endPayout.end(payout);
        } catch (RuntimeException e) {
            if (Setback.behind(e).isPresent()) throw e;
            LOG.errorf(e, "The end of the payment %s is at fault", payout);
        }
    }
}
