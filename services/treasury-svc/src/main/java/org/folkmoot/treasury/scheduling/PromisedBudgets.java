// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.constitution.Schedules.Budget;
import org.folkmoot.treasury.Promises;
import org.folkmoot.treasury.domain.forecasting.Asked;
import org.folkmoot.treasury.domain.forecasting.Forecast;
import org.folkmoot.treasury.domain.forecasting.Promise;
import org.folkmoot.treasury.domain.scheduling.Turn;

/**
 * Says what budgets take from an account and bring to it at the start of every period. Between the community's own accounts
 * they change nothing, so without an account there is nothing to say.
 */
@ApplicationScoped
class PromisedBudgets implements Promises {
    private static final String KIND = "budget";

    private final CalendarStore calendars;

    PromisedBudgets(CalendarStore calendars) {
        this.calendars = calendars;
    }

    @Override
    public void tell(Asked asked, Forecast forecast) {
        asked.account()
                .ifPresent(account -> calendars
                        .timetable(asked.community())
                        .all(calendars.begun(asked.community()))
                        .forEach(turn -> tell(turn, asked, account, forecast)));
    }

    private static void tell(Turn turn, Asked asked, String account, Forecast forecast) {
        if (!(turn.rule() instanceof Budget budget)
                || !budget.asset().equals(asked.asset().code())) return;
        var promise = new Promise.Repeated(budget.amount(), turn.at(), budget.periods());
        if (budget.from().equals(account)) forecast.out(KIND, promise);
        if (budget.name().equals(account)) forecast.in(KIND, promise);
    }
}
