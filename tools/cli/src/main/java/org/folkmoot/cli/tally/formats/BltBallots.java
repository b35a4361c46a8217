// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ballots in the format BLT of transferable votes, as OpaVote, OpenSTV and Droop write it; who has withdrawn is taken out.
 */
public final class BltBallots {
    private static final Pattern WEIGHT = Pattern.compile("[0-9]{1,12}(?:\\.[0-9]{1,6})?");
    private static final Pattern ID = Pattern.compile("^\\(([^()]*)\\)\\s*");
    private static final Pattern TOGETHER = Pattern.compile("(?<=\\s)\\(\\s*([^()]*?)\\s*\\)(?=\\s)");

    private final Lines lines;
    private final BltLines said;
    private final Groups groups;
    private int decimals = 0;

    private BltBallots(Lines lines) {
        this.lines = lines;
        this.said = new BltLines(lines);
        this.groups = new Groups(lines.file());
    }

    /** Reads a file. */
    public static Profile read(Path path) throws IOException {
        try (var lines = new Lines(path)) {
            return new BltBallots(lines).profile();
        }
    }

    private Profile profile() throws IOException {
        var head = said.need("the file is empty").split("\\s+");
        if (head.length != 2) {
            throw lines.bad("the first line is the number of candidates and of seats");
        }
        var candidates = lines.whole(head[0], "the number of candidates");
        var seats = lines.whole(head[1], "the number of seats");
        if (candidates < 1 || candidates > 10_000 || seats < 1 || seats > 10_000) {
            throw lines.bad("there are from 1 to 10000 candidates, and seats for them");
        }
        var options = new BltOptions(lines, (int) candidates);
        var line = said.need("the list of ballots has no end");
        for (; line.startsWith("-") || line.startsWith("["); line = said.need("the list of ballots has no end")) {
            if (line.startsWith("-")) {
                options.withdraw(line);
            } else {
                options.read(option(line));
            }
        }
        for (; !line.equals("0"); line = said.need("no line '0' ends the list of ballots")) {
            if (line.startsWith("-")) {
                options.withdraw(line);
            } else {
                ballot(line, options);
            }
        }
        var names = new ArrayList<String>();
        for (var number = 1; number <= candidates; number++) {
            names.add(said.name(said.need("candidate " + number + " has no name")));
        }
        return shortened(names, options, title(), (int) seats);
    }

    /** An option with the lines on which it goes on. */
    private String option(String begun) throws IOException {
        var option = begun;
        while (!option.endsWith("]")) {
            option += " " + said.need("an option that begins with [ ends with ]");
        }
        return option;
    }

    private String title() throws IOException {
        var title = said.next();
        // Some programs say behind it where the ballots are from, and what there is to say about them.
        if (title != null && said.next() != null && said.next() != null && said.next() != null) {
            throw lines.bad(
                    "behind the title stand at most a source and a remark: there are more names than candidates");
        }
        var name = title == null ? "" : said.name(title);
        return name.isEmpty() ? lines.file() : name;
    }

    private void ballot(String line, BltOptions options) {
        var id = ID.matcher(line);
        var named = id.find();
        var ballot = together(named ? line.substring(id.end()) : line);
        var parts = List.of((named && options.isDroop() ? "1 " + ballot : ballot).split("\\s+"));
        if (!parts.getLast().equals("0") || parts.size() < 2) {
            throw lines.bad("a ballot ends with 0");
        }
        if (named && !parts.getFirst().equals("1")) {
            throw lines.bad("behind the id of a ballot stands 1, as one ballot has it, not '" + parts.getFirst() + "'");
        }
        var levels = new ArrayList<String>();
        for (var part : parts.subList(1, parts.size() - 1)) {
            if (part.equals("-")) {
                levels.add("null");
                continue;
            }
            var marks = new ArrayList<String>();
            for (var mark : part.split("=", -1)) {
                marks.add(Integer.toString(options.candidate(mark)));
            }
            levels.add(marks.size() == 1 ? marks.getFirst() : "[" + String.join(",", marks) + "]");
        }
        groups.add("[" + String.join(",", levels) + "]", weight(parts.getFirst()), lines.number());
    }

    // Hill writes candidates who are level in brackets.
    private static String together(String ballot) {
        return ballot.indexOf('(') < 0
                ? ballot
                : TOGETHER.matcher(ballot)
                        .replaceAll(
                                level -> Matcher.quoteReplacement(level.group(1).replaceAll("\\s+", "=")));
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

    // Ballots pass over whoever has withdrawn as if they had never stood.
    private Profile shortened(List<String> names, BltOptions options, String title, int seats) {
        var left = new ArrayList<String>();
        var places = new ArrayList<String>();
        for (var number = 0; number < names.size(); number++) {
            places.add(options.isWithdrawn(number) ? "" : Integer.toString(left.size()));
            if (!options.isWithdrawn(number)) {
                left.add(names.get(number));
            }
        }
        var ballots = new LinkedHashMap<String, Long>();
        groups.counts().forEach((ballot, count) -> ballots.merge(renumbered(ballot, places), count, Long::sum));
        return new Profile(
                title,
                "ranked-cvr",
                left,
                ballots,
                decimals,
                OptionalInt.of(seats),
                Profile.Budget.NONE,
                new Profile.Rule(Optional.empty(), options.passedOver()));
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
