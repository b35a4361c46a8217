// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.domain.scheduling;

import java.util.Map;
import org.folkmoot.constitution.Schedules;
import org.folkmoot.treasury.domain.Word;

/**
 * The kinds of things that happen by the calendar, in the order in which those of one moment happen: what was kept decays
 * before anything new comes in, members have their income before they pay, and budgets are filled from what they paid.
 */
public enum Kind {
    DEMURRAGE,
    INCOME,
    DUES,
    BUDGET;

    /** The rules of this kind, by name. */
    public Map<String, ? extends Schedules.Rule> of(Schedules schedules) {
        return switch (this) {
            case DEMURRAGE -> schedules.demurrage();
            case INCOME -> schedules.incomes();
            case DUES -> schedules.dues();
            case BUDGET -> schedules.budgets();
        };
    }

    /** The word for it. */
    public String word() {
        return Word.of(this);
    }
}
