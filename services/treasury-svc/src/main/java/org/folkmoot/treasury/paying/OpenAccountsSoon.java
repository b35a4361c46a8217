// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Account;

/** Opens accounts if their ledger is free, or will be in a moment: whoever opens them for many communities waits for none. */
@ApplicationScoped
class OpenAccountsSoon {
    private final Ledger ledger;
    private final Sql sql;

    OpenAccountsSoon(Ledger ledger, DataSource database) {
        this.ledger = ledger;
        this.sql = new Sql(database);
    }

    /** Opens them in a transaction of its own; false if somebody keeps the ledger. */
    boolean handle(Hash community, List<Account> accounts) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                sql.update("set local lock_timeout = '10ms'");
                ledger.open(community, accounts);
            });
            return true;
        } catch (RuntimeException e) {
            if (Setback.CONTENTION.isBehind(e)) return false;
            throw e;
        }
    }
}
