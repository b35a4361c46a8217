// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.record;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;

/** Writes times the one way in which they stand in signed documents: UTC, with milliseconds. */
public final class Times {
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withResolverStyle(ResolverStyle.STRICT)
            .withZone(ZoneOffset.UTC);
    private static final int LENGTH = "2026-11-20T10:00:00.000Z".length();

    private Times() {}

    /** Writes a time such as 2026-11-20T10:00:00.000Z. */
    public static String text(Instant time) {
        if (!time.truncatedTo(ChronoUnit.MILLIS).equals(time))
            throw new IllegalArgumentException("times have whole milliseconds here: " + time);
        var text = FORMAT.format(time);
        if (text.length() != LENGTH) throw new IllegalArgumentException("outside the years 0000 to 9999: " + time);
        return text;
    }

    /** Reads a time such as 2026-11-20T10:00:00.000Z, and no other spelling. */
    public static Instant parse(String text) {
        if (text.length() != LENGTH) throw new IllegalArgumentException("not a time with milliseconds in UTC");
        try {
            return FORMAT.parse(text, Instant::from);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a time with milliseconds in UTC", e);
        }
    }
}
