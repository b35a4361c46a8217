// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.drawing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.events.FactsHeard;
import org.folkmoot.voting.ClockBound;
import org.folkmoot.voting.Patrol;
import org.folkmoot.voting.Turns;
import org.jboss.logging.Logger;

/** Looks for actions that asked for a draw. Every replica does; each draw is opened by one, and one that fails rests for a while. */
@ApplicationScoped
class OpenAskedDraws {
    private static final Logger LOG = Logger.getLogger(OpenAskedDraws.class);

    private final ClockBound clockBound;
    private final OpenDraw openDraw;
    private final Turns turns;
    private final Patrol patrol;

    OpenAskedDraws(
            ClockBound clockBound,
            OpenDraw openDraw,
            Clock clock,
            @ConfigProperty(name = "folkmoot.voting.draw-every") Duration every) {
        this.clockBound = clockBound;
        this.openDraw = openDraw;
        this.turns = new Turns(LOG, "The opening of draws", _ -> false, clock);
        this.patrol = new Patrol("open-draws", every, this::open);
    }

    void start(@Observes StartupEvent event) {
        patrol.start();
    }

    void look(@Observes FactsHeard heard) {
        patrol.nudge(Patrol.SOON);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        patrol.stop();
    }

    private void open() {
        turns.takeAll(except -> !patrol.isStopping() && clockBound.holds() && openDraw.handle(except));
    }
}
