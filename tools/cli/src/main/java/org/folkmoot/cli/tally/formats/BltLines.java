// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.IOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file in the format BLT without remarks: what stands behind a sharp, or between {@code /*} and its end, is
 * one unless it is quoted. Commas at the end of a line are those of a spreadsheet.
 */
final class BltLines {
    private static final Pattern QUOTED = Pattern.compile("^(\"[^\"]*\"(?=[\\s,]*(?:#.*)?$)|\".*\")[\\s,]*(?:#.*)?$");

    private static final Pattern TWO_QUOTED = Pattern.compile("\"([^\"]+)\"\\s*(\"[^\"]+\")");
    private static final Pattern REMARK = Pattern.compile("(?:^|(?<=\\s))/\\*");

    private final Lines lines;

    BltLines(Lines lines) {
        this.lines = lines;
    }

    String need(String otherwise) throws IOException {
        var said = next();
        if (said == null) {
            throw lines.bad(otherwise);
        }
        return said;
    }

    /** The next line that is more than a remark, or null at the end. */
    @Nullable
    String next() throws IOException {
        for (var line = lines.next(); line != null; line = lines.next()) {
            var quoted = QUOTED.matcher(line);
            var said = quoted.matches() ? quoted.group(1) : withoutRemarks(line);
            if (!said.isEmpty()) {
                return said;
            }
        }
        return null;
    }

    private String withoutRemarks(String line) throws IOException {
        var said = line;
        for (var remark = REMARK.matcher(said); said.contains("/*") && remark.find(); remark = REMARK.matcher(said)) {
            var before = said.substring(0, remark.start());
            if (before.indexOf('#') >= 0) {
                break;
            }
            said = before + " " + behind(said.substring(remark.end()));
        }
        var sharp = said.indexOf('#');
        while (sharp >= 0
                && said.substring(0, sharp).chars().filter(sign -> sign == '"').count() % 2 == 1) {
            sharp = said.indexOf('#', sharp + 1);
        }
        return (sharp < 0 ? said : said.substring(0, sharp))
                .replaceAll("[,\\s]+$", "")
                .strip();
    }

    private String behind(String remark) throws IOException {
        var begun = lines.number();
        var line = remark;
        while (!line.contains("*/")) {
            var more = lines.next();
            if (more == null) {
                throw new BadFile(lines.file(), begun, "a remark that begins here does not end");
            }
            line = more;
        }
        return line.substring(line.indexOf("*/") + 2);
    }

    /** A name or a title, of which quotes are no part; a party that is quoted behind a name keeps its own. */
    String name(String line) {
        var two = TWO_QUOTED.matcher(line);
        if (two.matches()) {
            return two.group(1) + " " + two.group(2);
        }
        if (!line.startsWith("\"")) {
            return line;
        }
        if (line.length() < 2 || !line.endsWith("\"")) {
            throw lines.bad("a name that begins with a quote has one at its end");
        }
        var inside = line.substring(1, line.length() - 1);
        return inside.replace("\"\"", "").contains("\"") ? inside : inside.replace("\"\"", "\"");
    }
}
