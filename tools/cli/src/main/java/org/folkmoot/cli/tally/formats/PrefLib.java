// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Ballots as PrefLib keeps them: orders in {@code .soc}, {@code .soi}, {@code .toc} and {@code .toi}, in its new form and the
 * old, and categories in {@code .cat}, which are in an order, too.
 */
public final class PrefLib {
    private static final Pattern NAME = Pattern.compile("^# ALTERNATIVE NAME ([0-9]{1,6}): ?(.*)$");
    private static final Pattern CATEGORY = Pattern.compile("^# CATEGORY NAME ([0-9]{1,6}): ?(.*)$");
    private static final Pattern TITLE = Pattern.compile("^# TITLE: ?(.*)$");

    private final Lines lines;
    private final Map<Long, String> names = new TreeMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Map<Long, String> categories = new TreeMap<>();
    private final List<String> approving;
    private final Groups groups;
    private String title;

    private PrefLib(Lines lines, List<String> approving) {
        this.lines = lines;
        this.approving = approving;
        this.title = lines.file();
        this.groups = new Groups(lines.file());
    }

    /**
     * Reads a file.
     *
     * @param approving the categories that approve; without any, categories are the levels of an order
     */
    public static Profile read(Path path, List<String> approving) throws IOException {
        try (var lines = new Lines(path)) {
            return new PrefLib(lines, approving).profile();
        }
    }

    private Profile profile() throws IOException {
        var line = lines.next();
        if (line == null) {
            throw lines.bad("the file is empty");
        }
        if (line.startsWith("#")) {
            for (; line != null && line.startsWith("#"); line = lines.next()) {
                describe(line);
            }
            number();
            if (!categories.values().containsAll(approving)) {
                throw lines.bad("the categories are " + categories.values() + ", not " + approving);
            }
            for (; line != null; line = lines.next()) {
                var colon = line.indexOf(':');
                if (colon < 0) {
                    throw lines.bad("an order is 'count: 1,2,{3,4}'");
                }
                order(line.substring(0, colon), line.substring(colon + 1));
            }
        } else {
            old(line);
        }
        return new Profile(
                title,
                approving.isEmpty() ? "ranked" : "approval",
                List.copyOf(names.values()),
                groups.counts(),
                OptionalInt.empty(),
                Profile.Budget.NONE);
    }

    private void describe(String line) {
        var name = NAME.matcher(line);
        var category = CATEGORY.matcher(line);
        var called = TITLE.matcher(line);
        if (name.matches()) {
            names.put(Long.valueOf(name.group(1)), name.group(2).strip());
        } else if (category.matches()) {
            categories.put(Long.valueOf(category.group(1)), category.group(2).strip());
        } else if (called.matches()) {
            title = called.group(1).strip();
        }
    }

    // The number of candidates, a line for each, a line of sums, and orders that begin with their count.
    private void old(String first) throws IOException {
        for (var left = lines.whole(first, "the number of alternatives"); left > 0; left--) {
            var line = lines.next();
            var comma = line == null ? -1 : line.indexOf(',');
            if (line == null || comma < 0) {
                throw lines.bad("an alternative is 'number,name'");
            }
            names.put(
                    lines.whole(line.substring(0, comma), "the number of an alternative"),
                    line.substring(comma + 1).strip());
        }
        number();
        if (lines.next() == null) {
            throw lines.bad("there are no orders");
        }
        for (var line = lines.next(); line != null; line = lines.next()) {
            var comma = line.indexOf(',');
            if (comma < 0) {
                throw lines.bad("an order is 'count,1,2,{3,4}'");
            }
            order(line.substring(0, comma), line.substring(comma + 1));
        }
    }

    private void number() {
        if (names.isEmpty()) {
            throw lines.bad("no alternative is named");
        }
        names.keySet().forEach(alternative -> numbers.put(alternative, numbers.size()));
    }

    private void order(String count, String order) {
        var levels = levels(order);
        if (!categories.isEmpty() && levels.size() != categories.size()) {
            throw lines.bad("there are " + categories.size() + " categories, not " + levels.size());
        }
        var ballot = approving.isEmpty() ? ranked(levels) : approved(levels);
        groups.add(ballot.replace(" ", ""), lines.whole(count, "a count"), lines.number());
    }

    private static String ranked(List<List<Integer>> levels) {
        return levels.stream()
                .filter(level -> !level.isEmpty())
                .map(level -> level.size() == 1 ? level.getFirst().toString() : level.toString())
                .toList()
                .toString();
    }

    private String approved(List<List<Integer>> levels) {
        var approved = new ArrayList<Integer>();
        var names = List.copyOf(categories.values());
        for (var category = 0; category < levels.size(); category++) {
            if (approving.contains(names.get(category))) {
                approved.addAll(levels.get(category));
            }
        }
        return approved.stream().sorted().toList().toString();
    }

    /** What stands between commas: an alternative, or some in curly brackets, also none. */
    private List<List<Integer>> levels(String order) {
        var levels = new ArrayList<List<Integer>>();
        var seen = new HashSet<Integer>();
        var open = new ArrayList<Integer>();
        var together = false;
        for (var part : order.replace("{", "{,").replace("}", ",}").split(",")) {
            var mark = part.strip();
            switch (mark) {
                case "" -> {}
                case "{" -> together = true;
                case "}" -> {
                    levels.add(List.copyOf(open));
                    open.clear();
                    together = false;
                }
                default -> {
                    var option = option(mark);
                    if (!seen.add(option)) {
                        throw lines.bad("alternative " + mark + " stands there twice");
                    }
                    if (together) {
                        open.add(option);
                    } else {
                        levels.add(List.of(option));
                    }
                }
            }
        }
        if (together) {
            throw lines.bad("a level that begins with { ends with }");
        }
        return levels;
    }

    private int option(String mark) {
        var option = numbers.get(lines.whole(mark, "an alternative"));
        if (option == null) {
            throw lines.bad("there is no alternative " + mark);
        }
        return option;
    }
}
