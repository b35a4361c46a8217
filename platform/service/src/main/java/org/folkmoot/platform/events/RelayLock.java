// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.platform.data.Sql;

/** Lets one replica of a service send at a time; it is free again when the transaction ends, whatever happens. */
@ApplicationScoped
class RelayLock {
    private final Sql sql;

    RelayLock(AgroalDataSource database) {
        this.sql = new Sql(database);
    }

    /** Whether this transaction has the lock now. */
    boolean taken() {
        // Advisory locks are shared by all schemas of a database, so the schema is part of the name.
        return sql.first(
                        "select pg_try_advisory_xact_lock(hashtext('folkmoot.relay'), hashtext(current_schema()))",
                        row -> row.getBoolean(1))
                .orElse(false);
    }
}
