// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The columns of a table of ballots, of which those of ranks are known by their names. */
record CsvHeader(String file, List<String> names) {
    private static final Pattern RANK = Pattern.compile(
            "(?:^|.*\\W)(?:rank|choice|pref|preference)\\s*[-_#]?\\s*([0-9]{1,3})(?:\\s+of\\s+[0-9].*)?$|(?:^|.*\\W)([0-9]{1,3})(?:st|nd|rd|th)\\s+(?:choice|rank|preference).*");

    CsvHeader {
        names = List.copyOf(names);
    }

    /** How many columns of ranks there are; none if one of these is missing. */
    static int ranksIn(List<String> names) {
        var found = found(names);
        return inARow(found) ? found.size() : 0;
    }

    /** The columns of the ranks, by rank. */
    int[] ranks() {
        var found = found(names);
        found.forEach((rank, columns) -> {
            if (columns.size() > 1) {
                throw new BadFile(file, 1, "two columns are rank " + rank + ": give a file of one contest");
            }
        });
        if (!inARow(found)) {
            throw new BadFile(file, 1, "there are no columns rank1, rank2 … in a row, but " + String.join(", ", names));
        }
        return found.values().stream().mapToInt(List::getFirst).toArray();
    }

    /** The column that says how many equal ballots a row is. */
    Optional<Integer> count() {
        return IntStream.range(0, names.size())
                .filter(column -> names.get(column).equalsIgnoreCase("count"))
                .boxed()
                .findFirst();
    }

    private static boolean inARow(SortedMap<Integer, List<Integer>> found) {
        return !found.isEmpty() && found.firstKey() == 1 && found.lastKey() == found.size();
    }

    private static SortedMap<Integer, List<Integer>> found(List<String> names) {
        var found = new TreeMap<Integer, List<Integer>>();
        for (var column = 0; column < names.size(); column++) {
            var match = RANK.matcher(names.get(column).toLowerCase(Locale.ROOT));
            if (match.matches()) {
                var rank = Integer.parseInt(Optional.ofNullable(match.group(1)).orElse(match.group(2)));
                found.computeIfAbsent(rank, _ -> new ArrayList<>()).add(column);
            }
        }
        return found;
    }
}
