// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.util.UUID;
import org.folkmoot.platform.data.Sql;

/** Remembers what was applied, in the transaction that applies it, so that nothing is applied twice. */
@ApplicationScoped
class Inbox {
    private static final int TIMEOUT_SECONDS = 120;

    private final Sql sql;
    private final Clock clock;

    Inbox(AgroalDataSource database, Clock clock) {
        this.sql = new Sql(database);
        this.clock = clock;
    }

    /** Applies a fact in a transaction of its own, unless this consumer applied it before; true if it was applied. */
    @ActivateRequestContext
    boolean once(String consumer, UUID event, Runnable effect) {
        return QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).call(() -> {
            int fresh = sql.update(
                    "insert into inbox (consumer, event, applied_at) values (?, ?, ?) on conflict do nothing",
                    consumer,
                    event,
                    clock.instant());
            if (fresh == 1) effect.run();
            return fresh == 1;
        });
    }
}
