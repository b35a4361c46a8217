// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.folkmoot.platform.events.Nudges;
import org.jboss.logging.Logger;

/**
 * Does something again and again on a thread of its own, with a short rest in between, until the service stops. Who knows when
 * there is something to do nudges it, because voters wait for a poll to open, and looking often is dear.
 */
public final class Patrol {
    /** Within this what comes in a row is one piece of work. */
    public static final Duration SOON = Duration.ofMillis(50);

    private static final Logger LOG = Logger.getLogger(Patrol.class);

    private final Thread thread;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Nudges nudges = new Nudges();

    /** Names the thread, its rest and its work; nothing happens before {@link #start()}. */
    public Patrol(String name, Duration rest, Runnable round) {
        thread = Thread.ofPlatform().daemon().name(name).unstarted(() -> work(rest, round));
    }

    /** Starts. */
    public void start() {
        thread.start();
    }

    /** Begins the next round within a while, also if the present one goes on. */
    public void nudge(Duration within) {
        nudges.within(within);
    }

    /** Lets the present round end, and no other begin. */
    public void stop() throws InterruptedException {
        stopping.countDown();
        nudges.now();
        thread.join();
    }

    /** Whether it is being stopped, so that a long round can end early. */
    public boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void work(Duration rest, Runnable round) {
        try {
            while (!isStopping()) {
                goRound(round);
                nudges.await(rest);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // the service stops
        }
    }

    /** Whatever goes wrong in one round must not be the end of all rounds. */
    private static void goRound(Runnable round) {
        try {
            round.run();
        } catch (RuntimeException e) {
            LOG.error("A round failed; the next one comes", e);
        }
    }
}
