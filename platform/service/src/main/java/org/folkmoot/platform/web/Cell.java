// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

/** What somebody wrote freely, as a cell of a table (RFC 4180) in which no spreadsheet takes it for a formula. */
public final class Cell {
    /** With these a formula begins; with the apostrophe, what stands behind one. */
    private static final String GUARDED = "=+-@'\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private Cell() {}

    /** The text in quotes; behind an apostrophe if it would be taken for something else, so that one taken off gives it back. */
    public static String of(String text) {
        var guarded = !text.isEmpty() && GUARDED.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        return "\"" + guarded.replace("\"", "\"\"") + "\"";
    }
}
