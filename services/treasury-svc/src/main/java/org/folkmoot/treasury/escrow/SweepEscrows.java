// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Times;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Resting;
import org.folkmoot.treasury.domain.escrow.Request;
import org.jboss.logging.Logger;

/** Gives back what was not somebody's in time, one escrow after the other; replicas pass over what another one has. */
@ApplicationScoped
class SweepEscrows {
    private static final Logger LOG = Logger.getLogger(SweepEscrows.class);
    private static final int AT_ONCE = 100;
    /** What cannot go back now, because the account is frozen, is tried again this much later. */
    private static final Duration LATER = Duration.ofHours(6);

    private final Ledger ledger;
    private final EscrowStore escrows;
    private final TakeStep takeStep;
    private final Database database;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "The return of what expired");
    private final Resting resting;

    SweepEscrows(Ledger ledger, EscrowStore escrows, TakeStep takeStep, Database database, Clock clock) {
        this.ledger = ledger;
        this.escrows = escrows;
        this.takeStep = takeStep;
        this.database = database;
        this.clock = clock;
        this.resting = new Resting(clock, LOG, "What goes back of");
    }

    @Scheduled(every = "${folkmoot.treasury.expire-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (database.ready())
            outage.guard(
                    () -> escrows.due(clock.instant(), AT_ONCE, resting.ids()).forEach(this::sweep));
    }

    private void sweep(EscrowStore.Due due) {
        resting.attempt(due.escrow(), () -> sweepOne(due));
    }

    private void sweepOne(EscrowStore.Due due) {
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.lock(due.community());
            var now = clock.instant();
            escrows.lockDue(due)
                    .ifPresent(escrow -> Request.sweep(escrow, now).ifPresent(step -> {
                        var taken = takeStep.handle(asked(due, now), escrow, step, now);
                        if (taken.refused().isPresent()) escrows.postpone(due, now.plus(LATER));
                    }));
        });
    }

    /** Each try has a name of its own, which follows from when it is made: what is due may be due from the same moment again. */
    private static TakeStep.Asked asked(EscrowStore.Due due, Instant now) {
        var parts = Json.object(Map.of(
                "community",
                due.community().hex(),
                "escrow",
                due.escrow().hex(),
                "tried",
                Times.text(now),
                "type",
                "expiry/2"));
        return new TakeStep.Asked(
                due.community(), Hash.of(parts.canonical()), due.escrow(), due.escrow(), "expire", parts);
    }
}
