// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.folkmoot.platform.data.Sql;

/** Everything that waits to be told, for the one replica that may tell it. */
@ApplicationScoped
class Cargo {
    private final Sql sql;
    private final OutboxRows outbox;
    private final NumberedRows numbered;

    Cargo(AgroalDataSource database, OutboxRows outbox, NumberedRows numbered) {
        this.sql = new Sql(database);
        this.outbox = outbox;
        this.numbered = numbered;
    }

    /** The topics that it goes to besides the service's own. */
    List<String> topics() {
        return numbered.topics();
    }

    /** The parts; each is loaded and delivered in a transaction of its own. */
    List<Supplier<Load>> parts() {
        return List.of(() -> mine() ? outbox.load() : Load.ELSEWHERE, () -> mine() ? numbered.load() : Load.ELSEWHERE);
    }

    /** Whether this transaction has the lock; it is free again when the transaction ends, whatever happens. */
    private boolean mine() {
        // Advisory locks are shared by all schemas of a database, so the schema is part of the name.
        return sql.first(
                        "select pg_try_advisory_xact_lock(hashtext('folkmoot.relay'), hashtext(current_schema()))",
                        row -> row.getBoolean(1))
                .orElse(false);
    }
}
