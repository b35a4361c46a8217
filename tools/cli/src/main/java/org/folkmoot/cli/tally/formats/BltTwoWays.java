// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

import org.jspecify.annotations.Nullable;

/**
 * Reads a list of ballots line by line and number by number at once, and tells in the end which of these is meant: a 0
 * inside a line is a rank with nobody on it, or ends a ballot, and what does not fit anywhere in the file decides.
 */
final class BltTwoWays {
    private final Lines lines;
    private final BltByLines byLines;
    private final BltByNumbers byNumbers;
    private @Nullable BadFile notByLines;
    private @Nullable BadFile notByNumbers;

    BltTwoWays(Lines lines, BltByLines byLines, BltByNumbers byNumbers) {
        this.lines = lines;
        this.byLines = byLines;
        this.byNumbers = byNumbers;
    }

    /** Takes what stands on the first line behind its two numbers. */
    void takeRest(String rest) {
        notByLines = lines.bad("the first line is the number of candidates and of seats");
        notByNumbers = tried(() -> byNumbers.takeRest(rest));
    }

    /** Takes the next line, and says whether to go on. */
    boolean take(String line) {
        if (notByLines == null) {
            notByLines = tried(() -> byLines.take(line));
        }
        if (notByNumbers == null) {
            notByNumbers = tried(() -> byNumbers.take(line));
        }
        return notByLines == null || notByNumbers == null;
    }

    private static @Nullable BadFile tried(Runnable reading) {
        try {
            reading.run();
            return null;
        } catch (BadFile e) {
            return e;
        }
    }

    /** The way that reads the file, once there are no more lines. */
    BltReading meant() {
        if (notByLines == null) {
            notByLines = tried(() -> all(byLines));
        }
        if (notByNumbers == null) {
            notByNumbers = tried(() -> all(byNumbers));
        }
        if (notByLines == null && notByNumbers == null && byLines.skips() > 0 && !byNumbers.isProven()) {
            throw new BadFile(
                    lines.file(),
                    byLines.skips(),
                    "a 0 inside a line is a rank with nobody on it, or ends a ballot, and nothing in the file says which: write"
                            + " '-' for such a rank, or each ballot on a line of its own");
        }
        if (notByLines == null && (notByNumbers != null || byLines.skips() == 0)) {
            return byLines;
        }
        if (notByNumbers != null) {
            throw byNumbers.isProven() || notByLines == null ? notByNumbers : notByLines;
        }
        if (byNumbers.goesOn() > 0 && !byNumbers.isProven()) {
            throw new BadFile(
                    lines.file(),
                    byNumbers.goesOn(),
                    "the line before does not end with 0: either a ballot lost its end there, or it goes on here; indent a line"
                            + " with which a ballot goes on");
        }
        return byNumbers;
    }

    private static void all(BltReading reading) {
        reading.list();
        reading.names().candidates();
    }
}
