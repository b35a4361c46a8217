// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.depositing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.treasury.Resting;
import org.jboss.logging.Logger;

/** Gives away later what of deposits could not go where it should at once, one deposit after the other. */
@ApplicationScoped
class SweepDeposits {
    private static final Logger LOG = Logger.getLogger(SweepDeposits.class);
    private static final int MOST = 100;

    private final PartStore parts;
    private final GiveAway giveAway;
    private final Database database;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "The release of deposits");
    private final Resting resting;

    SweepDeposits(PartStore parts, GiveAway giveAway, Database database, Clock clock) {
        this.parts = parts;
        this.giveAway = giveAway;
        this.database = database;
        this.clock = clock;
        this.resting = new Resting(clock, LOG, "The release of the deposit");
    }

    @Scheduled(every = "${folkmoot.treasury.deposits-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (database.ready())
            outage.guard(() -> parts.due(clock.instant(), MOST, resting.ids()).forEach(this::again));
    }

    private void again(PartStore.Due due) {
        resting.attempt(due.deposit(), () -> QuarkusTransaction.requiringNew().run(() -> giveAway.again(due)));
    }
}
