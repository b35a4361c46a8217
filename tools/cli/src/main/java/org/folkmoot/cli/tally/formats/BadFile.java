// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.cli.tally.formats;

/** Says what cannot be read in a file, and where. */
public final class BadFile extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** Makes one for a line, counted from 1. */
    public BadFile(String file, long line, String reason) {
        super("%s, line %d: %s".formatted(file, line, reason), null, false, false);
    }
}
