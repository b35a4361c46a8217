// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.BudgetLines;

/** Says to other parts of the treasury what became of budgets. */
@ApplicationScoped
class ShowBudgets implements BudgetLines {
    private final CalendarRows rows;

    ShowBudgets(CalendarRows rows) {
        this.rows = rows;
    }

    @Override
    public List<BudgetLine> budgets(Hash community, int most) {
        return rows.budgets(community, "", most).stream()
                .map(row -> new BudgetLine(
                        row.turn().key().name(), row.turn().asset(), row.turn().day(), row.envelope()))
                .toList();
    }
}
