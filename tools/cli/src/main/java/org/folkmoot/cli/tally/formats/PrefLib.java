// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Orders as PrefLib keeps them: {@code .soc}, {@code .soi}, {@code .toc} and {@code .toi}, in its new form and the old. */
public final class PrefLib {
    private static final Pattern NAME = Pattern.compile("^# ALTERNATIVE NAME ([0-9]{1,6}): ?(.*)$");
    private static final Pattern TITLE = Pattern.compile("^# TITLE: ?(.*)$");

    private final Lines lines;
    private final Map<Long, String> names = new TreeMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Groups groups;
    private String title;

    private PrefLib(Lines lines) {
        this.lines = lines;
        this.title = lines.file();
        this.groups = new Groups(lines.file());
    }

    /** Reads a file. */
    public static Profile read(Path path) throws IOException {
        try (var lines = new Lines(path)) {
            return new PrefLib(lines).profile();
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
                "ranked",
                List.copyOf(names.values()),
                groups.counts(),
                OptionalInt.empty(),
                Profile.Budget.NONE);
    }

    private void describe(String line) {
        var name = NAME.matcher(line);
        var called = TITLE.matcher(line);
        if (name.matches()) {
            names.put(Long.valueOf(name.group(1)), name.group(2).strip());
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
        var levels = new ArrayList<String>();
        var seen = new ArrayList<Integer>();
        var open = new ArrayList<String>();
        var together = false;
        for (var part : order.replace("{", "{,").replace("}", ",}").split(",")) {
            var mark = part.strip();
            switch (mark) {
                case "" -> {}
                case "{" -> together = true;
                case "}" -> {
                    levels.add(open.toString().replace(" ", ""));
                    open.clear();
                    together = false;
                }
                default -> {
                    var option = option(mark);
                    if (seen.contains(option)) {
                        throw lines.bad("alternative " + mark + " stands there twice");
                    }
                    seen.add(option);
                    (together ? open : levels).add(Integer.toString(option));
                }
            }
        }
        if (together) {
            throw lines.bad("a level that begins with { ends with }");
        }
        groups.add(levels.toString().replace(" ", ""), lines.whole(count, "a count"), lines.number());
    }

    private int option(String mark) {
        var option = numbers.get(lines.whole(mark, "an alternative"));
        if (option == null) {
            throw lines.bad("there is no alternative " + mark);
        }
        return option;
    }
}
