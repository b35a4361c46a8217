// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.folkmoot.cli.csv.CsvLine;
import org.jspecify.annotations.Nullable;

/** Participatory budgets as pabulib keeps them: {@code .pb}, with what was published about the projects. */
public final class Pabulib {
    private final Lines lines;
    private final Groups groups;
    private final Map<String, String> meta = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, String> costs = new LinkedHashMap<>();
    private final Map<String, String> scores = new LinkedHashMap<>();
    private final List<String> selected = new ArrayList<>();
    private final Declared declared = new Declared();
    private long votes = 0;

    private Pabulib(Lines lines) {
        this.lines = lines;
        this.groups = new Groups(lines.file());
    }

    /** Reads a file. */
    public static Profile read(Path path) throws IOException {
        try (var lines = new Lines(path)) {
            return new Pabulib(lines).profile();
        }
    }

    private Profile profile() throws IOException {
        var line = lines.next();
        while (line != null) {
            line = switch (line) {
                case "META" -> section((_, cells) -> meta(cells));
                case "PROJECTS" -> section(this::project);
                case "VOTES" -> section(this::vote);
                default -> throw lines.bad("a section is META, PROJECTS or VOTES, not '" + line + "'");
            };
        }
        if (numbers.isEmpty()) {
            throw lines.bad("there are no projects");
        }
        declared.check("projects", numbers.size(), lines);
        declared.check("votes", votes, lines);
        var kind = meta.getOrDefault("vote_type", "approval");
        return new Profile(
                meta.getOrDefault("description", lines.file()),
                "pb-" + kind,
                List.copyOf(numbers.keySet()),
                groups.counts(),
                OptionalInt.empty(),
                new Profile.Budget(meta, costs, selected, scores));
    }

    private interface Row {
        void read(Map<String, Integer> header, List<String> cells);
    }

    /** Reads the rows of a section and gives the line that begins the next one. */
    private @Nullable String section(Row row) throws IOException {
        var head = lines.next();
        if (head == null) {
            throw lines.bad("the section has no header");
        }
        var header = new HashMap<String, Integer>();
        CsvLine.cells(head, ';').forEach(name -> header.put(name, header.size()));
        for (var line = lines.next(); line != null; line = lines.next()) {
            if (List.of("META", "PROJECTS", "VOTES").contains(line)) {
                return line;
            }
            row.read(header, CsvLine.cells(line, ';'));
        }
        return null;
    }

    private void meta(List<String> cells) {
        var name = cells.getFirst();
        var value = cells.size() > 1 ? cells.get(1) : "";
        meta.put(name, value);
        if (name.equals("num_projects") || name.equals("num_votes")) {
            declared.say(name.substring("num_".length()), lines.whole(value, name));
        }
    }

    private String cell(String name, Map<String, Integer> header, List<String> cells) {
        var column = header.get(name);
        return column == null || column >= cells.size() ? "" : cells.get(column);
    }

    private void project(Map<String, Integer> header, List<String> cells) {
        var id = cell("project_id", header, cells);
        var cost = cell("cost", header, cells).replace(',', '.');
        if (id.isEmpty() || numbers.put(id, numbers.size()) != null) {
            throw lines.bad("a project has an id of its own, not '" + id + "'");
        }
        if (!cost.matches("[0-9]{1,15}(?:\\.[0-9]{1,6})?")) {
            throw lines.bad("a cost is a number, not '" + cost + "'");
        }
        costs.put(id, cost);
        var score = cell("score", header, cells);
        var points = score.isEmpty() ? cell("votes", header, cells) : score;
        if (!points.isEmpty()) {
            scores.put(id, points);
        }
        if (cell("selected", header, cells).equals("1")) {
            selected.add(id);
        }
    }

    private void vote(Map<String, Integer> header, List<String> cells) {
        var given = cell("points", header, cells);
        var points = given.isEmpty() ? new String[0] : given.split(",");
        var vote = cell("vote", header, cells);
        var projects = vote.isEmpty() ? new String[0] : vote.split(",");
        if (points.length > 0 && points.length != projects.length) {
            throw lines.bad("there are " + projects.length + " projects and " + points.length + " numbers of points");
        }
        var written = new ArrayList<String>();
        for (var place = 0; place < projects.length; place++) {
            var number = numbers.get(projects[place].strip());
            if (number == null) {
                throw lines.bad("there is no project '" + projects[place].strip() + "'");
            }
            written.add(
                    points.length == 0
                            ? number.toString()
                            : "[" + number + "," + lines.whole(points[place], "a number of points") + "]");
        }
        votes++;
        groups.add("[" + String.join(",", written) + "]", strength(header, cells, points.length > 0), lines.number());
    }

    /** How many votes this one is; what that means for points is told nowhere. */
    private long strength(Map<String, Integer> header, List<String> cells, boolean points) {
        var said = cell("vote_strength", header, cells);
        if (said.isEmpty()) {
            return 1;
        }
        var strength = lines.whole(said, "vote_strength");
        if (points && strength > 1) {
            throw lines.bad("vote_strength multiplies approvals, and not points");
        }
        return strength;
    }
}
