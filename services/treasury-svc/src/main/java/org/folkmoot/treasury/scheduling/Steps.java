// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.folkmoot.constitution.ExpressionFailed;
import org.folkmoot.constitution.Schedules;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.scheduling.Timetable;

/** The steps that a calendar is made of, by the kind of what is next. */
@ApplicationScoped
class Steps {
    private final RunDemurrage demurrage;
    private final RunIncome income;
    private final RunDues dues;
    private final RunBudget budget;
    private final AgainDebts again;

    Steps(RunDemurrage demurrage, RunIncome income, RunDues dues, RunBudget budget, AgainDebts again) {
        this.demurrage = demurrage;
        this.income = income;
        this.dues = dues;
        this.budget = budget;
        this.again = again;
    }

    /** Goes on with a period. Where it cannot be said who takes part, nobody more does. */
    Progress advance(Progress progress, Timetable timetable) {
        try {
            return switch (progress.turn().rule()) {
                case Schedules.Demurrage rule -> demurrage.handle(progress, rule);
                case Schedules.Income rule -> income.handle(progress, rule);
                case Schedules.Dues rule -> dues.handle(progress, rule, timetable);
                case Schedules.Budget rule -> budget.handle(progress, rule);
            };
        } catch (ExpressionFailed e) {
            return progress.refused("expression-failed", String.valueOf(e.getMessage()));
        }
    }

    /** Asks again for debts of which it is time. */
    void ask(Hash community, Instant by, Timetable timetable, Instant now) {
        again.handle(community, by, timetable, now);
    }
}
