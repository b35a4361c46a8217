// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.forecasting;

import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Periods;

/**
 * How far a forecast looks and into what it is divided: days, weeks from Monday on, or months of a place, half-open. The first
 * of them begins now and the last one ends where the forecast does, wherever in its day, week or month that is.
 *
 * @param begins where it begins
 * @param ends where each part ends, and the next one begins
 */
public record Horizon(Instant begins, List<Instant> ends) {
    /** Into how many parts it is divided at most. */
    public static final int MOST = 120;

    private static final int LONGEST_MONTH = 31;

    /** How long a part is. */
    public enum Every {
        DAY(Period.ofDays(1)),
        WEEK(Period.ofDays(7)),
        MONTH(Period.ofMonths(1));

        private final Period length;

        Every(Period length) {
            this.length = length;
        }

        private Duration longest() {
            return Duration.ofDays(length.toTotalMonths() * LONGEST_MONTH + length.getDays());
        }
    }

    public Horizon {
        ends = List.copyOf(ends);
        if (ends.isEmpty() || !ends.getFirst().isAfter(begins)) throw new IllegalArgumentException("nothing is ahead");
    }

    /** Nothing if the end is not ahead, or if there would be too many parts until then. */
    public static Optional<Horizon> of(Instant now, Instant until, Every every, ZoneId zone) {
        // What is beyond this has too many parts in any case, and calendars end somewhere.
        var farthest = now.plus(every.longest().multipliedBy(MOST + 1L));
        if (!until.isAfter(now) || until.isAfter(farthest)) return Optional.empty();
        var periods = new Periods(Periods.FIRST, every.length, zone);
        long first = periods.of(now);
        var ends = new ArrayList<Instant>();
        for (long next = first + 1; periods.start(next).isBefore(until); next++) ends.add(periods.start(next));
        ends.add(until);
        return ends.size() > MOST ? Optional.empty() : Optional.of(new Horizon(now, ends));
    }

    /** Where it ends. */
    public Instant until() {
        return ends.getLast();
    }
}
