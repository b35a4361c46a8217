// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.folkmoot.cli.csv.CsvLine;

/**
 * Elections of Scottish councils as scot-elex keeps them: a line with the numbers of candidates and of seats; a line for equal
 * ballots, with how many they are and the numbers of candidates in their order; a line for each candidate,
 * {@code "Candidate 1","name","party"}; and the ward. Commas may stand at the end of each.
 */
public final class ScottishBallots {
    private static final String STATUTORY = "stv-scottish";

    private static final Pattern HEAD = Pattern.compile("[0-9]+\\s*,\\s*[0-9]+[\\s,]*");
    private static final Pattern BALLOT = Pattern.compile("[0-9]+\\s*,[0-9\\s,]*");
    private static final Pattern CANDIDATE = Pattern.compile("Candidate ([0-9]{1,5})");

    private final Lines lines;
    private final Groups groups;
    private final List<String> names = new ArrayList<>();
    private final List<String> parties = new ArrayList<>();
    private String ward;

    private ScottishBallots(Lines lines) {
        this.lines = lines;
        this.groups = new Groups(lines.file());
        this.ward = lines.file();
    }

    /** Whether a table begins with two numbers, as no header of columns does. */
    public static boolean fits(Path path) throws IOException {
        try (var lines = new Lines(path)) {
            var head = lines.next();
            return head != null && HEAD.matcher(head).matches();
        }
    }

    /** Reads a file. */
    public static Profile read(Path path) throws IOException {
        try (var lines = new Lines(path)) {
            return new ScottishBallots(lines).profile();
        }
    }

    private Profile profile() throws IOException {
        var head = cells(String.valueOf(lines.next()));
        var candidates = lines.whole(head.getFirst(), "the number of candidates");
        var seats = lines.whole(head.getLast(), "the number of seats");
        if (candidates < 1 || candidates > 10_000 || seats < 1 || seats > candidates) {
            throw lines.bad("there are from 1 to 10000 candidates, and no more seats than these");
        }
        var line = lines.next();
        for (; line != null && Character.isDigit(line.charAt(0)); line = lines.next()) {
            ballot(cells(line), candidates);
        }
        for (; line != null && names.size() < candidates; line = lines.next()) {
            candidate(cells(line));
        }
        if (names.size() < candidates) {
            throw lines.bad("the file says that it has " + candidates + " candidates, not " + names.size());
        }
        if (line != null) {
            if (BALLOT.matcher(line).matches()) {
                throw lines.bad("ballots stand before the candidates");
            }
            ward = line.replaceAll("^\"+|[\",\\s]+$", "");
            if (lines.next() != null) {
                throw lines.bad("nothing stands behind the ward");
            }
        }
        return new Profile(
                ward,
                "ranked-cvr",
                told(),
                groups.counts(),
                0,
                OptionalInt.of((int) seats),
                Profile.Budget.NONE,
                new Profile.Rule(Optional.of(STATUTORY), List.of()));
    }

    private static List<String> cells(String line) {
        return CsvLine.cells(line.replaceAll("[,\\s]+$", ""));
    }

    private void ballot(List<String> cells, long candidates) {
        var ranks = new HashSet<Long>();
        var written = new ArrayList<String>();
        for (var cell : cells.subList(1, cells.size())) {
            var candidate = lines.whole(cell, "a candidate");
            if (candidate < 1 || candidate > candidates) {
                throw lines.bad("there is no candidate " + cell);
            }
            if (!ranks.add(candidate)) {
                throw lines.bad("candidate " + cell + " stands there twice");
            }
            written.add(Long.toString(candidate - 1));
        }
        groups.add(
                "[" + String.join(",", written) + "]",
                lines.whole(cells.getFirst(), "the number of ballots"),
                lines.number());
    }

    private void candidate(List<String> cells) {
        var called = CANDIDATE.matcher(cells.getFirst());
        var number = names.size() + 1;
        if (!called.matches() || Integer.parseInt(called.group(1)) != number) {
            throw lines.bad("here stands \"Candidate " + number + "\" with a name and a party");
        }
        if (cells.size() < 2 || cells.size() > 3 || cells.get(1).isEmpty()) {
            throw lines.bad("a candidate has a name and a party");
        }
        names.add(cells.get(1));
        parties.add(cells.size() == 3 ? cells.get(2) : "");
    }

    /** The names, with the party of those who share one. */
    private List<String> told() {
        return IntStream.range(0, names.size())
                .mapToObj(number -> names.indexOf(names.get(number)) == names.lastIndexOf(names.get(number))
                        ? names.get(number)
                        : names.get(number) + ", " + parties.get(number))
                .toList();
    }
}
