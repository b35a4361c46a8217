// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.folkmoot.cli.csv.Cell;
import org.folkmoot.cli.csv.CsvLine;
import org.jspecify.annotations.Nullable;

/**
 * The rows of separated values (RFC 4180), one after the other: a cell with separators or new lines is quoted. The separator
 * is that of tab, semicolon and comma outside of quotes with which the header has most of the columns that are looked for,
 * and the first of them where that is the same; or what a line {@code sep=;} before it says, which some spreadsheets write.
 */
final class CsvRows implements Closeable {
    private static final int LONGEST = 1_000_000;
    private static final String SEPARATORS = "\t;,";
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

    /**
     * The names of the columns.
     *
     * @param found how many of these are looked for
     */
    List<String> header(ToIntFunction<List<String>> found) throws IOException {
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
            return cells(whole(line, c -> c == separator));
        }
        var header = whole(line, CsvRows::mayBe);
        var unquoted = unquoted(header);
        var most = -1;
        for (var one : SEPARATORS.toCharArray()) {
            var columns = found.applyAsInt(CsvLine.cells(header, one));
            if (unquoted.indexOf(one) >= 0 && columns > most) {
                most = columns;
                separator = one;
            }
        }
        return cells(header);
    }

    private static boolean mayBe(int c) {
        return SEPARATORS.indexOf(c) >= 0;
    }

    /** What stands outside of quotes, whichever separator it is. */
    private static String unquoted(String header) {
        var unquoted = new StringBuilder();
        var cell = Cell.BEGUN;
        for (var at = 0; at < header.length(); at++) {
            var c = header.charAt(at);
            if (cell != Cell.QUOTED) {
                unquoted.append(c);
            }
            cell = cell.after(c, mayBe(c));
        }
        return unquoted.toString();
    }

    /** The next row that is not blank, or null at the end. */
    @Nullable
    String next() throws IOException {
        var row = lines.next(separator);
        return row == null ? null : whole(row, c -> c == separator);
    }

    List<String> cells(String row) {
        return CsvLine.cells(row, separator);
    }

    private String whole(String row, IntPredicate separates) throws IOException {
        var end = end(Cell.BEGUN, row, separates);
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
            end = end(end, more, separates);
        }
        return together.toString();
    }

    /** Where in a cell a row ends. */
    private static Cell end(Cell from, String row, IntPredicate separates) {
        var cell = from;
        for (var at = 0; at < row.length(); at++) {
            var c = row.charAt(at);
            cell = cell.after(c, separates.test(c));
        }
        return cell;
    }

    /** The number of the line that was read last. */
    long number() {
        return lines.number();
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
