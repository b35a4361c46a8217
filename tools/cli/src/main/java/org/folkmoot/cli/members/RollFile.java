// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.members;

import java.io.BufferedWriter;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Stream;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.record.Envelope;
import org.folkmoot.record.PublicKey;

/**
 * The member lines of a bulk registration, written to a file first: the act that signs them all needs their hash before
 * the first of them is sent.
 */
public final class RollFile implements AutoCloseable {
    private final Path lines;
    private final long count;

    private RollFile(Path lines, long count) {
        this.lines = lines;
        this.count = count;
    }

    static RollFile of(Path dids) {
        try (var in = Files.lines(dids)) {
            var number = new long[1];
            return of(in.map(String::strip).filter(line -> !line.isEmpty()).map(line -> did(line, ++number[0])));
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new Usage("There is no file " + dids, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes the lines of members with these keys, each a {@code did:key}, in their order. */
    public static RollFile of(Stream<String> dids) {
        try {
            var lines = Files.createTempFile("folkmoot-roll", ".ndjson");
            try (var out = Files.newBufferedWriter(lines)) {
                var count = new long[1];
                dids.forEachOrdered(did -> {
                    write(out, did);
                    count[0]++;
                });
                return new RollFile(lines, count[0]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String did(String line, long number) {
        try {
            return PublicKey.parse(line).did();
        } catch (IllegalArgumentException e) {
            throw new Usage("Key " + number + " of the file is not a usable did:key: " + line, e);
        }
    }

    private static void write(BufferedWriter out, String did) {
        try {
            out.write("{\"key\":\"" + did + "\"}\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the registrar signs: how many, and the hash of all the lines. */
    public Map<String, Object> body() {
        return Map.of("count", count, "roll", sha256());
    }

    /** The act's line, then the members' lines, read from the file as they are sent. */
    public BodyPublisher lines(Envelope act) {
        return BodyPublishers.ofInputStream(() -> {
            var first = new java.io.ByteArrayInputStream(
                    (new String(act.json(), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8));
            return new SequenceInputStream(first, open());
        });
    }

    private InputStream open() {
        try {
            return Files.newInputStream(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String sha256() {
        try (var in = new DigestInputStream(open(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
