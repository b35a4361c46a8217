// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution.course;

import java.math.BigInteger;
import java.time.Instant;
import java.util.Collection;
import java.util.regex.Pattern;
import org.folkmoot.constitution.Durations;
import org.folkmoot.constitution.Moments;
import org.folkmoot.constitution.Nearest;
import org.folkmoot.constitution.Value;

/** Reads the values of a tally document that a constitution does not have: amounts, instants, and names from elsewhere. */
public final class Quantities {
    private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,59}");

    private Quantities() {}

    /** A whole number of any size, not below zero; one beyond 2^53 is written in quotes. */
    public static BigInteger number(Value value) {
        if (!value.isText() && !(value.data() instanceof Long)) {
            return BigInteger.valueOf(value.integer(0, Long.MAX_VALUE));
        }
        var written = value.data().toString();
        return NUMBER.matcher(written).matches()
                ? new BigInteger(written)
                : value.bad("'" + written + "' is not a whole number from 0 on.", "", BigInteger.ZERO);
    }

    /** An instant in UTC such as {@code 2026-01-01T00:00:00Z}. */
    public static Instant instant(Value value) {
        var written = value.text();
        return Moments.instant(written)
                .orElseGet(() -> value.isText()
                        ? value.bad(
                                "'" + written + "' is not an instant such as 2026-01-01T00:00:00Z.", "", Instant.EPOCH)
                        : Instant.EPOCH);
    }

    /** An instant in UTC, or a duration since another one. */
    public static Instant instant(Value value, Instant since) {
        var written = value.text();
        return Moments.read(written, since)
                .orElseGet(() -> value.isText()
                        ? value.bad(
                                "'" + written + "' is neither an instant such as 2026-01-01T00:00:00Z nor a duration"
                                        + " such as P2D.",
                                Durations.meant(written),
                                since)
                        : since);
    }

    /** One of some names. */
    public static String among(Value value, Collection<String> known, String what) {
        var written = value.text();
        return !value.isText() || known.contains(written)
                ? written
                : value.bad(
                        "'" + written + "' is no " + what + "; known are " + String.join(", ", known) + ".",
                        Nearest.to(written, known),
                        written);
    }
}
