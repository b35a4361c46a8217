// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Ballots as PrefLib keeps them: orders in {@code .soc}, {@code .soi}, {@code .toc} and {@code .toi}, in its new form and the
 * old, and categories in {@code .cat}, which are in an order, too.
 */
public final class PrefLib {
    private static final Pattern NAME = Pattern.compile("^# ALTERNATIVE NAME ([0-9]{1,6}): ?(.*)$");
    private static final Pattern CATEGORY = Pattern.compile("^# CATEGORY NAME ([0-9]{1,6}): ?(.*)$");
    private static final Pattern NUMBER =
            Pattern.compile("^# NUMBER (ALTERNATIVES|VOTERS|CATEGORIES|UNIQUE ORDERS|UNIQUE PREFERENCES):(.*)$");
    private static final Pattern TITLE = Pattern.compile("^# TITLE: ?(.*)$");

    private final Lines lines;
    private final Map<Long, String> names = new TreeMap<>();
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Map<Long, String> categories = new TreeMap<>();
    private final List<String> approving;
    private final Groups groups;
    private final Declared declared = new Declared();
    private long orders = 0;
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
        checkNumbers();
        return new Profile(
                title,
                approving.isEmpty() ? "ranked" : "approval",
                List.copyOf(names.values()),
                groups.counts(),
                OptionalInt.empty(),
                Profile.Budget.NONE);
    }

    private void checkNumbers() {
        declared.check("alternatives", names.size(), lines);
        declared.check("categories", categories.size(), lines);
        declared.check("voters", groups.total(), lines);
        declared.check("votes", groups.total(), lines);
        declared.check("unique orders", orders, lines);
        declared.check("unique preferences", orders, lines);
    }

    private void describe(String line) {
        var number = NUMBER.matcher(line);
        var name = NAME.matcher(line);
        var category = CATEGORY.matcher(line);
        var called = TITLE.matcher(line);
        if (number.matches()) {
            var what = number.group(1).toLowerCase(Locale.ROOT);
            declared.say(what, lines.whole(number.group(2), "the number of " + what));
        } else if (name.matches()) {
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
        sums(lines.next());
        for (var line = lines.next(); line != null; line = lines.next()) {
            var comma = line.indexOf(',');
            if (comma < 0) {
                throw lines.bad("an order is 'count,1,2,{3,4}'");
            }
            order(line.substring(0, comma), line.substring(comma + 1));
        }
    }

    // The number of voters, that of their votes, and that of different orders.
    private void sums(@Nullable String line) {
        var sums = line == null ? new String[0] : line.split(",", -1);
        if (sums.length != 3) {
            throw lines.bad("a line of sums is 'voters,votes,orders'");
        }
        declared.say("voters", lines.whole(sums[0], "the number of voters"));
        declared.say("votes", lines.whole(sums[1], "the number of votes"));
        declared.say("unique orders", lines.whole(sums[2], "the number of orders"));
    }

    private void number() {
        if (names.isEmpty()) {
            throw lines.bad("no alternative is named");
        }
        names.keySet().forEach(alternative -> numbers.put(alternative, numbers.size()));
    }

    private void order(String count, String order) {
        var levels = Levels.of(order, numbers, lines);
        if (!categories.isEmpty() && levels.size() != categories.size()) {
            throw lines.bad("there are " + categories.size() + " categories, not " + levels.size());
        }
        var ballot = approving.isEmpty() ? ranked(levels) : approved(levels);
        groups.add(ballot.replace(" ", ""), lines.whole(count, "a count"), lines.number());
        orders++;
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
}
