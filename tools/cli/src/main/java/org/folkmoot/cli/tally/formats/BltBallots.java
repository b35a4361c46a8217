// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Ballots in the format BLT of transferable votes, as OpaVote, OpenSTV and Droop write it; who has withdrawn is taken out.
 */
public final class BltBallots {
    private final Lines lines;
    private final BltLines said;

    private BltBallots(Lines lines) {
        this.lines = lines;
        this.said = new BltLines(lines);
    }

    /** Reads a file. */
    public static Profile read(Path path) throws IOException {
        try (var lines = new Lines(path)) {
            return new BltBallots(lines).profile();
        }
    }

    private Profile profile() throws IOException {
        var head = said.need("the file is empty").split("\\s+", 3);
        if (head.length < 2) {
            throw lines.bad("the first line is the number of candidates and of seats");
        }
        var candidates = lines.whole(head[0], "the number of candidates");
        var seats = lines.whole(head[1], "the number of seats");
        if (candidates < 1 || candidates > 10_000 || seats < 1 || seats > 10_000) {
            throw lines.bad("there are from 1 to 10000 candidates, and seats for them");
        }
        var options = new BltOptions(lines, (int) candidates);
        var ballots = new BltTwoWays(
                lines,
                new BltByLines(lines, options, new BltNames(said, lines, (int) candidates)),
                new BltByNumbers(lines, options, new BltNames(said, lines, (int) candidates), (int) candidates));
        if (head.length == 3) {
            ballots.takeRest(head[2]);
        }
        var line = head.length == 3 ? said.next() : behindOptions(options);
        while (line != null && ballots.take(line)) {
            line = said.next();
        }
        return shortened(ballots.meant(), options, (int) seats);
    }

    private String behindOptions(BltOptions options) throws IOException {
        var line = said.need("the list of ballots has no end");
        for (; line.startsWith("-") || line.startsWith("["); line = said.need("the list of ballots has no end")) {
            if (line.startsWith("-")) {
                options.withdraw(line);
            } else {
                options.read(option(line));
            }
        }
        return line;
    }

    /** An option with the lines on which it goes on. */
    private String option(String begun) throws IOException {
        var option = begun;
        while (!option.endsWith("]")) {
            option += " " + said.need("an option that begins with [ ends with ]");
        }
        return option;
    }

    // Ballots pass over whoever has withdrawn as if they had never stood.
    private Profile shortened(BltReading read, BltOptions options, int seats) {
        var names = read.names().candidates();
        var title = read.names().title();
        var left = new ArrayList<String>();
        var places = new ArrayList<String>();
        for (var number = 0; number < names.size(); number++) {
            places.add(options.isWithdrawn(number) ? "" : Integer.toString(left.size()));
            if (!options.isWithdrawn(number)) {
                left.add(names.get(number));
            }
        }
        var ballots = new LinkedHashMap<String, Long>();
        read.list().counts().forEach((ballot, count) -> ballots.merge(renumbered(ballot, places), count, Long::sum));
        return new Profile(
                title.isEmpty() ? lines.file() : title,
                "ranked-cvr",
                left,
                ballots,
                read.list().decimals(),
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
