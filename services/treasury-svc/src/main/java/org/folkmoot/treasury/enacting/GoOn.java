// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Duration;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.record.Hash;
import org.jboss.logging.Logger;

/**
 * Lets what waits go on where nothing is in its way any more, each in a transaction of its own, in which it also ceases to
 * wait: what is done twice nevertheless has the same outcome.
 */
@ApplicationScoped
class GoOn {
    private static final Logger LOG = Logger.getLogger(GoOn.class);
    private static final Duration LOOK_AGAIN = Duration.ofMinutes(1);
    private static final int TIMEOUT_SECONDS = 120;

    private final WaitingDecisions waiting;
    private final Obstacles obstacles;
    private final ApplyDecision applyDecision;
    private final Clock clock;

    GoOn(WaitingDecisions waiting, Obstacles obstacles, ApplyDecision applyDecision, Clock clock) {
        this.waiting = waiting;
        this.obstacles = obstacles;
        this.applyDecision = applyDecision;
        this.clock = clock;
    }

    /** Goes through what waits in a community once, in the order of arrival. */
    @ActivateRequestContext
    void handle(Hash community) {
        var now = clock.instant();
        var next = waiting.next(community, 0, now);
        while (next.isPresent()) {
            tryOne(next.get());
            next = waiting.next(community, next.get().arrival(), now);
        }
    }

    private void tryOne(Waiting one) {
        try {
            QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(() -> goOn(one));
        } catch (RuntimeException e) {
            var setback = Setback.behind(e);
            if (setback.filter(why -> why == Setback.DATABASE_AWAY).isPresent()) throw e;
            if (setback.filter(why -> why == Setback.CONTENTION).isPresent()) return; // it is looked at again soon
            LOG.errorf(
                    e,
                    "%s of proposal %s is at fault",
                    Waiting.name(one.event()),
                    one.event().proposal());
            QuarkusTransaction.requiringNew().run(() -> waiting.failed(one, e.toString(), clock.instant()));
        }
    }

    private void goOn(Waiting one) {
        var unheard = obstacles.unheard(one.event());
        if (unheard.isPresent())
            waiting.postpone(one.arrival(), unheard.get(), clock.instant().plus(LOOK_AGAIN));
        else if (waiting.take(one.arrival())) applyDecision.handle(one.event());
    }
}
