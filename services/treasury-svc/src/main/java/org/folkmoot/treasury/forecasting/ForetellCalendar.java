// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Courses;
import org.folkmoot.treasury.TooManyPromises;
import org.folkmoot.treasury.domain.forecasting.Course;
import org.folkmoot.treasury.domain.forecasting.Foreseen;

/** Foretells what the calendar will do if nothing else happens, part by part of the time ahead. */
@ApplicationScoped
class ForetellCalendar {
    private final Courses courses;
    private final ForecastRows rows;
    private final ReadQuestion readQuestion;

    ForetellCalendar(Courses courses, ForecastRows rows, ReadQuestion readQuestion) {
        this.courses = courses;
        this.rows = rows;
        this.readQuestion = readQuestion;
    }

    @Transactional
    CalendarForecastView handle(Hash community, ForecastQuery query) {
        var question = readQuestion.handle(community, query);
        var asked = question.asked();
        var course = courses.begin(community, asked.asset(), question.horizon().begins());
        var names = Set.copyOf(rows.names(asked));
        var holds = course.held(names);
        return Foreseen.of(course, question.horizon(), names)
                .map(parts -> CalendarForecastView.of(asked, holds, parts))
                .orElseThrow(() -> new TooManyPromises(Course.MOST));
    }
}
