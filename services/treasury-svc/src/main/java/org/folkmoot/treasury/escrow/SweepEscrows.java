// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.Times;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.escrow.Request;
import org.jboss.logging.Logger;

/** Gives back what was not somebody's in time, one escrow after the other; replicas pass over what another one has. */
@ApplicationScoped
class SweepEscrows {
    private static final Logger LOG = Logger.getLogger(SweepEscrows.class);
    private static final int AT_ONCE = 100;
    /** What cannot go back now, because the account is frozen or because of a fault, is tried again this much later. */
    private static final Duration LATER = Duration.ofHours(6);

    private final Ledger ledger;
    private final EscrowStore escrows;
    private final TakeStep takeStep;
    private final Database database;
    private final Clock clock;
    private final Outage outage = new Outage(LOG, "The return of what expired");

    SweepEscrows(Ledger ledger, EscrowStore escrows, TakeStep takeStep, Database database, Clock clock) {
        this.ledger = ledger;
        this.escrows = escrows;
        this.takeStep = takeStep;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(every = "${folkmoot.treasury.expire-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (database.ready())
            outage.guard(() -> escrows.due(clock.instant(), AT_ONCE).forEach(this::sweep));
    }

    /** A fault in one keeps back none of the others. */
    private void sweep(EscrowStore.Due due) {
        try {
            sweepOne(due);
        } catch (RuntimeException e) {
            if (Setback.behind(e).isPresent()) throw e;
            LOG.errorf(e, "What goes back of %s is at fault", due.escrow());
            QuarkusTransaction.requiringNew()
                    .run(() -> escrows.postpone(due, clock.instant().plus(LATER)));
        }
    }

    private void sweepOne(EscrowStore.Due due) {
        QuarkusTransaction.requiringNew().run(() -> {
            ledger.lock(due.community());
            var now = clock.instant();
            escrows.lockDue(due)
                    .ifPresent(escrow -> Request.sweep(escrow, now).ifPresent(step -> {
                        var taken = takeStep.handle(asked(due), escrow, step, now);
                        if (taken.refused().isPresent()) escrows.postpone(due, now.plus(LATER));
                    }));
        });
    }

    /** Each try has a name of its own, which follows from when it was due. */
    private static TakeStep.Asked asked(EscrowStore.Due due) {
        var parts = Json.object(Map.of(
                "community",
                due.community().hex(),
                "due",
                Times.text(due.due()),
                "escrow",
                due.escrow().hex(),
                "type",
                "expiry/1"));
        return new TakeStep.Asked(
                due.community(), Hash.of(parts.canonical()), due.escrow(), due.escrow(), "expire", parts);
    }
}
