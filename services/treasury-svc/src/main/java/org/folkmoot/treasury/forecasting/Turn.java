// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Lets one caller at a time do what may take seconds of processor time, in the order in which they come. Anyone may ask
 * for it, and those who pay must not wait for those who ask; so nobody who waits here holds anything.
 */
@ApplicationScoped
class Turn {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Semaphore free = new Semaphore(1, true);

    /**
     * Does it when it is the caller's turn.
     *
     * @throws ForecastRefused if it is not by then
     */
    <T> T take(Supplier<T> work) {
        if (!comes()) throw new ForecastRefused(new ForecastRefusal.ForecastBusy());
        try {
            return work.get();
        } finally {
            free.release();
        }
    }

    private boolean comes() {
        try {
            return free.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
