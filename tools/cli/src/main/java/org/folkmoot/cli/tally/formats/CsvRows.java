// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.folkmoot.cli.csv.Cell;
import org.folkmoot.cli.csv.CsvLine;
import org.jspecify.annotations.Nullable;

/**
 * The rows of separated values (RFC 4180), one after the other: a cell with separators or new lines is quoted. The separator
 * is a tab if the header has one outside of quotes, else a semicolon if it has one, else a comma; or what a line
 * {@code sep=;} before it says, which some spreadsheets write.
 */
final class CsvRows implements Closeable {
    private static final int LONGEST = 1_000_000;
    private static final Pattern DECLARED = Pattern.compile("\\s*\"?[sS][eE][pP]=([,;\t|])\"?[,;\\s]*");

    private final Lines lines;
    private char separator;

    CsvRows(Path path) throws IOException {
        this(new Lines(path), ',');
    }

    /** Rows of which the separator is known. */
    CsvRows(Lines lines, char separator) {
        this.lines = lines;
        this.separator = separator;
    }

    /** The names of the columns. */
    List<String> header() throws IOException {
        var line = lines.next(separator);
        if (line == null) {
            throw new BadFile(lines.file(), 1, "the file is empty");
        }
        var declared = DECLARED.matcher(line);
        if (declared.matches()) {
            separator = declared.group(1).charAt(0);
            line = lines.next(separator);
            if (line == null) {
                throw lines.bad("the file has no header");
            }
        } else {
            separator = separator(line);
        }
        return cells(whole(line));
    }

    /** The next row that is not blank, or null at the end. */
    @Nullable
    String next() throws IOException {
        var row = lines.next(separator);
        return row == null ? null : whole(row);
    }

    List<String> cells(String row) {
        return CsvLine.cells(row, separator);
    }

    private String whole(String row) throws IOException {
        var end = end(Cell.BEGUN, row);
        if (end != Cell.QUOTED) {
            return row;
        }
        var begun = lines.number();
        var together = new StringBuilder(row);
        while (end == Cell.QUOTED) {
            var more = lines.next(separator);
            if (more == null || together.length() > LONGEST) {
                throw new BadFile(lines.file(), begun, "a quote that begins here does not end");
            }
            together.append('\n').append(more);
            end = end(end, more);
        }
        return together.toString();
    }

    /** Where in a cell a row ends. */
    private Cell end(Cell from, String row) {
        var cell = from;
        for (var at = 0; at < row.length(); at++) {
            var c = row.charAt(at);
            cell = cell.after(c, c == separator);
        }
        return cell;
    }

    /** The number of the line that was read last. */
    long number() {
        return lines.number();
    }

    private static char separator(String header) {
        var found = ',';
        var cell = Cell.BEGUN;
        for (var at = 0; at < header.length(); at++) {
            var c = header.charAt(at);
            var separates = cell != Cell.QUOTED && (c == ',' || c == ';' || c == '\t');
            if (separates && c == '\t') {
                return c;
            }
            found = separates && c == ';' ? c : found;
            cell = cell.after(c, separates);
        }
        return found;
    }

    /** What stands from a column on, or null where the row ends before it. */
    @Nullable
    String from(String row, int column) {
        var cell = Cell.BEGUN;
        var left = column;
        for (var at = 0; at < row.length() && left > 0; at++) {
            var c = row.charAt(at);
            if (c == separator && cell != Cell.QUOTED && --left == 0) {
                return row.substring(at + 1);
            }
            cell = cell.after(c, c == separator);
        }
        return left == 0 ? row : null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
