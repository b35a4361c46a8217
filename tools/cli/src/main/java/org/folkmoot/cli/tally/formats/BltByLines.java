// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads a list of ballots with one on each line: all of them end with 0 or none does, and a 0 before that is a rank with
 * nobody on it.
 */
final class BltByLines implements BltReading {
    private static final String NO_END = "no line '0' ends the list of ballots";
    private static final Pattern ID = Pattern.compile("^\\(([^()]*)\\)\\s*");

    private final Lines lines;
    private final BltOptions options;
    private final BltList list;
    private final BltNames names;
    private boolean ended = false;
    private long withEnd = 0;
    private long withoutEnd = 0;
    private long skips = 0;

    BltByLines(Lines lines, BltOptions options, BltNames names) {
        this.lines = lines;
        this.options = options;
        this.names = names;
        this.list = new BltList(lines, options);
    }

    @Override
    public void take(String line) {
        if (ended) {
            names.take(line);
        } else if (line.equals("0")) {
            ended = true;
        } else if (line.startsWith("-")) {
            options.withdraw(line);
        } else if (line.startsWith("\"")) {
            throw lines.bad(NO_END);
        } else {
            ballot(line);
        }
    }

    private void ballot(String line) {
        var id = ID.matcher(line);
        var named = id.find();
        var ballot = BltReading.together(named ? line.substring(id.end()) : line);
        var parts = List.of((named && options.isDroop() ? "1 " + ballot : ballot).split("\\s+"));
        if (named && !parts.getFirst().equals("1")) {
            throw lines.bad("behind the id of a ballot stands 1, as one ballot has it, not '" + parts.getFirst() + "'");
        }
        var ends = parts.size() > 1 && parts.getLast().equals("0");
        var ranks = new ArrayList<>(parts.subList(1, parts.size() - (ends ? 1 : 0)));
        if (ranks.contains("0") && skips == 0) {
            skips = lines.number();
        }
        ranks.replaceAll(rank -> rank.equals("0") ? "-" : rank);
        list.add(parts.getFirst(), ranks);
        alike(ends);
    }

    private void alike(boolean ends) {
        if (ends && withEnd == 0) {
            withEnd = lines.number();
        }
        if (!ends && withoutEnd == 0) {
            withoutEnd = lines.number();
        }
        if (withEnd > 0 && withoutEnd > 0) {
            throw new BadFile(
                    lines.file(),
                    withoutEnd,
                    "a ballot ends with 0, as that of line " + withEnd + " does, unless none does");
        }
    }

    /** The first line with a 0 that stands for nobody, or 0. */
    long skips() {
        return skips;
    }

    @Override
    public BltList list() {
        if (!ended) {
            throw lines.bad(NO_END);
        }
        return list;
    }

    @Override
    public BltNames names() {
        return names;
    }
}
