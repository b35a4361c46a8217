// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.data.Setback;
import org.jboss.logging.Logger;

/** Works on polls or draws one after the other, each in its own transaction, and leaves one that fails alone for a while. */
public final class Turns {
    private static final Duration REST = Duration.ofMinutes(1);

    /** One turn. */
    @FunctionalInterface
    public interface Turn {
        /** Works on one other than these; false if there is none. A failure is a {@link Stuck}. */
        boolean take(Set<Long> except);
    }

    /** What is known of failures. */
    @FunctionalInterface
    public interface Known {
        /** Lets one rest whose failure is understood; false if somebody has to look at it. */
        boolean rests(Stuck stuck);
    }

    private final Logger log;
    private final Outage outage;
    private final Known known;
    private final Clock clock;
    private final Map<Long, Instant> stuck = new HashMap<>();

    /** Names who works, as the first words of a sentence. */
    public Turns(Logger log, String who, Known known, Clock clock) {
        this.log = log;
        this.outage = new Outage(log, who);
        this.known = known;
        this.clock = clock;
    }

    /** Takes turns until there is nothing to do. */
    public void takeAll(Turn turn) {
        outage.guard(() -> {
            boolean more = true;
            while (more) more = take(turn);
        });
    }

    private boolean take(Turn turn) {
        var now = clock.instant();
        stuck.values().removeIf(until -> !now.isBefore(until));
        try {
            return turn.take(Set.copyOf(stuck.keySet()));
        } catch (Stuck e) {
            if (Setback.behind(e).isPresent()) throw e;
            if (!known.rests(e)) {
                log.errorf(e, "A %s needs a look; the others go on", e.what());
                stuck.put(e.no(), now.plus(REST));
            }
            return true;
        }
    }
}
