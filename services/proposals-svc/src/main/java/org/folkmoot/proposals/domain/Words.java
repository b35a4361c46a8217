// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.nio.charset.StandardCharsets;

/** Checks the words that members write and others read, on screens and in logs. */
public final class Words {
    /** The most characters of a reason. */
    public static final int MOST_OF_A_REASON = 1_000;

    private Words() {}

    /** Accepts a single line with something in it. */
    public static void line(String field, String value, int mostCharacters) {
        if (value.isBlank()) throw invalid(field, "empty");
        if (value.codePointCount(0, value.length()) > mostCharacters)
            throw invalid(field, "longer than " + mostCharacters + " characters");
        if (!value.equals(value.strip())) throw invalid(field, "begins or ends with a space");
        if (value.codePoints().anyMatch(c -> breaks(c) || deceives(c)))
            throw invalid(field, "not plain text on one line");
    }

    /** Accepts text of any number of lines, none included. */
    public static void prose(String field, String value, int mostBytes) {
        if (value.getBytes(StandardCharsets.UTF_8).length > mostBytes)
            throw invalid(field, "larger than " + mostBytes + " bytes");
        if (value.codePoints().anyMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c) || deceives(c)))
            throw invalid(field, "not plain text");
    }

    private static boolean breaks(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.LINE_SEPARATOR
                || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
    }

    /** Finds the marks that turn the direction of text around, so that it shows something else than it says. */
    private static boolean deceives(int c) {
        return c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
    }

    private static Refused invalid(String field, String reason) {
        return new Refused(new Refusal.ContentInvalid(field, reason));
    }
}
