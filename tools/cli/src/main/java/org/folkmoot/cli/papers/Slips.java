// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.papers;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.csv.CsvLine;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/** Slips of paper: who chose what. */
final class Slips {
    private Slips() {}

    /** One of them, with the choice in canonical JSON. */
    record Slip(Hash member, String choice) {
        /** As a line of a table, which can be read again; a word stands alone. */
        String line() {
            return member.hex() + ","
                    + (choice.matches("\"[a-z][a-z0-9-]*\"")
                            ? choice.substring(1, choice.length() - 1)
                            : "\"" + choice.replace("\"", "\"\"") + "\"");
        }
    }

    /** Reads a table with a person and a choice on each line. */
    static List<Slip> read(Path file, Function<String, Hash> members) {
        var slips = new ArrayList<Slip>();
        for (var line : Documents.text(file).lines().toList()) {
            if (line.isBlank()) continue;
            var cells = CsvLine.cells(line);
            if (slips.isEmpty() && isHeader(cells)) continue;
            if (cells.size() != 2) throw new Usage("A line has a person and a choice: " + line);
            slips.add(new Slip(members.apply(cells.get(0)), canonical(choice(cells.get(1)))));
        }
        return slips;
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

    /** A choice is written as the poll's method defines it; one word need not be in quotes. */
    private static Object choice(String cell) {
        return cell.matches("[\\[{\"].*|[0-9]{1,9}") ? Documents.plain(Documents.json(cell)) : cell;
    }

    private static String canonical(Object choice) {
        return Json.of(choice).canonicalText();
    }
}
