// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads instants in UTC, to the millisecond: what is local to a place has no one meaning. */
public final class Moments {
    private static final Pattern WRITTEN =
            Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,3})?)?Z");

    private Moments() {}

    /** An instant such as {@code 2026-01-01T00:00:00Z}, or nothing. */
    public static Optional<Instant> instant(String text) {
        if (!WRITTEN.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** An instant, or a duration since another one. */
    public static Optional<Instant> read(String text, Instant since) {
        return instant(text).or(() -> Durations.read(text).map(since::plus));
    }
}
