// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Iterator;
import java.util.Optional;
import java.util.Set;

/**
 * Checks an exported journal without anything but the export: that blocks and entries have no gap, that every root is that
 * of its lines, and that every head binds all before it. Whoever kept a head finds a journal that was cut off.
 */
public final class JournalCheck {
    /** What is in the journal and changes nothing that an account holds, so that it has no place of its own there. */
    private static final Set<String> STILL = Set.of("turned", "held", "voided", "expired");

    private static final byte[] KIND = "block/1".getBytes(US_ASCII);

    private long block;
    private long entry = 1;
    private Hash head = Hash.ZERO;

    /** What was found: the first block that is not right and why, or nothing, with the last head. */
    public record Found(long blocks, Hash head, Optional<String> fault) {}

    private JournalCheck() {}

    /** Reads the lines of an export, one for each block. */
    public static Found check(Iterator<byte[]> lines) {
        var check = new JournalCheck();
        while (lines.hasNext()) {
            var fault = check.next(lines.next());
            if (fault.isPresent())
                return new Found(check.block, check.head, fault.map(why -> "block " + (check.block + 1) + ": " + why));
        }
        return new Found(check.block, check.head, Optional.empty());
    }

    /** The head after a block: the one before, its number, the number of its first movement, and its root. */
    public static Hash head(Hash before, long number, long firstEntry, Hash root) {
        return Hash.of(KIND, before.bytes(), bytes(number), bytes(firstEntry), root.bytes());
    }

    private static byte[] bytes(long number) {
        var bytes = new byte[Long.BYTES];
        for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) (number >>> Byte.SIZE * (bytes.length - 1 - i));
        return bytes;
    }

    private Optional<String> next(byte[] line) {
        try {
            return next((Json.Obj) StrictJson.parse(line, Integer.MAX_VALUE));
        } catch (Malformed | ClassCastException | IllegalArgumentException | ArithmeticException _) {
            return Optional.of("it is no block");
        }
    }

    private Optional<String> next(Json.Obj json) {
        var said = Fields.exactly(json, Set.of("block", "first", "root", "head", "lines"));
        if (said.count("block") != block + 1) return Optional.of("its number is " + said.count("block"));
        if (said.count("first") != entry) return Optional.of("its first entry is " + said.count("first"));
        var lines = said.array("lines").items();
        var leaves = lines.stream()
                .map(one -> Merkle.leaf(((Json.Obj) one).canonical()))
                .toList();
        if (leaves.isEmpty() || !Merkle.root(leaves).equals(said.hash("root")))
            return Optional.of("its root is not that of its lines");
        var next = head(head, block + 1, entry, said.hash("root"));
        if (!next.equals(said.hash("head"))) return Optional.of("its head does not bind what is before it");
        block++;
        entry += lines.stream().filter(one -> moves((Json.Obj) one)).count();
        head = next;
        return Optional.empty();
    }

    /** Whether a line of this code changes what accounts hold. */
    public static boolean moves(String code) {
        return !STILL.contains(code);
    }

    private static boolean moves(Json.Obj line) {
        return line.get("code")
                .filter(code -> code instanceof Json.Str(String word) && moves(word))
                .isPresent();
    }
}
