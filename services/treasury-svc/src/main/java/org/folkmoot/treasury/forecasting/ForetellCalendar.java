// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.TooManyPromises;
import org.folkmoot.treasury.domain.forecasting.Course;
import org.folkmoot.treasury.domain.forecasting.Foreseen;

/** Foretells what the calendar will do if nothing else happens, part by part of the time ahead. */
@ApplicationScoped
class ForetellCalendar {
    private final ReadCourse readCourse;
    private final Turn turn;

    ForetellCalendar(ReadCourse readCourse, Turn turn) {
        this.readCourse = readCourse;
        this.turn = turn;
    }

    CalendarForecastView handle(Hash community, ForecastQuery query) {
        return turn.take(() -> foretell(readCourse.handle(community, query)));
    }

    private static CalendarForecastView foretell(ReadCourse.Begun begun) {
        var holds = begun.course().held(begun.names());
        return Foreseen.of(begun.course(), begun.horizon(), begun.names())
                .map(parts -> CalendarForecastView.of(begun.asked(), holds, parts))
                .orElseThrow(() -> new TooManyPromises(Course.MOST));
    }
}
