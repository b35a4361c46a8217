// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.folkmoot.constitution.PluginFailed;
import org.folkmoot.platform.data.Outage;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.voting.domain.PollRules;
import org.jboss.logging.Logger;

/** Works on polls one after the other, each in its own transaction, and leaves one that fails alone for a while. */
public final class PollTurns {
    private static final Duration REST = Duration.ofMinutes(1);

    /** One turn. */
    @FunctionalInterface
    public interface Turn {
        /** Works on a poll other than these; false if there is none. A failure is a {@link PollStuck}. */
        boolean take(Set<Long> except);
    }

    private final Logger log;
    private final Outage outage;
    private final PluginGuard guard;
    private final Clock clock;
    private final Map<Long, Instant> stuck = new HashMap<>();

    /** Names who works, as the first words of a sentence. */
    public PollTurns(Logger log, String who, PluginGuard guard, Clock clock) {
        this.log = log;
        this.outage = new Outage(log, who);
        this.guard = guard;
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
        } catch (PollStuck e) {
            if (Setback.behind(e).isPresent()) throw e;
            switch (e.getCause()) {
                case PluginFailed failed -> rest(e.no(), failed.sentence());
                case PollRules.Unfit unfit -> rest(e.no(), unfit.reason());
                case null, default -> {
                    log.error("A poll needs a look; the others go on", e);
                    stuck.put(e.no(), now.plus(REST));
                }
            }
            return true;
        }
    }

    private void rest(long no, String reason) {
        guard.rest(no, reason)
                .ifPresent(pause -> log.warnf("The poll number %d waits until %s: %s", no, pause.until(), reason));
    }
}
