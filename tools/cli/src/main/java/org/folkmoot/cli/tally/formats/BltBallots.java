// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ballots in the format BLT of transferable votes, as OpaVote and OpenSTV write it; who has withdrawn is taken out. */
public final class BltBallots {
    private static final Pattern QUOTED = Pattern.compile("^(\"[^\"]*\"(?=\\s*(?:#.*)?$)|\".*\")\\s*(?:#.*)?$");

    private static final Pattern WEIGHT = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,6})?");

    private final Lines lines;
    private final Groups groups;
    private final Set<Integer> withdrawn = new HashSet<>();
    private int candidates = 0;
    private int decimals = 0;
    private int seats = 0;

    private BltBallots(Lines lines) {
        this.lines = lines;
        this.groups = new Groups(lines.file());
    }

    /** Reads a file. */
    public static Profile read(Path path) throws IOException {
        try (var lines = new Lines(path)) {
            return new BltBallots(lines).profile();
        }
    }

    private Profile profile() throws IOException {
        var head = need("the file is empty").split("\\s+");
        if (head.length != 2) {
            throw lines.bad("the first line is the number of candidates and of seats");
        }
        candidates = Math.toIntExact(lines.whole(head[0], "the number of candidates"));
        seats = Math.toIntExact(lines.whole(head[1], "the number of seats"));
        if (candidates < 1 || candidates > 10_000 || seats < 1) {
            throw lines.bad("there are from 1 to 10000 candidates, and seats for them");
        }
        for (var line = need("the list of ballots has no end");
                !line.equals("0");
                line = need("no line '0' ends the list of ballots")) {
            if (line.startsWith("-")) {
                withdraw(line);
            } else {
                ballot(line);
            }
        }
        var names = new ArrayList<String>();
        for (var number = 1; number <= candidates; number++) {
            names.add(unquoted(need("candidate " + number + " has no name")));
        }
        var title = said();
        return shortened(names, title == null ? lines.file() : unquoted(title));
    }

    private String need(String otherwise) throws IOException {
        var said = said();
        if (said == null) {
            throw lines.bad(otherwise);
        }
        return said;
    }

    /** The next line without what stands behind a sharp, or null at the end; a sharp in quotes belongs to the name. */
    private @Nullable String said() throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            var quoted = QUOTED.matcher(line);
            var sharp = line.indexOf('#');
            var said = quoted.matches() ? quoted.group(1) : (sharp < 0 ? line : line.substring(0, sharp)).strip();
            if (!said.isEmpty()) {
                return said;
            }
        }
        return null;
    }

    private void withdraw(String line) {
        for (var mark : line.split("\\s+")) {
            withdrawn.add(candidate(mark.substring(1)));
        }
    }

    private int candidate(String mark) {
        var number = lines.whole(mark, "a candidate");
        if (number < 1 || number > candidates) {
            throw lines.bad("there is no candidate " + mark);
        }
        return (int) number - 1;
    }

    private void ballot(String line) {
        // Some programs give each ballot an id in brackets.
        var parts = line.replaceFirst("^\\([^)]*\\)\\s*", "").split("\\s+");
        if (!parts[parts.length - 1].equals("0")) {
            throw lines.bad("a ballot ends with 0");
        }
        var levels = new ArrayList<String>();
        for (var part : List.of(parts).subList(1, parts.length - 1)) {
            if (part.equals("-")) {
                levels.add("null");
                continue;
            }
            var marks = new ArrayList<Integer>();
            for (var mark : part.split("=")) {
                marks.add(candidate(mark));
            }
            levels.add(
                    marks.size() == 1
                            ? marks.getFirst().toString()
                            : marks.toString().replace(" ", ""));
        }
        groups.add(levels.toString().replace(" ", ""), weight(parts[0]), lines.number());
    }

    /** A weight in the smallest unit that any weight so far has needed. */
    private long weight(String said) {
        var weight = WEIGHT.matcher(said);
        if (!weight.matches()) {
            throw lines.bad("the weight of a ballot is a number with at most 6 decimals, not '" + said + "'");
        }
        var number = new BigDecimal(said);
        var needed = Math.max(0, number.stripTrailingZeros().scale());
        if (needed > decimals) {
            groups.multiply(BigInteger.TEN.pow(needed - decimals).longValueExact(), lines.number());
            decimals = needed;
        }
        return number.movePointRight(decimals).longValueExact();
    }

    private static String unquoted(String text) {
        return text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
    }

    // Ballots pass over whoever has withdrawn as if they had never stood.
    private Profile shortened(List<String> names, String title) {
        var left = new ArrayList<String>();
        var places = new ArrayList<String>();
        for (var number = 0; number < names.size(); number++) {
            places.add(withdrawn.contains(number) ? "" : Integer.toString(left.size()));
            if (!withdrawn.contains(number)) {
                left.add(names.get(number));
            }
        }
        var ballots = new LinkedHashMap<String, Long>();
        groups.counts().forEach((ballot, count) -> ballots.merge(renumbered(ballot, places), count, Long::sum));
        return new Profile(title, "ranked-cvr", left, ballots, decimals, OptionalInt.of(seats), Profile.Budget.NONE);
    }

    private static String renumbered(String ballot, List<String> places) {
        var levels = new ArrayList<String>();
        for (var level : ballot.substring(1, ballot.length() - 1).split(",(?![^\\[]*\\])")) {
            if (level.equals("null")) {
                levels.add(level);
                continue;
            }
            var marks = new ArrayList<String>();
            for (var mark : level.replace("[", "").replace("]", "").split(",")) {
                var place = mark.isEmpty() ? "" : places.get(Integer.parseInt(mark));
                if (!place.isEmpty()) {
                    marks.add(place);
                }
            }
            if (!marks.isEmpty()) {
                levels.add(marks.size() == 1 ? marks.getFirst() : "[" + String.join(",", marks) + "]");
            }
        }
        return "[" + String.join(",", levels) + "]";
    }
}
