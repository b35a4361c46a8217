// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.folkmoot.constitution.Periods;
import org.folkmoot.constitution.SpendingLimit;

/** The time that counts for a limit at a moment. */
public sealed interface Window {
    /**
     * A period of the calendar, half-open.
     *
     * @param start its first moment, which is part of it
     * @param end the first moment of the next
     */
    record Calendar(Instant start, Instant end) implements Window {}

    /** What came after a moment. */
    record Rolling(Instant after, SpendingLimit.Span.Within span) implements Window {}

    /** The time that counts now. */
    static Window of(SpendingLimit limit, ZoneId zone, Instant now) {
        return switch (limit.span()) {
            case SpendingLimit.Span.Every(Period length) -> {
                var periods = new Periods(Periods.FIRST, length, zone);
                long number = periods.of(now);
                yield new Calendar(periods.start(number), periods.start(number + 1));
            }
            case SpendingLimit.Span.Within within -> new Rolling(now.minus(within.window()), within);
        };
    }

    /** When something of what was spent counts no more, if anything was. */
    default Optional<Instant> renews(Count count) {
        return switch (this) {
            case Calendar(var _, var end) -> Optional.of(end);
            case Rolling(var _, var span) -> count.oldest().map(oldest -> oldest.plus(span.window()));
        };
    }
}
