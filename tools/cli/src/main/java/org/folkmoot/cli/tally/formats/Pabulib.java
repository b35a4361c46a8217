// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Participatory budgets as pabulib keeps them: {@code .pb}, with what was published about the projects. */
public final class Pabulib {
    private static final Set<String> SECTIONS = Set.of("meta", "projects", "votes");

    private final Lines lines;
    private final CsvRows rows;
    private final Groups groups;
    private final Map<String, String> meta = new LinkedHashMap<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private final Map<String, String> costs = new LinkedHashMap<>();
    private final Map<String, String> scores = new LinkedHashMap<>();
    private final List<String> selected = new ArrayList<>();
    private final Declared declared = new Declared();
    private String usual = "0";
    private boolean ranked = false;
    private boolean pointed = false;
    private long votes = 0;

    private Pabulib(Lines lines) {
        this.lines = lines;
        this.rows = new CsvRows(lines, ';');
        this.groups = new Groups(lines.file());
    }

    /** Reads a file. */
    public static Profile read(Path path) throws IOException {
        try (var lines = new Lines(path)) {
            return new Pabulib(lines).profile();
        }
    }

    private Profile profile() throws IOException {
        var begins = next();
        while (begins != null) {
            begins = switch (begins.getFirst().toLowerCase(Locale.ROOT)) {
                case "meta" -> section("key", (_, cells) -> meta(cells));
                case "projects" -> section("project_id", this::project);
                case "votes" -> section("vote", this::vote);
                default -> throw lines.bad("a section is META, PROJECTS or VOTES, not '" + begins.getFirst() + "'");
            };
        }
        if (numbers.isEmpty()) {
            throw lines.bad("there are no projects");
        }
        declared.check("projects", numbers.size(), lines);
        declared.check("votes", votes, lines);
        if (kind().equals("ordinal") && pointed) {
            meta.put("vote_type", "scoring");
        }
        if (kind().equals("ordinal")) {
            meta.putIfAbsent("max_length", Integer.toString(numbers.size()));
        }
        return new Profile(
                meta.getOrDefault("description", lines.file()),
                "pb-" + kind(),
                List.copyOf(numbers.keySet()),
                groups.counts(),
                OptionalInt.empty(),
                new Profile.Budget(meta, costs, selected, scores));
    }

    private interface Row {
        void read(Map<String, Integer> header, List<String> cells);
    }

    private String kind() {
        return meta.getOrDefault("vote_type", "approval");
    }

    /** The cells of the next row that has any, or null at the end. */
    private @Nullable List<String> next() throws IOException {
        for (var row = rows.next(); row != null; row = rows.next()) {
            var cells = rows.cells(row);
            if (!cells.stream().allMatch(String::isEmpty)) {
                return cells;
            }
        }
        return null;
    }

    /** Reads the rows of a section and gives the row that begins the next one. */
    private @Nullable List<String> section(String column, Row row) throws IOException {
        var head = next();
        if (head == null) {
            throw lines.bad("the section has no header");
        }
        var header = new HashMap<String, Integer>();
        head.forEach(name -> header.put(name.toLowerCase(Locale.ROOT), header.size()));
        if (!header.containsKey(column)) {
            throw lines.bad("the header of the section has no column '" + column + "'");
        }
        for (var cells = next(); cells != null; cells = next()) {
            if (SECTIONS.contains(cells.getFirst().toLowerCase(Locale.ROOT))) {
                return cells;
            }
            row.read(header, cells);
        }
        return null;
    }

    private void meta(List<String> cells) {
        var name = cells.getFirst();
        var value = cells.size() > 1 ? cells.get(1) : "";
        meta.put(name, name.equals("vote_type") ? value.toLowerCase(Locale.ROOT) : value);
        if (name.equals("num_projects") || name.equals("num_votes")) {
            declared.say(name.substring("num_".length()), lines.whole(value, name));
        }
        if (name.equals("scoring_fn") && !value.equalsIgnoreCase("borda")) {
            throw lines.bad("points for ranks are those of Borda, not '" + value + "'");
        }
        if (name.equals("default_score") && !value.isEmpty()) {
            usual = points(value);
        }
    }

    /** What stands in a column; some programs write None where there is nothing. */
    private static String cell(String name, Map<String, Integer> header, List<String> cells) {
        var column = header.get(name);
        var cell = column == null || column >= cells.size() ? "" : cells.get(column);
        return cell.equalsIgnoreCase("none") ? "" : cell;
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
        pointed |= points.length > 0;
        ranked |= projects.length > 0 && points.length == 0;
        if (kind().equals("ordinal") && ranked && pointed) {
            throw lines.bad("either all ranked votes say what each rank is worth, or none does");
        }
        var written = new LinkedHashMap<Integer, String>();
        for (var place = 0; place < projects.length; place++) {
            var number = numbers.get(projects[place].strip());
            if (number == null) {
                throw lines.bad("there is no project '" + projects[place].strip() + "'");
            }
            var one = points.length == 0 ? number.toString() : scored(number, points(points[place]));
            if (written.put(number, one) != null) {
                throw lines.bad("project '" + projects[place].strip() + "' stands there twice");
            }
        }
        if (kind().equals("scoring") && !usual.equals("0")) {
            numbers.values().forEach(number -> written.putIfAbsent(number, scored(number, usual)));
        }
        votes++;
        groups.add(
                "[" + String.join(",", written.values()) + "]",
                strength(header, cells, points.length > 0),
                lines.number());
    }

    private String points(String said) {
        var points = said.strip();
        if (!points.matches("-?[0-9]{1,15}(?:\\.[0-9]{1,6})?")) {
            throw lines.bad("points are a number with at most 6 decimals, not '" + points + "'");
        }
        var number = new BigDecimal(points);
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String scored(int project, String points) {
        return "[" + project + "," + points + "]";
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
