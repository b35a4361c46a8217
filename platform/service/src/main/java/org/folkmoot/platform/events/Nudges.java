// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Wakes a thread that looks for work now and then, so that it need not look often: whoever makes work says so. A nudge that
 * comes while the thread works is kept, because it may have come behind the thread's look.
 */
public final class Nudges {
    private static final Duration LONGEST = Duration.ofDays(1);

    private boolean nudged;
    private long at;

    /** Wakes the thread now. */
    public void now() {
        within(Duration.ZERO);
    }

    /** Wakes the thread after a while, a day at most, unless it is woken before: what comes until then is one piece of work. */
    public synchronized void within(Duration time) {
        long then = System.nanoTime() + (time.compareTo(LONGEST) < 0 ? time : LONGEST).toNanos();
        if (nudged && at - then <= 0) return;
        nudged = true;
        at = then;
        notifyAll();
    }

    /** Returns when a nudge is due, and at the latest after a while. */
    public synchronized void await(Duration most) throws InterruptedException {
        long latest = System.nanoTime() + most.toNanos();
        for (long left = left(latest); left > 0; left = left(latest)) TimeUnit.NANOSECONDS.timedWait(this, left);
        if (nudged && at - System.nanoTime() <= 0) nudged = false;
    }

    private long left(long latest) {
        long until = nudged && at - latest < 0 ? at : latest;
        return until - System.nanoTime();
    }
}
