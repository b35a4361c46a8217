// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.folkmoot.record.Hash;
import org.folkmoot.record.PublicKey;
import org.folkmoot.record.SecretKey;

/** Members whose keys follow from their numbers, so that a million of them take no memory. The first one is the founder. */
final class Voters {
    private static final int AT_ONCE = 50_000;

    private final long seed;
    private final int count;

    Voters(long seed, int count) {
        this.seed = seed;
        this.count = count;
    }

    int count() {
        return count;
    }

    SecretKey key(int member) {
        return new SecretKey(
                Hash.of(ByteBuffer.allocate(12).putLong(seed).putInt(member).array())
                        .bytes());
    }

    /** Writes a line for each member but the founder, who is a member by founding. */
    void write(Path lines) {
        try (var out = new BufferedOutputStream(Files.newOutputStream(lines))) {
            for (var from = 1; from < count; from += AT_ONCE) {
                var keys = IntStream.range(from, Math.min(count, from + AT_ONCE))
                        .parallel()
                        .mapToObj(member -> key(member).publicKey())
                        .map(PublicKey::did)
                        .toList();
                for (var key : keys) out.write(("{\"key\":\"" + key + "\"}\n").getBytes(StandardCharsets.US_ASCII));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
