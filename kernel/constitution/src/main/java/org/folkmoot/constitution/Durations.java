// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads durations in days, hours, minutes and seconds: months and years have no fixed length. */
public final class Durations {
    private static final Pattern WRITTEN =
            Pattern.compile("P(?=.)([0-9]{1,6}D)?(T(?=.)([0-9]{1,8}H)?([0-9]{1,8}M)?([0-9]{1,8}(\\.[0-9]{1,3})?S)?)?");
    private static final Pattern LOOSE = Pattern.compile("p?t?\\s*([0-9]{1,6})\\s*([a-z]+)");

    private Durations() {}

    /** A duration such as {@code P5D}, or nothing. */
    public static Optional<Duration> read(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /** What somebody meant who wrote {@code 5d}, {@code 2 weeks} or {@code P1W}. */
    public static String meant(String text) {
        var match = LOOSE.matcher(text.toLowerCase(Locale.ROOT).strip());
        if (!match.matches()) {
            return "";
        }
        var count = Long.parseLong(match.group(1));
        var time = text.toUpperCase(Locale.ROOT).startsWith("PT");
        return switch (match.group(2)) {
            case "s", "sec", "secs", "second", "seconds" -> "PT" + count + "S";
            case "min", "mins", "minute", "minutes" -> "PT" + count + "M";
            case "m" -> time ? "PT" + count + "M" : "P" + count * 30 + "D";
            case "h", "hour", "hours" -> "PT" + count + "H";
            case "d", "day", "days" -> "P" + count + "D";
            case "w", "week", "weeks" -> "P" + count * 7 + "D";
            case "month", "months" -> "P" + count * 30 + "D";
            case "y", "year", "years" -> "P" + count * 365 + "D";
            default -> "";
        };
    }
}
