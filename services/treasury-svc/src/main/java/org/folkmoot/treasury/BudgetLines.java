// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury;

import java.time.LocalDate;
import java.util.List;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.domain.scheduling.Envelope;

/** Knows what became of budgets in their last period. */
public interface BudgetLines {
    /**
     * A budget against what became of it.
     *
     * @param period the first day of its period
     */
    record BudgetLine(String envelope, String asset, LocalDate period, Envelope figures) {}

    /** Budgets by the name of their envelope. */
    List<BudgetLine> budgets(Hash community, int most);
}
