// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A calendar's periods of one length in a place, numbered from the one that begins on the first day. They are half-open and
 * leave no gap.
 *
 * <p>Every start is counted from the first day, never from the start before it: months from the 31st begin on the last day of
 * a month that has no 31st, and on the 31st again in the next. A period begins with its day, at midnight in the zone; where a
 * change of clocks leaves that midnight out, with the first moment of the day, and where it happens twice, with the first.
 *
 * @param first the first day of period 0
 * @param every their length: days, months or years, one of them
 */
public record Periods(LocalDate first, Period every, ZoneId zone) {
    /** A Monday and the first day of a year, of a quarter and of a month: what periods are counted from if nothing is said. */
    public static final LocalDate FIRST = LocalDate.of(2001, 1, 1);

    private static final Pattern WRITTEN = Pattern.compile("P[1-9][0-9]{0,3}[DWMY]");

    public Periods {
        if (every.isNegative() || every.isZero() || every.getDays() > 0 && every.toTotalMonths() > 0)
            throw new IllegalArgumentException("not the length of a period: " + every);
    }

    /** Reads a length such as {@code P1M}; nothing if it is none. */
    public static Optional<Period> length(String written) {
        return WRITTEN.matcher(written).matches() ? Optional.of(Period.parse(written)) : Optional.empty();
    }

    /** When a period begins; the one before it ends then. */
    public Instant start(long number) {
        return day(number).atStartOfDay(zone).toInstant();
    }

    /** The first day of a period. */
    public LocalDate day(long number) {
        return every.toTotalMonths() > 0
                ? first.plusMonths(Math.multiplyExact(number, every.toTotalMonths()))
                : first.plusDays(Math.multiplyExact(number, every.getDays()));
    }

    /** The number of the period that a moment is in. */
    public long of(Instant moment) {
        var day = moment.atZone(zone).toLocalDate();
        long passed = every.toTotalMonths() > 0
                ? Math.floorDiv(ChronoUnit.MONTHS.between(first, day), every.toTotalMonths())
                : Math.floorDiv(ChronoUnit.DAYS.between(first, day), every.getDays());
        // Shortened months make the guess one too low or too high.
        while (start(passed).isAfter(moment)) passed--;
        while (!start(passed + 1).isAfter(moment)) passed++;
        return passed;
    }
}
