// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.voting.Patrol;
import org.jboss.logging.Logger;

/** Looks for draws whose round ends. Every replica does; each draw is moved by one, and one that fails rests for a while. */
@ApplicationScoped
class EndDueRounds {
    private static final Logger LOG = Logger.getLogger(EndDueRounds.class);
    private static final Duration REST = Duration.ofMinutes(1);

    private final Database database;
    private final EndRound endRound;
    private final Clock clock;
    private final Outage outage;
    private final Patrol patrol;
    private final Map<Long, Instant> stuck = new HashMap<>();

    EndDueRounds(
            Database database,
            EndRound endRound,
            Clock clock,
            @ConfigProperty(name = "folkmoot.voting.draw-every") Duration every) {
        this.database = database;
        this.endRound = endRound;
        this.clock = clock;
        this.outage = new Outage(LOG, "The end of rounds of draws");
        this.patrol = new Patrol("end-rounds", every, this::end);
    }

    void start(@Observes StartupEvent event) {
        patrol.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        patrol.stop();
    }

    private void end() {
        if (!database.ready()) return;
        outage.guard(() -> {
            boolean more = true;
            while (more && !patrol.isStopping()) more = next();
        });
    }

    private boolean next() {
        var now = clock.instant();
        stuck.values().removeIf(until -> !now.isBefore(until));
        try {
            return endRound.handle(Set.copyOf(stuck.keySet()));
        } catch (DrawStuck e) {
            if (Setback.behind(e).isPresent()) throw e;
            LOG.error("A draw needs a look; the others go on", e);
            stuck.put(e.no(), now.plus(REST));
            return true;
        }
    }
}
