// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** What stands behind the ballots of a file in the format BLT: the names of the candidates, and a title. */
final class BltNames {
    private static final Pattern BALLOT = Pattern.compile("(?:[0-9.=-]+\\s+)*0");
    private static final Pattern ALL_QUOTED = Pattern.compile("\"[^\"]*\"(?:\\s+\"[^\"]*\")*");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"");

    private final BltLines said;
    private final Lines lines;
    private final int candidates;
    private final List<String> names = new ArrayList<>();
    private final List<String> quoted = new ArrayList<>();
    private boolean several = false;

    BltNames(BltLines said, Lines lines, int candidates) {
        this.said = said;
        this.lines = lines;
        this.candidates = candidates;
    }

    /** Takes a line of its own, which has a name unless more of them are on it. */
    void take(String line) {
        if (BALLOT.matcher(line).matches()) {
            throw lines.bad("behind the 0 that ends the list of ballots stand names, not '" + line + "'");
        }
        var before = quoted.size();
        if (ALL_QUOTED.matcher(line).matches()) {
            QUOTED.matcher(line).results().forEach(name -> quoted.add(name.group(1)));
        } else {
            quoted.add(said.name(line));
        }
        several |= quoted.size() - before > 2;
        names.add(said.name(line));
        // Some programs say behind the title where the ballots are from, and what there is to say about them.
        if (names.size() > candidates + 3) {
            throw lines.bad(
                    "behind the title stand at most a source and a remark: there are more names than candidates");
        }
    }

    /** Takes what stands behind the last ballot on its line: from there on quotes say where a name ends. */
    void takeRest(String rest) {
        take(rest);
        several = true;
    }

    private List<String> all() {
        return several || (names.size() == 1 && candidates > 1) ? quoted : names;
    }

    /** The names of all candidates. */
    List<String> candidates() {
        if (all().size() < candidates) {
            throw lines.bad("candidate " + (all().size() + 1) + " has no name");
        }
        if (all().size() > candidates + 3) {
            throw lines.bad("there are more names than candidates");
        }
        return all().subList(0, candidates);
    }

    /** The title, or nothing. */
    String title() {
        return all().size() > candidates ? all().get(candidates) : "";
    }
}
