// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** Reads a list of ballots number by number, wherever lines end: each ballot ends with 0, and the list with one more. */
final class BltByNumbers implements BltReading {
    private static final Pattern WITHDRAWN = Pattern.compile("-\\S+(?:\\s+-\\S+)*");

    private final Lines lines;
    private final BltOptions options;
    private final BltList list;
    private final BltNames names;
    private final int candidates;
    private final List<String> ballot = new ArrayList<>();
    private long begun = 0;
    private long goesOn = 0;
    private boolean proven = false;
    private boolean ended = false;

    BltByNumbers(Lines lines, BltOptions options, BltNames names, int candidates) {
        this.lines = lines;
        this.options = options;
        this.names = names;
        this.candidates = candidates;
        this.list = new BltList(lines, options);
    }

    /** Takes what stands behind the numbers of candidates and seats on their line. */
    void takeRest(String rest) {
        proven = true;
        take(rest);
    }

    @Override
    public void take(String line) {
        if (ended) {
            names.take(line);
            return;
        }
        if (ballot.isEmpty() && WITHDRAWN.matcher(line).matches()) {
            options.withdraw(line);
            return;
        }
        var said = BltReading.together(ballot.isEmpty() ? line : " " + line).strip();
        if (!ballot.isEmpty() && goesOn == 0 && !lines.isIndented()) {
            goesOn = lines.number();
        }
        var quote = said.indexOf('"');
        var numbers = quote < 0 ? said : said.substring(0, quote);
        var parts = numbers.isBlank() ? new String[0] : numbers.strip().split("\\s+");
        proven |= isMoreThanOne(Arrays.asList(parts));
        for (var at = 0; at < parts.length; at++) {
            if (ended) {
                throw lines.bad("behind the 0 that ends the list of ballots stand names, not '" + parts[at] + "'");
            }
            number(parts[at]);
        }
        if (quote >= 0 && !ended) {
            throw lines.bad("a name stands before the 0 that ends the list of ballots");
        }
        if (quote >= 0) {
            names.takeRest(said.substring(quote));
        }
    }

    private void number(String said) {
        if (!ballot.isEmpty()) {
            if (said.equals("0")) {
                close();
            } else {
                ballot.add(said);
            }
        } else if (said.equals("0")) {
            ended = true;
        } else if (said.startsWith("-") && begun == 0) {
            options.withdraw(said);
        } else {
            ballot.add(said);
            begun = lines.number();
        }
    }

    private void close() {
        var ranks = ballot.subList(1, ballot.size());
        if (begun < lines.number() && !isOne(ranks)) {
            throw new BadFile(
                    lines.file(), begun, "the ballot that begins here has a candidate twice: a 0 may be missing");
        }
        list.add(ballot.getFirst(), ranks);
        ballot.clear();
    }

    /** Whether a line cannot be a single ballot, whatever a 0 inside of it says. */
    private boolean isMoreThanOne(List<String> parts) {
        if (parts.size() < 2) {
            return false;
        }
        var ranks = parts.subList(1, parts.getLast().equals("0") ? parts.size() - 1 : parts.size());
        return ranks.contains("0") && !isOne(ranks);
    }

    private boolean isOne(List<String> ranks) {
        var seen = new HashSet<String>();
        return ranks.size() <= candidates
                && ranks.stream()
                        .flatMap(rank -> Arrays.stream(rank.split("=", -1)))
                        .allMatch(mark -> mark.equals("0") || mark.equals("-") || seen.add(mark));
    }

    /** Whether something shows that lines say nothing of where a ballot ends. */
    boolean isProven() {
        return proven;
    }

    /** The first line that goes on with a ballot and looks like any other, or 0. */
    long goesOn() {
        return goesOn;
    }

    @Override
    public BltList list() {
        if (!ended) {
            throw lines.bad("the list of ballots has no end");
        }
        return list;
    }

    @Override
    public BltNames names() {
        return names;
    }
}
