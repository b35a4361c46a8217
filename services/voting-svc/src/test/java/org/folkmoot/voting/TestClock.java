// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/** The service's clock in tests: it stands still until a test moves it on. */
@Singleton
public class TestClock extends Clock {
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.now().truncatedTo(ChronoUnit.MILLIS));

    /** Moves on to an instant; never back, because other tests share this clock. */
    public void reach(Instant instant) {
        now.updateAndGet(before -> instant.isAfter(before) ? instant : before);
    }

    /** Moves on by a while. */
    public void pass(Duration while_) {
        now.updateAndGet(before -> before.plus(while_));
    }

    /** Does something by the clock of a replica that is behind, and goes on with this one, which is as far as before. */
    public <T> T behind(Instant instant, Supplier<T> what) {
        var before = now.getAndSet(instant);
        try {
            return what.get();
        } finally {
            reach(before);
        }
    }

    /** Does something by a clock that is wrong, and goes on with this one. */
    public <T> T wrong(Duration ahead, Supplier<T> what) {
        var before = now.getAndUpdate(right -> right.plus(ahead));
        try {
            return what.get();
        } finally {
            now.set(before);
        }
    }

    @Override
    public Instant instant() {
        return now.get();
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
