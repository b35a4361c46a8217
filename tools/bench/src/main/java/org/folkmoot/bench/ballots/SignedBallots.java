// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.bench.ballots;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.IntStream;
import org.folkmoot.record.Act;
import org.folkmoot.record.Acts;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/** Ballots that were signed ahead of time: a line each in a file, which is mapped and not read into the heap. */
final class SignedBallots implements AutoCloseable {
    private static final int AT_ONCE = 20_000;
    private static final String TYPE = "ballot.cast/1";
    private static final String[] CHOICES = {"for", "against", "abstain", "for"};

    private final Path file;
    private final long[] ends;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment lines;

    private SignedBallots(Path file, long[] ends) throws IOException {
        this.file = file;
        this.ends = ends;
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            lines = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena);
        }
    }

    /** Signs a ballot of every member. */
    static SignedBallots sign(Voters voters, Hash community, Hash poll, long notAfter) {
        var ends = new long[voters.count()];
        try {
            var file = Files.createTempFile("folkmoot-ballots", ".ndjson");
            try (var out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
                var end = 0L;
                for (var from = 0; from < voters.count(); from += AT_ONCE) {
                    var some = IntStream.range(from, Math.min(voters.count(), from + AT_ONCE))
                            .parallel()
                            .mapToObj(member -> ballot(voters, member, community, poll, notAfter))
                            .toList();
                    for (var i = 0; i < some.size(); i++) {
                        out.write(some.get(i));
                        out.write('\n');
                        end += some.get(i).length + 1;
                        ends[from + i] = end;
                    }
                }
            }
            return new SignedBallots(file, ends);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ballot(Voters voters, int member, Hash community, Hash poll, long notAfter) {
        var key = voters.key(member);
        var body = Json.object(java.util.Map.of("choice", CHOICES[member % CHOICES.length]));
        // Numbers above those of the founder's own acts, which are times.
        var act = Act.draft(community, key.publicKey(), TYPE, poll, body, (1L << 52) + member, notAfter);
        return Acts.sign(key, act).json();
    }

    int size() {
        return ends.length;
    }

    /** Where a ballot's line begins. */
    long begin(int ballot) {
        return ballot == 0 ? 0 : ends[ballot - 1];
    }

    /** The bytes of some lines, with their ends. */
    ByteBuffer bytes(long from, long to) {
        return lines.asSlice(from, to - from).asByteBuffer();
    }

    /** A ballot without the end of its line. */
    ByteBuffer ballot(int ballot) {
        return bytes(begin(ballot), ends[ballot] - 1);
    }

    /** How a request begins whose body has this length. */
    static byte[] head(Hash poll, String below, String type, long length) {
        return ("POST /v1/polls/" + poll.hex() + "/ballots" + below + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: "
                        + type + "\r\nContent-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void close() {
        arena.close();
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
