// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.OpeningFile;

/** A file that somebody brings, on the disk: it is read once to see whether it is right, and once more to post what stands in it. */
final class SpooledFile implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Path path;
    private final OpeningFile.Found found;

    private SpooledFile(Path path, OpeningFile.Found found) {
        this.path = path;
        this.found = found;
    }

    /** Takes it as it comes in, if it comes in time. */
    static SpooledFile take(InputStream file, Optional<Constitution> constitution) {
        return take(file, constitution, PATIENCE);
    }

    static SpooledFile take(InputStream file, Optional<Constitution> constitution, Duration patience) {
        try {
            var path = Files.createTempFile("folkmoot-opening", ".csv");
            try (var out = Files.newOutputStream(path)) {
                return new SpooledFile(path, OpeningFile.read(new Copied(file, out, patience), constitution, _ -> {}));
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(path);
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    OpeningFile.Found found() {
        return found;
    }

    /** Gives all of its balances. */
    void each(Consumer<OpeningFile.Row> rows) {
        try (var in = Files.newInputStream(path)) {
            OpeningFile.read(in, Optional.empty(), rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Copied extends FilterInputStream {
        private final OutputStream copy;
        private final Duration patience;
        private final long begun = System.nanoTime();

        Copied(InputStream in, OutputStream copy, Duration patience) {
            super(in);
            this.copy = copy;
            this.patience = patience;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = super.read(bytes, from, length);
            if (System.nanoTime() - begun > patience.toNanos())
                throw new OpeningRefused(new OpeningRefusal.OpeningSlow(patience.toSeconds()));
            if (read > 0) copy.write(bytes, from, read);
            return read;
        }
    }
}
