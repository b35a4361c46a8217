// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.data;

import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/** Says once that something waits for something else, and once that it goes on, however often it is tried in between. */
public final class Outage {
    private final Logger log;
    private final String who;
    private final AtomicBoolean waiting = new AtomicBoolean();
    private final AtomicBoolean stumbling = new AtomicBoolean();

    /** Names who waits, as the first words of a sentence. */
    public Outage(Logger log, String who) {
        this.log = log;
        this.who = who;
    }

    /** Notes that a try failed. */
    public void began(String why) {
        if (waiting.compareAndSet(false, true)) log.warnf("%s waits: %s", who, why);
        else log.debugf("%s still waits: %s", who, why);
    }

    /** Notes that a try failed, with the innermost reason. */
    public void began(Throwable failure) {
        began(reason(failure));
    }

    /** Notes that a try failed: a setback that passes is told as such, of what nobody foresaw the log has the trace, once. */
    public void failed(RuntimeException failure) {
        if (Setback.behind(failure).isEmpty() && stumbling.compareAndSet(false, true))
            log.errorf(failure, "%s failed", who);
        began(failure);
    }

    /** Notes that a try succeeded. */
    public void ended() {
        stumbling.set(false);
        if (waiting.compareAndSet(true, false)) log.infof("%s goes on", who);
    }

    /** Whether the last try failed. */
    public boolean waiting() {
        return waiting.get();
    }

    /**
     * Does something that is tried again and again anyway, such as a scheduled task, and keeps quiet about setbacks that
     * pass; any other failure is thrown on.
     */
    public void guard(Runnable task) {
        try {
            task.run();
            ended();
        } catch (RuntimeException e) {
            if (Setback.behind(e).isEmpty()) throw e;
            began(e);
        }
    }

    /** Does something that is tried again whatever happens, on a thread that nothing may end. */
    public void endure(Runnable task) {
        try {
            task.run();
            ended();
        } catch (RuntimeException e) {
            failed(e);
        }
    }

    private static String reason(Throwable failure) {
        var innermost = failure;
        while (innermost.getCause() != null) innermost = innermost.getCause();
        return innermost.getMessage() == null ? innermost.getClass().getSimpleName() : innermost.getMessage();
    }
}
