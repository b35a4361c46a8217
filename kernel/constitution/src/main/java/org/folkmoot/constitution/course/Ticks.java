// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The instants at which rules are looked at: all of them, or those of a clock that ticks.
 *
 * @param since from when on the clock ticks
 * @param every how often; at all instants, if nothing is said
 */
record Ticks(Instant since, Optional<Duration> every) {
    /** Whether there is no such clock. */
    boolean never() {
        return every.isEmpty();
    }

    /** Whether rules are looked at then. */
    boolean on(Instant at) {
        return every.map(step -> behind(at, step) == 0).orElse(true);
    }

    /** That instant if rules are looked at then, or the next one at which they are. */
    Instant from(Instant at) {
        return on(at) ? at : after(at);
    }

    /** The next instant at which they are; the same one, if they are always. */
    Instant after(Instant at) {
        return every.map(step -> at.plusMillis(step.toMillis() - behind(at, step)))
                .orElse(at);
    }

    private long behind(Instant at, Duration step) {
        return Math.floorMod(Duration.between(since, at).toMillis(), step.toMillis());
    }
}
