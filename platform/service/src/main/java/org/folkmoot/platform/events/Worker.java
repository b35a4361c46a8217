// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.events;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A thread that works until the service stops. */
final class Worker {
    private static final Duration FAREWELL = Duration.ofSeconds(15);

    private final String name;
    private final Work work;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private volatile @Nullable Thread thread;

    @FunctionalInterface
    interface Work {
        void run() throws InterruptedException;
    }

    Worker(String name, Work work) {
        this.name = name;
        this.work = work;
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name(name).start(() -> {
            try {
                work.run();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // the service stops
            }
        });
    }

    /** Asks the thread to end when it has finished what it does. */
    void dismiss() {
        stopping.countDown();
    }

    /** Asks the thread to end, and waits a while for it. */
    void stop() {
        dismiss();
        var started = thread;
        if (started == null) return;
        try {
            if (!started.join(FAREWELL)) started.interrupt();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    boolean wanted() {
        return stopping.getCount() > 0;
    }

    /** Waits, but not longer than until the thread is asked to end. */
    void rest(Duration time) throws InterruptedException {
        var _ = stopping.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    boolean alive() {
        var started = thread;
        return started == null || started.isAlive();
    }
}
