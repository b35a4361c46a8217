// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Blocks;
import org.jboss.logging.Logger;

/** Sees to it that what is committed gets its place in the journal soon. Replicas take turns by the ledger's row. */
@ApplicationScoped
class NumberBlocks {
    private static final Logger LOG = Logger.getLogger(NumberBlocks.class);

    private final Blocks blocks;
    private final Database database;
    private final Outage outage = new Outage(LOG, "The numbering of the journal");

    NumberBlocks(Blocks blocks, Database database) {
        this.blocks = blocks;
        this.database = database;
    }

    @Scheduled(every = "${folkmoot.treasury.number-every}", concurrentExecution = ConcurrentExecution.SKIP)
    void look() {
        if (database.ready()) outage.guard(() -> blocks.waiting().forEach(this::number));
    }

    private void number(Hash community) {
        while (QuarkusTransaction.requiringNew().call(() -> blocks.number(community))) {}
    }
}
