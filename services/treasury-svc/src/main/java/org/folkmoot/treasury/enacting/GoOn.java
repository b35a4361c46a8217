// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.folkmoot.contracts.ProposalsEvent;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.DifferentTransfer;
import org.folkmoot.treasury.Pause;
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
    private final RandomGenerator random = new SecureRandom();

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
        var event = one.event();
        if (event.isPresent()) tryOne(one, event.get());
        else unreadable(one, new NotUnderstood("not read by this version of the software"));
    }

    private void tryOne(Waiting one, ProposalsEvent event) {
        try {
            apart(() -> goOn(one, event));
        } catch (EnactmentForged | DifferentTransfer e) {
            // It will never be anything else, and what comes after it in its proposal is not to wait for that.
            var why = Objects.requireNonNullElse(e.getMessage(), "");
            LOG.errorf("%s of proposal %s is refused: %s", one.name(), one.proposal(), why);
            apart(() -> waiting.refused(one, why));
        } catch (NotUnderstood e) {
            unreadable(one, e);
        } catch (RuntimeException e) {
            if (Setback.DATABASE_AWAY.isBehind(e)) throw e;
            if (Setback.CONTENTION.isBehind(e)) contended(one);
            else failed(one, e);
        }
    }

    private void contended(Waiting one) {
        LOG.debugf("Somebody was in the way of %s of proposal %s", one.name(), one.proposal());
        var again = clock.instant().plus(Pause.AFTER_CONTENTION.after(one.setbacks() + 1, random));
        apart(() -> waiting.contended(one, again));
    }

    private void failed(Waiting one, RuntimeException fault) {
        LOG.errorf(fault, "%s of proposal %s is at fault", one.name(), one.proposal());
        apart(() -> waiting.failed(one, true, fault.toString(), afterFault(one)));
    }

    private void unreadable(Waiting one, NotUnderstood why) {
        LOG.errorf(why, "%s of proposal %s cannot be read by this version", one.name(), one.proposal());
        apart(() -> waiting.failed(one, false, Objects.requireNonNullElse(why.getMessage(), ""), afterFault(one)));
    }

    private Instant afterFault(Waiting one) {
        return clock.instant().plus(Pause.AFTER_FAULT.after(one.tries() + 1, random));
    }

    private static void apart(Runnable work) {
        QuarkusTransaction.requiringNew().timeout(TIMEOUT_SECONDS).run(work);
    }

    private void goOn(Waiting one, ProposalsEvent event) {
        var unheard = obstacles.unheard(event);
        if (unheard.isPresent())
            waiting.postpone(one, unheard.get(), clock.instant().plus(LOOK_AGAIN));
        else if (waiting.take(one)) {
            applyDecision.check(event);
            applyDecision.handle(event);
        }
    }
}
