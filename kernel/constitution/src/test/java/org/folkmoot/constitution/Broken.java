// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A document that is wrong in one place, from a file in {@code cases/}.
 *
 * @param what the case, in words
 * @param piece a piece of {@link Samples#YAML} that stands there once
 * @param by what stands there instead; {@code ▶} marks the place that the complaint must name
 * @param id the complaint's id
 * @param path the complaint's path
 * @param suggestion the complaint's suggestion
 */
record Broken(String what, String piece, String by, String id, String path, String suggestion) {
    private static final String MARK = "▶";

    /** The cases of a file. */
    static List<Broken> cases(String file) {
        try (var in = requireNonNull(Broken.class.getResourceAsStream("/cases/" + file))) {
            var text = new String(in.readAllBytes(), UTF_8);
            return Arrays.stream(text.split("\n## ")).skip(1).map(Broken::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Broken of(String block) {
        var lines = block.lines().toList();
        Map<Character, String> parts = lines.stream()
                .skip(1)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.toMap(line -> line.charAt(0), line -> line.substring(Math.min(2, line.length()))));
        Function<Character, String> text = key -> requireNonNull(parts.get(key))
                .replace("\\n", "\n")
                .replace("\\t", "\t")
                .replace("n*201", "n".repeat(201));
        var complaint = requireNonNull(parts.get('=')).split(" ", 3);
        return new Broken(
                lines.getFirst(),
                text.apply('-'),
                text.apply('+'),
                complaint[0],
                complaint[1].equals("-") ? "" : complaint[1],
                complaint.length > 2 ? complaint[2] : "");
    }

    String text() {
        return Samples.with(piece, by).replace(MARK, "");
    }

    boolean is(Complaint complaint) {
        return complaint.id().equals(id)
                && complaint.path().equals(path)
                && complaint.suggestion().equals(suggestion)
                && (!by.contains(MARK) || new Spot(complaint.line(), complaint.column()).equals(place()))
                && !complaint.reason().isBlank();
    }

    private Spot place() {
        var before = Samples.with(piece, by).split(MARK, -1)[0];
        return new Spot(before.split("\n", -1).length, before.length() - before.lastIndexOf('\n'));
    }

    @Override
    public String toString() {
        return what;
    }
}
