// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.voting.ClockBound;
import org.folkmoot.voting.Patrol;
import org.folkmoot.voting.Turns;
import org.jboss.logging.Logger;

/** Looks for draws whose round ends. Every replica does; each draw is moved by one, and one that fails rests for a while. */
@ApplicationScoped
class EndDueRounds {
    private static final Logger LOG = Logger.getLogger(EndDueRounds.class);

    private final ClockBound clockBound;
    private final EndRound endRound;
    private final Turns turns;
    private final Patrol patrol;

    EndDueRounds(
            ClockBound clockBound,
            EndRound endRound,
            Clock clock,
            @ConfigProperty(name = "folkmoot.voting.draw-every") Duration every) {
        this.clockBound = clockBound;
        this.endRound = endRound;
        this.turns = new Turns(LOG, "The end of rounds of draws", _ -> false, clock);
        this.patrol = new Patrol("end-rounds", every, this::end);
    }

    void start(@Observes StartupEvent event) {
        patrol.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        patrol.stop();
    }

    private void end() {
        turns.takeAll(except -> !patrol.isStopping() && clockBound.holds() && endRound.handle(except));
    }
}
