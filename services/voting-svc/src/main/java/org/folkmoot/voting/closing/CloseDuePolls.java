// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.voting.ClockBound;
import org.folkmoot.voting.Patrol;
import org.folkmoot.voting.PluginGuard;
import org.folkmoot.voting.RestPolls;
import org.folkmoot.voting.Turns;
import org.jboss.logging.Logger;

/** Looks for polls whose deadline has come. Every replica does; each poll is closed by one. */
@ApplicationScoped
class CloseDuePolls {
    private static final Logger LOG = Logger.getLogger(CloseDuePolls.class);

    private final ClockBound clockBound;
    private final ClosePoll closePoll;
    private final Turns turns;
    private final Patrol patrol;

    CloseDuePolls(
            ClockBound clockBound,
            ClosePoll closePoll,
            PluginGuard guard,
            Clock clock,
            @ConfigProperty(name = "folkmoot.voting.close-every") Duration every) {
        this.clockBound = clockBound;
        this.closePoll = closePoll;
        this.turns = new Turns(LOG, "The closing of polls", new RestPolls(LOG, guard), clock);
        this.patrol = new Patrol("close-polls", every, this::close);
    }

    void start(@Observes StartupEvent event) {
        patrol.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        patrol.stop();
    }

    private void close() {
        turns.takeAll(except -> clockBound.holds() && closePoll.handle(except));
    }
}
