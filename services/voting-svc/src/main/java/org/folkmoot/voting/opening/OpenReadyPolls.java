// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.opening;

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
import org.folkmoot.voting.PluginGuard;
import org.folkmoot.voting.RestPolls;
import org.folkmoot.voting.Turns;
import org.jboss.logging.Logger;

/** Looks for polls whose members and rules have arrived, whenever something has. Every replica does; each poll is opened by one. */
@ApplicationScoped
class OpenReadyPolls {
    private static final Logger LOG = Logger.getLogger(OpenReadyPolls.class);

    private final ClockBound clockBound;
    private final OpenPoll openPoll;
    private final Turns turns;
    private final Patrol patrol;

    OpenReadyPolls(
            ClockBound clockBound,
            OpenPoll openPoll,
            PluginGuard guard,
            Clock clock,
            @ConfigProperty(name = "folkmoot.voting.open-every") Duration every) {
        this.clockBound = clockBound;
        this.openPoll = openPoll;
        this.turns = new Turns(LOG, "The opening of polls", new RestPolls(LOG, guard), clock);
        this.patrol = new Patrol("open-polls", every, this::open);
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
        turns.takeAll(except -> !patrol.isStopping() && clockBound.holds() && openPoll.handle(except));
    }
}
