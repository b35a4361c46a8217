// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A way to read the list of ballots in the format BLT, and the names behind it, line after line. */
sealed interface BltReading permits BltByLines, BltByNumbers {
    /** Candidates who are level, as Hill writes them. */
    Pattern TOGETHER = Pattern.compile("(?<=\\s)\\(\\s*([^()]*?)\\s*\\)(?=\\s)");

    /** Takes the next line, or says why this way does not read it. */
    void take(String line);

    /** The ballots, once there are no more lines. */
    BltList list();

    /** The names, once there are no more lines. */
    BltNames names();

    /** A line in which those who are level are written {@code 1=2}. */
    static String together(String ballots) {
        return ballots.indexOf('(') < 0
                ? ballots
                : TOGETHER.matcher(ballots)
                        .replaceAll(
                                level -> Matcher.quoteReplacement(level.group(1).replaceAll("\\s+", "=")));
    }
}
