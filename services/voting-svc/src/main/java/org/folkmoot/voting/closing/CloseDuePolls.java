// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.closing;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.events.FactsHeard;
import org.folkmoot.voting.ClockBound;
import org.folkmoot.voting.Patrol;
import org.folkmoot.voting.PluginGuard;
import org.folkmoot.voting.PollMoved;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.RestPolls;
import org.folkmoot.voting.Turns;
import org.jboss.logging.Logger;

/**
 * Looks for polls whose deadline has come, at that moment and now and then, since others may have moved it. Every replica does;
 * each poll is closed by one.
 */
@ApplicationScoped
class CloseDuePolls {
    private static final Logger LOG = Logger.getLogger(CloseDuePolls.class);

    private final ClockBound clockBound;
    private final ClosePoll closePoll;
    private final PollStore polls;
    private final Clock clock;
    private final Turns turns;
    private final Patrol patrol;

    CloseDuePolls(
            ClockBound clockBound,
            ClosePoll closePoll,
            PollStore polls,
            PluginGuard guard,
            Clock clock,
            @ConfigProperty(name = "folkmoot.voting.close-every") Duration every) {
        this.clockBound = clockBound;
        this.closePoll = closePoll;
        this.polls = polls;
        this.clock = clock;
        this.turns = new Turns(LOG, "The closing of polls", new RestPolls(LOG, guard), clock);
        this.patrol = new Patrol("close-polls", every, this::close);
    }

    void start(@Observes StartupEvent event) {
        patrol.start();
    }

    void look(@Observes FactsHeard heard) {
        patrol.nudge(Patrol.SOON);
    }

    void look(@Observes(during = TransactionPhase.AFTER_SUCCESS) PollMoved moved) {
        patrol.nudge(Duration.ZERO);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        patrol.stop();
    }

    private void close() {
        var now = clock.instant();
        turns.takeAll(except -> !patrol.isStopping() && clockBound.holds() && (closePoll.handle(except) || waits(now)));
    }

    /** False, for there is nothing to do until then. What was due before this round and is still there waits for something else. */
    private boolean waits(Instant now) {
        polls.nextDue(now).ifPresent(due -> patrol.nudge(Duration.between(clock.instant(), due)));
        return false;
    }
}
