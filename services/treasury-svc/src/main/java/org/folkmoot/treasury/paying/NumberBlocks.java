// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.data.DatabaseReady;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.events.Nudges;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Blocks;
import org.jboss.logging.Logger;

/** Sees to it that what is committed gets its place in the journal soon. Replicas take turns by the ledger's row. */
@ApplicationScoped
class NumberBlocks {
    private static final Logger LOG = Logger.getLogger(NumberBlocks.class);

    /** How often it looks by itself for what somebody left who was ended before. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Blocks blocks;
    private final Duration within;
    private final Nudges nudges = new Nudges();
    private final Outage outage = new Outage(LOG, "The numbering of the journal");
    private final Thread thread =
            Thread.ofPlatform().daemon().name("block-numbers").unstarted(this::work);
    private volatile boolean stopping;

    NumberBlocks(Blocks blocks, @ConfigProperty(name = "folkmoot.treasury.number-within") Duration within) {
        this.blocks = blocks;
        this.within = within;
    }

    void start(@Observes DatabaseReady ready) {
        thread.start();
    }

    void stop(@Observes ShutdownEvent stop) {
        stopping = true;
        nudges.now();
    }

    boolean alive() {
        return thread.getState() != Thread.State.TERMINATED;
    }

    /** Says that something was committed: what comes until it is numbered is numbered with it. */
    void soon() {
        nudges.within(within);
    }

    private void work() {
        try {
            while (!stopping) {
                outage.endure(() -> blocks.waiting().forEach(this::number));
                nudges.await(LOOK);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void number(Hash community) {
        while (QuarkusTransaction.requiringNew().call(() -> blocks.number(community))) {}
    }
}
