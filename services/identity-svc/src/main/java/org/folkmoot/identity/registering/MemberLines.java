// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity.registering;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.record.Hash;

/**
 * The lines of a registration as they arrive. Holds one piece of the stream and one line, whatever is sent, and hashes
 * the lines of members with the newline that ends each.
 */
final class MemberLines {
    private static final int PIECE = 64 * 1024;

    private final InputStream stream;
    private final MessageDigest digest = sha256();
    private final byte[] piece = new byte[PIECE];
    private int at;
    private int end;
    private long lines;

    MemberLines(InputStream stream) {
        this.stream = stream;
    }

    /** How many lines were read. */
    long lines() {
        return lines;
    }

    /** The first line: the act. */
    byte[] act(int limit) {
        return next(limit).orElseThrow(() -> malformed("there is no act"));
    }

    /** The next lines of members, at most so many; fewer only at the end. */
    List<byte[]> members(int most, int limit) {
        var batch = new ArrayList<byte[]>(most);
        while (batch.size() < most) {
            var line = next(limit);
            if (line.isEmpty()) break;
            digest.update(line.get());
            digest.update((byte) '\n');
            batch.add(line.get());
        }
        return batch;
    }

    /** The hash of all lines of members; the stream must have ended. */
    Hash roll() {
        return new Hash(digest.digest());
    }

    private Optional<byte[]> next(int limit) {
        var line = new byte[0];
        while (at < end || fill()) {
            int newline = newline();
            int more = newline - at;
            if (line.length + more > limit) throw new Refused(new Refusal.LineTooLong(lines + 1, limit));
            line = joined(line, more);
            at = newline + 1;
            if (newline < end) {
                lines++;
                return Optional.of(line);
            }
        }
        // A line without its newline is one whose rest did not arrive.
        if (line.length > 0) throw malformed("the line does not end");
        return Optional.empty();
    }

    private int newline() {
        for (int i = at; i < end; i++) if (piece[i] == '\n') return i;
        return end;
    }

    private byte[] joined(byte[] line, int more) {
        if (line.length == 0) return Arrays.copyOfRange(piece, at, at + more);
        var joined = Arrays.copyOf(line, line.length + more);
        System.arraycopy(piece, at, joined, line.length, more);
        return joined;
    }

    private boolean fill() {
        try {
            at = 0;
            end = Math.max(0, stream.read(piece));
            return end > 0;
        } catch (IOException _) {
            end = 0;
            throw new Refused(new Refusal.StreamCutOff(lines + 1));
        }
    }

    private Refused malformed(String detail) {
        return new Refused(new Refusal.LineMalformed(lines + 1, "syntax", detail));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
