// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.deciding;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.folkmoot.cli.client.Api;
import org.folkmoot.cli.client.Documents;
import org.folkmoot.cli.client.Usage;
import org.folkmoot.cli.csv.CsvLine;
import org.folkmoot.constitution.course.TallyDocument;

/**
 * Past polls in files, one after the other as tally documents: a document, lines of JSON ({@code .jsonl}), or a table
 * ({@code .csv}).
 */
final class PastPolls {
    private PastPolls() {}

    /** Gives each document with the place that it stands in. Of a long file, only one line is held at a time. */
    static void read(Path file, BiConsumer<Path, TallyDocument> taking) {
        var name = file.toString();
        if (name.endsWith(".csv")) {
            lines(file, new Csv(taking));
        } else if (name.endsWith(".jsonl") || name.endsWith(".ndjson")) {
            lines(file, (place, line) -> taking.accept(place, document(place, line)));
        } else {
            taking.accept(file, Documents.reading(file, () -> TallyDocument.read(Documents.bytes(file))));
        }
    }

    private static void lines(Path file, BiConsumer<Path, String> taking) {
        try (var lines = Files.newBufferedReader(file)) {
            var number = 0;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    taking.accept(Path.of(file + ":" + number), line);
                }
            }
            if (number == 0) throw new Usage(file + " is empty.");
        } catch (IOException e) {
            throw Documents.unread(file, e);
        }
    }

    static TallyDocument document(Path place, String json) {
        return Documents.reading(place, () -> TallyDocument.read(json.getBytes(StandardCharsets.UTF_8)));
    }

    static TallyDocument document(Path place, JsonNode json) {
        try {
            return document(place, Api.JSON.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table whose first line names its columns; every column that is none of the known ones is a count. */
    private static final class Csv implements BiConsumer<Path, String> {
        private final BiConsumer<Path, TallyDocument> taking;
        private List<String> columns = List.of();

        Csv(BiConsumer<Path, TallyDocument> taking) {
            this.taking = taking;
        }

        @Override
        public void accept(Path place, String line) {
            var cells = CsvLine.cells(line);
            if (columns.isEmpty()) {
                columns = cells;
                return;
            }
            if (cells.size() != columns.size()) {
                throw new Usage(place + ": " + cells.size() + " cells, but the first line names " + columns.size()
                        + " columns.");
            }
            var json = Api.JSON.createObjectNode();
            var roll = json.putObject("roll");
            var counts = json.putObject("counts");
            for (var i = 0; i < cells.size(); i++) {
                if (!cells.get(i).isEmpty()) {
                    put(json, roll, counts, columns.get(i), cells.get(i));
                }
            }
            taking.accept(place, document(place, json));
        }

        private static void put(ObjectNode json, ObjectNode roll, ObjectNode counts, String column, String cell) {
            switch (column) {
                case "id" -> json.put("name", cell);
                case "outcome" -> json.put("was", cell);
                case "policy", "submitted" -> json.put(column, cell);
                case "roll" -> roll.put("power", cell);
                case "members" -> whole(roll, column, cell);
                case "voters" -> whole(json, column, cell);
                default -> counts.put(column, cell);
            }
        }

        private static void whole(ObjectNode json, String column, String cell) {
            if (cell.matches("[0-9]{1,15}")) {
                json.put(column, Long.parseLong(cell));
            } else {
                json.put(column, cell);
            }
        }
    }
}
