// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.registering;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.folkmoot.platform.membership.Admission;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;

/**
 * Those who passed every check that needs no database, in a file that is gone when this is closed: a caller may be slow
 * and the list long, and neither the memory nor a transaction should wait for them.
 */
final class Waiting implements AutoCloseable {
    private static final int LONGEST_KEY = 33;
    // The key's size is written before it, because keys are of several sizes and every entry is of one.
    private static final int ENTRY = Hash.SIZE + 1 + LONGEST_KEY;

    private final FileChannel file;
    private long size;

    private Waiting(FileChannel file) {
        this.file = file;
    }

    static Waiting begin() {
        try {
            return new Waiting(FileChannel.open(
                    Files.createTempFile("folkmoot-registration", ".keys"),
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long size() {
        return size;
    }

    void add(List<Admission> admissions) {
        var buffer = ByteBuffer.allocate(admissions.size() * ENTRY);
        for (var admission : admissions) {
            byte[] key = admission.key().bytes();
            buffer.put(admission.member().bytes()).put((byte) key.length).put(Arrays.copyOf(key, LONGEST_KEY));
        }
        buffer.flip();
        try {
            for (long at = size * ENTRY; buffer.hasRemaining(); ) at += file.write(buffer, at);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        size += admissions.size();
    }

    /** The next ones from a place on, at most so many. */
    List<Admission> from(long place, int most) {
        int count = (int) Math.min(most, size - place);
        var buffer = ByteBuffer.allocate(count * ENTRY);
        try {
            while (buffer.hasRemaining())
                if (file.read(buffer, place * ENTRY + buffer.position()) < 0)
                    throw new IOException("the file is shorter than what was written to it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.flip();
        var admissions = new ArrayList<Admission>(count);
        for (int i = 0; i < count; i++) admissions.add(next(buffer));
        return admissions;
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Admission next(ByteBuffer buffer) {
        var member = new byte[Hash.SIZE];
        var key = new byte[LONGEST_KEY];
        buffer.get(member);
        int size = buffer.get();
        buffer.get(key);
        return new Admission(new Hash(member), new PublicKey(Arrays.copyOf(key, size)));
    }
}
