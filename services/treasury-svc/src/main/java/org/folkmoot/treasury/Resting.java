// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.platform.data.Sql;
import org.folkmoot.record.Hash;
import org.jboss.logging.Logger;

/**
 * What is at fault and rests, so that all others have their turn: after each fault for twice as long. It is kept in memory, so
 * after a start each is tried at once.
 */
public final class Resting {
    /** Nobody asked for it in that long after its rest: somebody else has done it. */
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Map<Hash, Rest> rests = new ConcurrentHashMap<>();
    private final RandomGenerator random = new SecureRandom();
    private final Clock clock;
    private final Logger log;
    private final String what;

    /** Names what may be at fault, as the first words of a sentence. */
    public Resting(Clock clock, Logger log, String what) {
        this.clock = clock;
        this.log = log;
        this.what = what;
    }

    private record Rest(int faults, Instant until) {}

    /** The ids of those that rest now. */
    public byte[][] ids() {
        var now = clock.instant();
        rests.values().removeIf(rest -> rest.until.plus(FORGOTTEN).isBefore(now));
        return Sql.hashes(rests.entrySet().stream()
                .filter(entry -> entry.getValue().until.isAfter(now))
                .map(Map.Entry::getKey)
                .toList());
    }

    /** Does something about one of them; unless the database is away, that it fails keeps back none of the others. */
    public void attempt(Hash id, Runnable work) {
        try {
            work.run();
            rests.remove(id);
        } catch (RuntimeException e) {
            if (Setback.DATABASE_AWAY.isBehind(e)) throw e;
            if (Setback.CONTENTION.isBehind(e)) log.debugf("Somebody was in the way: %s %s", what, id);
            else rest(id, e);
        }
    }

    private void rest(Hash id, RuntimeException fault) {
        var rest = rests.merge(id, after(1), (before, _) -> after(before.faults + 1));
        log.errorf(fault, "%s %s is at fault, and rests until %s", what, id, rest.until);
    }

    private Rest after(int faults) {
        return new Rest(faults, clock.instant().plus(Pause.AFTER_FAULT.after(faults, random)));
    }
}
