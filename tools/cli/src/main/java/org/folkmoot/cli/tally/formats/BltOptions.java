// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What lines before the ballots of a file in the format BLT say of the candidates, and Droop's options among them. */
final class BltOptions {
    private static final Pattern OPTION = Pattern.compile("\\[\\s*([a-z]+)([^\\[\\]]*)\\]\\s*");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+");

    private final Lines lines;
    private final int candidates;
    private final Set<Integer> withdrawn = new HashSet<>();
    private final Map<String, Integer> nicks = new HashMap<>();
    private final List<String> passedOver = new ArrayList<>();
    private boolean droop = false;

    BltOptions(Lines lines, int candidates) {
        this.lines = lines;
        this.candidates = candidates;
    }

    /** A line of options, such as {@code [nick a b c]}. */
    void read(String line) {
        var option = OPTION.matcher(line);
        var read = 0;
        for (; option.find() && option.start() == read; read = option.end()) {
            var given = option.group(2).strip();
            option(option.group(1), given.isEmpty() ? List.of() : Arrays.asList(given.split("\\s+")));
        }
        if (read < line.length()) {
            throw lines.bad("an option is '[name …]', not '" + line.substring(read) + "'");
        }
        droop = true;
    }

    private void option(String name, List<String> given) {
        switch (name) {
            case "nick" -> nick(given);
            case "withdrawn" -> given.forEach(mark -> withdrawn.add(candidate(mark)));
            case "tie" -> {
                if (given.stream().map(this::candidate).distinct().count() != candidates) {
                    throw lines.bad("the order for ties has each candidate once");
                }
                passedOver.add("The order that the file has for ties is passed over: the method decides them.");
            }
            case "droop" -> passedOver.add("The file is meant to be counted with '" + String.join(" ", given) + "'.");
            case "undeclared" -> {
                given.forEach(this::candidate);
                passedOver.add("The file says who is not declared, which is passed over.");
            }
            default -> throw lines.bad("the option '" + name + "' is not known here");
        }
    }

    private void nick(List<String> given) {
        if (given.size() != candidates || given.stream().distinct().count() != candidates) {
            throw lines.bad("there is a nickname of its own for each candidate");
        }
        given.forEach(nick -> nicks.put(nick, nicks.size()));
    }

    /** Candidates who have withdrawn, as {@code -2 -3}. */
    void withdraw(String line) {
        for (var mark : line.split("\\s+")) {
            if (!mark.startsWith("-")) {
                throw lines.bad("who has withdrawn is '-" + mark + "', not '" + mark + "'");
            }
            withdrawn.add(candidate(mark.substring(1)));
        }
    }

    /** The number of a candidate from 0, who is named by one from 1 or by a nickname. */
    int candidate(String mark) {
        var nick = nicks.get(mark);
        if (nick != null && !NUMBER.matcher(mark).matches()) {
            return nick;
        }
        var number = lines.whole(mark, "a candidate");
        if (number < 1 || number > candidates) {
            throw lines.bad("there is no candidate " + mark);
        }
        return (int) number - 1;
    }

    boolean isWithdrawn(int candidate) {
        return withdrawn.contains(candidate);
    }

    /** Whether the file has options of Droop, whose ballots with an id have no number of ballots. */
    boolean isDroop() {
        return droop;
    }

    List<String> passedOver() {
        return passedOver;
    }
}
