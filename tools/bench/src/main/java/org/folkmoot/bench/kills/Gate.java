// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.kills;

import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Lets everybody work but while somebody looks: then all that was begun has been answered, and nothing new is begun. */
final class Gate {
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock(true);
    private volatile boolean closed;

    /** Does a piece of work; false if it is over for good. */
    boolean within(Runnable work) {
        lock.readLock().lock();
        try {
            if (closed) return false;
            work.run();
            return true;
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Looks while nobody works. */
    <T> T quietly(Supplier<T> look) {
        lock.writeLock().lock();
        try {
            return look.get();
        } finally {
            lock.writeLock().unlock();
        }
    }

    void close() {
        closed = true;
    }
}
