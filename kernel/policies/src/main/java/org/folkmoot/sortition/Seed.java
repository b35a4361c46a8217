// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.sortition;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a draw follows from.
 *
 * @param hex 32 bytes in lower-case hex
 */
public record Seed(String hex) {
    public Seed {
        if (!hex.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("a seed is 32 bytes in hex");
        }
    }

    /** A seed from a text, for a draw whose seed was agreed on in words. */
    public static Seed ofText(String text) {
        return new Seed(HexFormat.of().formatHex(Digest.of(text.getBytes(StandardCharsets.UTF_8))));
    }

    /**
     * The seed that validators made together. Every one who committed must have revealed what matches: a draw in which the
     * last one to reveal could leave their value out would be one that they choose.
     *
     * @param commitments what each validator committed to, by validator
     * @param reveals what they revealed
     */
    public static Seed of(Map<String, String> commitments, Collection<Reveal> reveals) {
        if (commitments.isEmpty()) {
            throw new IllegalArgumentException("nobody committed to a value");
        }
        var values = new TreeMap<String, String>();
        var draws = new HashSet<String>();
        for (var reveal : reveals) {
            draws.add(reveal.draw());
            var committed = commitments.getOrDefault(reveal.validator(), "");
            if (!reveal.matches(committed)) {
                throw new IllegalArgumentException(reveal.validator() + " revealed what they had not committed to");
            }
            if (values.put(reveal.validator(), reveal.value()) != null) {
                throw new IllegalArgumentException(reveal.validator() + " revealed twice");
            }
        }
        if (draws.size() > 1) {
            throw new IllegalArgumentException("the values were chosen for different draws: " + draws);
        }
        if (!values.keySet().equals(commitments.keySet())) {
            var missing = new TreeMap<>(commitments);
            missing.keySet().removeAll(values.keySet());
            throw new IllegalArgumentException("not revealed: " + String.join(", ", missing.keySet()));
        }
        var parts = values.entrySet().stream()
                .flatMap(entry -> Stream.of(
                        entry.getKey().getBytes(StandardCharsets.UTF_8),
                        HexFormat.of().parseHex(entry.getValue())))
                .toArray(byte[][]::new);
        return new Seed(HexFormat.of().formatHex(Digest.of(parts)));
    }
}
