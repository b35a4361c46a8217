// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.forecasting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Courses;
import org.folkmoot.treasury.domain.forecasting.Asked;
import org.folkmoot.treasury.domain.forecasting.Course;
import org.folkmoot.treasury.domain.forecasting.Horizon;

/** Reads all that a forecast of the calendar begins with, so that it is reckoned without the database. */
@ApplicationScoped
class ReadCourse {
    private final Courses courses;
    private final ForecastRows rows;
    private final ReadQuestion readQuestion;

    ReadCourse(Courses courses, ForecastRows rows, ReadQuestion readQuestion) {
        this.courses = courses;
        this.rows = rows;
        this.readQuestion = readQuestion;
    }

    /**
     * Where a forecast begins.
     *
     * @param names the accounts that are asked about
     */
    record Begun(Asked asked, Horizon horizon, Course course, Set<String> names) {}

    @Transactional
    Begun handle(Hash community, ForecastQuery query) {
        var question = readQuestion.handle(community, query);
        var asked = question.asked();
        var course = courses.begin(community, asked.asset(), question.horizon().begins());
        return new Begun(asked, question.horizon(), course, Set.copyOf(rows.names(asked)));
    }
}
