// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The service's clock in tests: the real one until a test travels with it, and again when that test is over. It goes on
 * ticking wherever it is.
 */
@Singleton
public class TestClock extends Clock {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** Goes to a moment, there or back. */
    public void reach(Instant moment) {
        ahead.set(Duration.between(system(), moment));
    }

    /** Lets a while pass at once. */
    public void pass(Duration while_) {
        ahead.updateAndGet(before -> before.plus(while_));
    }

    /** Comes back to the real time: whoever travels must do so at the end, because all tests share this clock. */
    public void comeBack() {
        ahead.set(Duration.ZERO);
    }

    @Override
    public Instant instant() {
        return system().plus(ahead.get());
    }

    private static Instant system() {
        return Clock.tickMillis(ZoneOffset.UTC).instant();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
