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
record CsvHeader(String file, List<String> names, String contest) {
    private static final Pattern RANK = Pattern.compile(
            "(?:^|.*\\W)(?:rank|choice|pref|preference)\\s*[-_#]?\\s*([0-9]{1,3})(?:\\s+of\\s+[0-9].*)?$|(?:^|.*\\W)([0-9]{1,3})(?:st|nd|rd|th)\\s+(?:choice|rank|preference).*");

    CsvHeader {
        names = List.copyOf(names);
    }

    /** How many columns of ranks there are; none if one of these is missing. */
    int known() {
        var found = found();
        return inARow(found) ? found.size() : 0;
    }

    /** The columns of the ranks, by rank. */
    int[] ranks() {
        var found = found();
        found.forEach((rank, columns) -> {
            if (columns.size() > 1) {
                throw new BadFile(
                        file,
                        1,
                        "two columns are rank " + rank
                                + ": give a file of one contest, or a text that the columns of one contest"
                                + " have in their names, with --contest");
            }
        });
        if (!inARow(found)) {
            var of = contest.isEmpty() ? "" : " of '" + contest + "'";
            throw new BadFile(
                    file, 1, "there are no columns rank1, rank2 … in a row" + of + ", but " + String.join(", ", names));
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

    /** Whether a row is one that spreadsheets leave behind: nothing at all, where a ballot would have an id or a number. */
    boolean isEmpty(List<String> cells) {
        var named = names.stream().filter(name -> !name.isEmpty()).count();
        return named > found().values().stream().mapToInt(List::size).sum()
                && cells.stream().allMatch(String::isEmpty);
    }

    private static boolean inARow(SortedMap<Integer, List<Integer>> found) {
        return !found.isEmpty() && found.firstKey() == 1 && found.lastKey() == found.size();
    }

    private SortedMap<Integer, List<Integer>> found() {
        var found = new TreeMap<Integer, List<Integer>>();
        for (var column = 0; column < names.size(); column++) {
            var name = names.get(column).toLowerCase(Locale.ROOT);
            var match = RANK.matcher(name);
            if (match.matches() && name.contains(contest.toLowerCase(Locale.ROOT))) {
                var rank = Integer.parseInt(Optional.ofNullable(match.group(1)).orElse(match.group(2)));
                found.computeIfAbsent(rank, _ -> new ArrayList<>()).add(column);
            }
        }
        return found;
    }
}
