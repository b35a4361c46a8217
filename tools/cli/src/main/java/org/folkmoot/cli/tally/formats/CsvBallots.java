// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/**
 * Cast-vote records as separated values: a row for each ballot, or for equal ones with their number in a column
 * {@code count}, and a column for each rank, named {@code rank1}, {@code Choice 2}, {@code Choice 2 of 5} or
 * {@code 3rd Choice} as in the spreadsheets of ES&amp;S. Other columns, such as precincts, are not looked at.
 */
public final class CsvBallots {
    /** How many different rows are kept to be recognized. */
    private static final int MOST_KNOWN = 1_000_000;

    private final String file;
    private final Words words;
    private final LongConsumer progress;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /**
     * The words that a file has for what is no candidate.
     *
     * @param overvote a rank whose marks were not recorded
     * @param skipped ranks without a mark; so is an empty cell
     * @param delimiter what stands between several marks at one rank
     * @param writeIn whoever is not declared
     * @param candidates the candidates in their order; empty if they are to be found and put in order by name
     * @param contest what the columns of ranks have in their names, where a file has several contests
     */
    public record Words(
            String overvote,
            List<String> skipped,
            String delimiter,
            String writeIn,
            List<String> candidates,
            String contest) {
        public Words {
            skipped = List.copyOf(skipped);
            candidates = List.copyOf(candidates);
        }
    }

    private CsvBallots(String file, Words words, LongConsumer progress) {
        this.file = file;
        this.words = words;
        this.progress = progress;
        words.candidates().forEach(this::number);
    }

    /** Reads a file; it says from time to time how many rows it has read. */
    public static Profile read(Path path, Words words, LongConsumer progress) throws IOException {
        try (var rows = new CsvRows(path)) {
            return new CsvBallots(String.valueOf(path.getFileName()), words, progress).profile(rows);
        }
    }

    private Profile profile(CsvRows rows) throws IOException {
        var header = new CsvHeader(
                file, rows.header(names -> new CsvHeader(file, names, words.contest()).known()), words.contest());
        var ranks = header.ranks();
        var count = header.count();
        var groups = new Groups(file);
        // Most rows end as others do, and need not be taken apart: what stands before the ranks is an id or a precinct.
        var from = Arrays.stream(ranks).min().orElse(0);
        var known = new HashMap<String, String>();
        var read = 1L;
        for (var row = rows.next(); row != null; row = rows.next()) {
            var line = rows.number();
            var end = rows.from(row, from);
            var ballot = end == null ? null : known.get(end);
            if (ballot == null) {
                if (end == null || rows.from(row, ranks[0]) == null) {
                    throw new BadFile(
                            file,
                            line,
                            "the row ends before the column '" + header.names().get(ranks[0]) + "'");
                }
                var cells = rows.cells(row);
                checkLength(cells, header, line);
                ballot = ballot(cells, ranks, line);
                if (known.size() < MOST_KNOWN) {
                    known.put(end, ballot);
                }
            }
            if (ballot.equals("[]") && header.isEmpty(rows.cells(row))) {
                continue;
            }
            var times = count.isPresent() ? times(rows.cells(row), count.get(), line) : 1;
            if (times > 0) {
                groups.add(ballot, times, line);
            }
            if (++read % 1_000_000 == 0) {
                progress.accept(read);
            }
        }
        if (names.isEmpty()) {
            throw new BadFile(file, rows.number(), "no ballot names anybody, so there are no candidates");
        }
        return inOrder(groups);
    }

    // A name with a separator in it that is not quoted moves all that comes behind it to another rank.
    private void checkLength(List<String> cells, CsvHeader header, long line) {
        var columns = header.names().size();
        if (cells.size() > columns
                && !cells.subList(columns, cells.size()).stream().allMatch(String::isEmpty)) {
            throw new BadFile(
                    file,
                    line,
                    "the row has more cells than there are columns: a cell with the separator in it is to be quoted");
        }
    }

    private long times(List<String> cells, int column, long line) {
        var text = column < cells.size() ? cells.get(column) : "";
        if (!text.matches("[0-9]{1,12}")) {
            throw new BadFile(file, line, "a count is a whole number, not '" + text + "'");
        }
        return Long.parseLong(text);
    }

    private String ballot(List<String> cells, int[] ranks, long line) {
        var written = new StringBuilder("[");
        var end = 1;
        for (var column : ranks) {
            written.append(written.length() > 1 ? "," : "");
            var rank = rank(column < cells.size() ? cells.get(column) : "", line);
            written.append(rank);
            // Ranks that are left empty at the end say nothing.
            end = rank.equals("null") ? end : written.length();
        }
        written.setLength(end);
        return written.append(']').toString();
    }

    private String rank(String cell, long line) {
        if (cell.isEmpty() || words.skipped().stream().anyMatch(cell::equalsIgnoreCase)) {
            return "null";
        }
        if (cell.equalsIgnoreCase(words.overvote())) {
            return "\"O\"";
        }
        if (!words.delimiter().isEmpty() && cell.contains(words.delimiter())) {
            var marks = new ArrayList<String>();
            for (var name : cell.split(Pattern.quote(words.delimiter()), -1)) {
                marks.add(Integer.toString(candidate(name.strip(), line)));
            }
            return marks.stream().distinct().toList().toString().replace(" ", "");
        }
        return Integer.toString(candidate(cell, line));
    }

    private int candidate(String name, long line) {
        if (name.isEmpty()) {
            throw new BadFile(file, line, "a mark has no name");
        }
        var declared = name.equalsIgnoreCase(words.writeIn()) ? "Undeclared Write-ins" : name;
        if (!words.candidates().isEmpty() && !numbers.containsKey(declared)) {
            throw new BadFile(file, line, "'" + name + "' is not among the candidates");
        }
        return number(declared);
    }

    private int number(String name) {
        var known = numbers.get(name);
        if (known != null) {
            return known;
        }
        if (names.size() >= 10_000) {
            throw new BadFile(
                    file, 0, "there are more than 10000 candidates: the columns of ranks hold something else");
        }
        numbers.put(name, names.size());
        names.add(name);
        return names.size() - 1;
    }

    /** Candidates that were found on the way are put in the order of their names, so that no tie depends on the file's. */
    private Profile inOrder(Groups groups) {
        var ordered = words.candidates().isEmpty() ? names.stream().sorted().toList() : names;
        var places = new int[names.size()];
        for (var number = 0; number < places.length; number++) {
            places[number] = ordered.indexOf(names.get(number));
        }
        var renumbered = new LinkedHashMap<String, Long>();
        groups.counts().forEach((ballot, count) -> renumbered.put(Groups.renumbered(ballot, places), count));
        return new Profile(file, "ranked-cvr", ordered, renumbered, OptionalInt.empty(), Profile.Budget.NONE);
    }
}
