// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.house;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.backends.RunningProcess;

/** How the suite is at this moment. */
public record HouseStatus(Path data, List<Part> processes) {
    private static final String ROW = "%-10s  %-30s  %-9s  %8s  %8s";

    /**
     * One process.
     *
     * @param pid its process, or 0 when it is down
     * @param rssMiB the memory that it holds, or 0 when that is not known
     */
    public record Part(String name, long pid, int port, String url, boolean ready, long rssMiB) {}

    static Part part(String name, Optional<RunningProcess> process, int port, String url, boolean ready) {
        var rss = process.flatMap(RunningProcess::memory).orElse(0L) / (1024 * 1024);
        return new Part(name, process.map(RunningProcess::pid).orElse(0L), port, url, ready, rss);
    }

    public HouseStatus {
        processes = List.copyOf(processes);
    }

    /** Whether there is something and all of it answers. */
    public boolean ready() {
        return !processes.isEmpty() && processes.stream().allMatch(Part::ready);
    }

    /** The memory of all processes together. */
    public long rssMiB() {
        return processes.stream().mapToLong(Part::rssMiB).sum();
    }

    /** The same for programs. */
    public ObjectNode json() {
        var json = JsonNodeFactory.instance.objectNode().put("ready", ready()).put("data", data.toString());
        var parts = json.putArray("processes");
        for (var part : processes)
            parts.addObject()
                    .put("name", part.name())
                    .put("pid", part.pid())
                    .put("port", part.port())
                    .put("url", part.url())
                    .put("ready", part.ready())
                    .put("rssMiB", part.rssMiB());
        return json;
    }

    /** The same for people, as the lines of a table. */
    public List<String> table() {
        var lines = new ArrayList<String>();
        lines.add(ROW.formatted("name", "address", "state", "process", "MiB"));
        for (var part : processes)
            lines.add(ROW.formatted(
                    part.name(), part.url(), part.ready() ? "ready" : "not ready", part.pid(), part.rssMiB()));
        lines.add(ROW.formatted("", "", "", "", rssMiB()));
        return lines;
    }
}
