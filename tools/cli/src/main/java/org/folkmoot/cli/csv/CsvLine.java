// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.csv;

import java.util.ArrayList;
import java.util.List;

/** One row of separated values (RFC 4180): a cell with separators or quotes stands in quotes. */
public final class CsvLine {
    private CsvLine() {}

    /** The cells of a row whose separator is a comma, without the blanks around them. */
    public static List<String> cells(String line) {
        return cells(line, ',');
    }

    /** The cells of a row, without the blanks around them. */
    public static List<String> cells(String line, char separator) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            var doubled = quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"';
            if (doubled) {
                cell.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
