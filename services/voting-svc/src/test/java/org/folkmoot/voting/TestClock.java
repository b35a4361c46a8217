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
