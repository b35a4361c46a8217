// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import java.nio.ByteBuffer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.folkmoot.record.Hash;
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

    /** The keys of all members but the founder, who is a member by founding. */
    Stream<String> dids() {
        return IntStream.iterate(1, from -> from < count, from -> from + AT_ONCE)
                .boxed()
                .flatMap(from -> IntStream.range(from, Math.min(count, from + AT_ONCE))
                        .parallel()
                        .mapToObj(member -> key(member).publicKey().did())
                        .toList()
                        .stream());
    }
}
