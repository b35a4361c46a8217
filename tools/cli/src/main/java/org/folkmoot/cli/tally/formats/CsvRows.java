// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The rows of comma-separated values (RFC 4180), one after the other: a cell with commas, quotes or new lines is quoted. */
final class CsvRows implements Closeable {
    private static final int LONGEST = 1_000_000;

    private final Lines lines;

    CsvRows(Path path) throws IOException {
        lines = new Lines(path);
    }

    /** The next row that is not blank, or null at the end. */
    @Nullable
    String next() throws IOException {
        var row = lines.next();
        if (row == null || isWhole(row)) {
            return row;
        }
        var begun = lines.number();
        var together = new StringBuilder(row);
        while (!isWhole(together)) {
            var more = lines.next();
            if (more == null || together.length() > LONGEST) {
                throw new BadFile(lines.file(), begun, "a quote that begins here does not end");
            }
            together.append('\n').append(more);
        }
        return together.toString();
    }

    /** The number of the line that was read last. */
    long number() {
        return lines.number();
    }

    // Doubled quotes inside a cell cancel out.
    private static boolean isWhole(CharSequence row) {
        var quotes = 0;
        for (var at = 0; at < row.length(); at++) {
            quotes += row.charAt(at) == '"' ? 1 : 0;
        }
        return quotes % 2 == 0;
    }

    /** What stands from a column on, or null where the row ends before it. */
    static @Nullable String from(String row, int column) {
        var quoted = false;
        var left = column;
        for (var at = 0; at < row.length() && left > 0; at++) {
            var c = row.charAt(at);
            quoted = (c == '"') != quoted;
            if (c == ',' && !quoted && --left == 0) {
                return row.substring(at + 1);
            }
        }
        return left == 0 ? row : null;
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}
