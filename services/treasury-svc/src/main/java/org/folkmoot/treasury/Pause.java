// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long something is left alone after so many tries: twice as long each time, up to a longest pause. */
public enum Pause {
    /** After a fault, which somebody has to mend: a little more than an hour at most. */
    AFTER_FAULT(12),
    /** After somebody was in the way, which passes: a little more than a minute at most. */
    AFTER_CONTENTION(6);

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final int JITTER = 5;

    private final int mostDoublings;

    Pause(int mostDoublings) {
        this.mostDoublings = mostDoublings;
    }

    /** Up to a fifth is added, so that what met comes back apart. */
    public Duration after(int tries, RandomGenerator random) {
        var pause = FIRST.multipliedBy(1L << Math.min(tries - 1, mostDoublings));
        return pause.plusMillis(random.nextLong(pause.toMillis() / JITTER + 1));
    }
}
