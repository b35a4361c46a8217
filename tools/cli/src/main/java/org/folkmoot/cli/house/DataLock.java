// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.folkmoot.backends.Folders;

/** Makes sure that one process at a time runs a data folder. The system lets go of it when that process dies. */
final class DataLock implements AutoCloseable {
    // A process that was killed may hold it a little longer than it is seen: its threads die one after the other.
    private static final Duration LETTING_GO = Duration.ofSeconds(2);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the lock of this folder, unless somebody has it. */
    static Optional<DataLock> take(Path data) {
        Folders.createPrivate(data);
        try {
            var channel = FileChannel.open(data.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (isOurs(channel)) return Optional.of(new DataLock(channel));
            channel.close();
            return Optional.empty();
        } catch (IOException failure) {
            throw new HouseFailed("Could not lock " + data + ": " + failure.getMessage(), failure);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failure) {
            throw new HouseFailed("Could not unlock the data: " + failure.getMessage(), failure);
        }
    }

    private static boolean isOurs(FileChannel channel) throws IOException {
        try {
            var deadline = System.nanoTime() + LETTING_GO.toNanos();
            while (channel.tryLock() == null) {
                if (System.nanoTime() - deadline > 0) return false;
                LockSupport.parkNanos(PAUSE.toNanos());
            }
            return true;
        } catch (OverlappingFileLockException _) {
            return false; // another house of this very process
        }
    }
}
