// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.csv;

import java.util.ArrayList;
import java.util.List;

/** One row of separated values (RFC 4180): a cell with separators, or that begins with a quote, stands in quotes. */
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
        var at = Cell.BEGUN;
        for (var i = 0; i < line.length(); i++) {
            var c = line.charAt(i);
            var ends = c == separator && at != Cell.QUOTED;
            if (ends) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else if (at.holds(c)) {
                cell.append(c);
            }
            at = at.after(c, ends);
        }
        cells.add(cell.toString().strip());
        return cells;
    }
}
