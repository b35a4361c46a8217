// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.papers;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.csv.CsvLine;
import org.folkmoot.cli.polls.Choices;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/** Slips of paper: who chose what. */
final class Slips {
    private Slips() {}

    /** One of them, with the choice in canonical JSON. */
    record Slip(Hash member, String choice) {
        /** As a line of a table, which can be read again: with the words that stand for the choice, or as JSON. */
        String line(JsonNode definition) {
            var said = Choices.words(definition, Api.read(choice)).orElse(List.of(choice));
            var cells = Stream.concat(Stream.of(member.hex()), said.stream().map(Slips::cell))
                    .collect(Collectors.joining(","));
            var readAgain = cells.contains("\n") ? Optional.<Slip>empty() : Slips.slip(cells, Hash::parse, definition);
            return readAgain.filter(this::equals).isPresent() ? cells : member.hex() + "," + cell(choice);
        }
    }

    private static String cell(String text) {
        return text.matches("[\\p{L}0-9 ._-]+") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    /** Reads a table with a person and a choice on each line, in the words of a poll with this definition. */
    static List<Slip> read(Path file, Function<String, Hash> members, JsonNode definition) {
        var slips = new ArrayList<Slip>();
        for (var line : Documents.text(file).lines().toList()) {
            if (line.isBlank()) continue;
            if (slips.isEmpty() && isHeader(CsvLine.cells(line))) continue;
            slips.add(slip(line, members, definition)
                    .orElseThrow(() -> new Usage("A line has a person and a choice: " + line)));
        }
        return slips;
    }

    private static Optional<Slip> slip(String line, Function<String, Hash> members, JsonNode definition) {
        var cells = new ArrayList<>(CsvLine.cells(line));
        while (!cells.isEmpty() && cells.getLast().isEmpty()) cells.removeLast();
        if (cells.size() < 2 || cells.contains("")) return Optional.empty();
        var choice = choice(cells.subList(1, cells.size()), definition);
        return Optional.of(new Slip(members.apply(cells.getFirst()), canonical(choice)));
    }

    private static boolean isHeader(List<String> cells) {
        return cells.size() == 2
                && cells.get(0).equalsIgnoreCase("person")
                && cells.get(1).equalsIgnoreCase("choice");
    }

    /** Reads what the service has. */
    static List<Slip> of(JsonNode entered) {
        return entered.path("slips")
                .valueStream()
                .map(slip -> new Slip(
                        Hash.parse(slip.path("member").asText()), canonical(Documents.plain(slip.path("choice")))))
                .toList();
    }

    /** The slips as the act that enters them has them. */
    static List<Map<String, Object>> bodies(List<Slip> slips) {
        return slips.stream()
                .map(slip -> Map.of("member", slip.member.hex(), "choice", Documents.plain(Api.read(slip.choice))))
                .toList();
    }

    /** What is different in two readings of the same slips, in words. */
    static List<String> differing(List<Slip> entered, List<Slip> read) {
        var differing = new ArrayList<String>();
        var mine = new LinkedHashMap<Hash, String>();
        for (var slip : read)
            if (mine.put(slip.member, slip.choice) != null) differing.add(slip.member + " is twice in your file");
        for (var slip : entered) {
            var choice = mine.remove(slip.member);
            if (choice == null)
                differing.add(slip.member + " is entered with " + slip.choice + " and not in your file");
            else if (!choice.equals(slip.choice))
                differing.add(slip.member + " is entered with " + slip.choice + " and has " + choice + " in your file");
        }
        mine.forEach((member, choice) -> differing.add(member + " has " + choice + " in your file and is not entered"));
        return differing;
    }

    /** A choice is written in words, or as JSON as the poll's method defines it. An option that looks like JSON is an option. */
    private static Object choice(List<String> words, JsonNode definition) {
        var only = words.size() == 1 ? words.getFirst() : "";
        var isOption = definition
                .path("options")
                .valueStream()
                .anyMatch(option -> option.asText().equals(only));
        return !isOption && only.matches("[\\[{\"].*")
                ? Documents.plain(Documents.json(only))
                : Choices.of(definition, words);
    }

    private static String canonical(Object choice) {
        return Json.of(choice).canonicalText();
    }
}
