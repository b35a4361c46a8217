// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.limiting;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.Optional;
import org.folkmoot.constitution.Periods;
import org.folkmoot.constitution.SpendingLimit;

/** The time that counts for a limit at a moment. */
public sealed interface Window {
    /**
     * A period of the calendar. It is told by its first day, which is the same where the zone is another one: who amends the
     * zone has spent what was spent.
     *
     * @param end the first moment of the next
     */
    record Calendar(LocalDate first, Instant end) implements Window {}

    /** What came after a moment. */
    record Rolling(Instant after, SpendingLimit.Span.Within span) implements Window {}

    /** The time that counts now. */
    static Window of(SpendingLimit limit, ZoneId zone, Instant now) {
        return switch (limit.span()) {
            case SpendingLimit.Span.Every(Period length) -> {
                var periods = new Periods(Periods.FIRST, length, zone);
                long number = periods.of(now);
                yield new Calendar(periods.day(number), periods.start(number + 1));
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
