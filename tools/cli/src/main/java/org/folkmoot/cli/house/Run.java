// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.backends.RunningProcess;

/**
 * What {@code run.json} in the data folder says: which processes run the suite, so that a later command can find and
 * stop them.
 */
record Run(RunningProcess supervisor, boolean started, List<Entry> processes) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A process of the suite. */
    record Entry(String name, RunningProcess process, int port, String url) {}

    Run {
        processes = List.copyOf(processes);
    }

    /** What was written last in this data folder, if anything. */
    static Optional<Run> read(Path data) {
        var file = file(data);
        if (!Files.exists(file)) return Optional.empty();
        try {
            return Optional.of(of(JSON.readTree(Files.readAllBytes(file))));
        } catch (JsonProcessingException damaged) {
            throw new HouseFailed("Cannot read " + file + ": " + damaged.getOriginalMessage(), damaged);
        } catch (IOException failure) {
            throw new HouseFailed("Cannot read " + file + ": " + failure.getMessage(), failure);
        }
    }

    /** Writes it in one step, so that a reader sees all of the old or all of the new. */
    void write(Path data) {
        try {
            var fresh = Files.createTempFile(data, "run", ".new");
            Files.write(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(json()));
            Files.move(fresh, file(data), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new HouseFailed("Cannot write " + file(data) + ": " + failure.getMessage(), failure);
        }
    }

    static void delete(Path data) {
        try {
            Files.deleteIfExists(file(data));
        } catch (IOException failure) {
            throw new HouseFailed("Cannot delete " + file(data) + ": " + failure.getMessage(), failure);
        }
    }

    private ObjectNode json() {
        var json = JSON.createObjectNode().put("started", started);
        put(json.putObject("supervisor"), supervisor);
        var list = json.putArray("processes");
        for (var entry : processes)
            put(list.addObject().put("name", entry.name()), entry.process())
                    .put("port", entry.port())
                    .put("url", entry.url());
        return json;
    }

    private static ObjectNode put(ObjectNode json, RunningProcess process) {
        return json.put("pid", process.pid()).put("birth", process.birth());
    }

    private static Run of(JsonNode json) {
        var entries = new ArrayList<Entry>();
        for (var entry : json.path("processes"))
            entries.add(new Entry(
                    entry.path("name").asText(),
                    process(entry),
                    entry.path("port").asInt(),
                    entry.path("url").asText()));
        return new Run(process(json.path("supervisor")), json.path("started").asBoolean(), entries);
    }

    private static RunningProcess process(JsonNode json) {
        return new RunningProcess(json.path("pid").asLong(), json.path("birth").asLong());
    }

    private static Path file(Path data) {
        return data.resolve("run.json");
    }
}
