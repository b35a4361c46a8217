// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.util.Optional;
import java.util.Set;

/**
 * Checks the proof that a transfer is in the journal without anything but the proof: each of its lines is under the root of
 * its block, and the root under the head that binds all blocks up to it. Place and size only say which way that goes.
 */
public final class ProofCheck {
    private ProofCheck() {}

    /** What is wrong with a proof, if anything is. */
    public static Optional<String> fault(byte[] proof) {
        try {
            return fault(Fields.exactly(
                    StrictJson.parse(proof, Integer.MAX_VALUE),
                    Set.of("transfer", "block", "first", "size", "before", "root", "head", "lines")));
        } catch (Malformed | ClassCastException | IllegalArgumentException | ArithmeticException _) {
            return Optional.of("it is no proof");
        }
    }

    private static Optional<String> fault(Fields said) {
        var root = said.hash("root");
        var head = JournalCheck.head(said.hash("before"), said.count("block"), said.count("first"), root);
        if (!head.equals(said.hash("head"))) return Optional.of("its head does not bind its root");
        var lines = said.array("lines").items();
        if (lines.isEmpty()) return Optional.of("it has no line");
        for (var one : lines) {
            var line = Fields.exactly(one, Set.of("place", "line", "proof"));
            var entry = (Json.Obj) line.value("line");
            if (!entry.get("transfer")
                    .equals(Optional.of(new Json.Str(said.hash("transfer").hex()))))
                return Optional.of("a line is that of another transfer");
            var leaf = Merkle.leaf(entry.canonical());
            int place = Math.toIntExact(line.count("place"));
            if (!Merkle.proves(leaf, place, Math.toIntExact(said.count("size")), line.hashes("proof"), root))
                return Optional.of("line " + line.count("place") + " is not under the root");
        }
        return Optional.empty();
    }
}
