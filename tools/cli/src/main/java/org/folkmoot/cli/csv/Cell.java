// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.csv;

/** Where in a cell a row of separated values is: only quotes that begin a cell hold separators and new lines together. */
public enum Cell {
    /** Nothing but blanks so far. */
    BEGUN,
    /** What is not in quotes; a quote in it is a character like others. */
    PLAIN,
    /** In quotes. */
    QUOTED,
    /** Behind a quote that ends a cell, or is the first of two that stand for one. */
    CLOSED;

    /** Where the row is after one more character. */
    public Cell after(char c, boolean separator) {
        return switch (this) {
            case QUOTED -> c == '"' ? CLOSED : QUOTED;
            case CLOSED -> c == '"' ? QUOTED : separator ? BEGUN : PLAIN;
            case PLAIN -> separator ? BEGUN : PLAIN;
            case BEGUN -> c == '"' ? QUOTED : separator || Character.isWhitespace(c) ? BEGUN : PLAIN;
        };
    }

    /** Whether a character here is one of the value. */
    boolean holds(char c) {
        return c != '"' || this == PLAIN || this == CLOSED;
    }
}
