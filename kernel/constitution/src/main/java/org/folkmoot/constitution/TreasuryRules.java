// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What a community says about its money beyond its assets and accounts: the section {@code treasury} of a constitution.
 *
 * @param zone the place whose calendar counts
 * @param schedules what happens to it by the calendar
 * @param commitment from when on what proposals will move is set aside
 * @param spending how much may leave its accounts, and how
 * @param expenses how members are paid back what they spent for the community, by name
 * @param outside what is said about money that is kept outside
 */
public record TreasuryRules(
        ZoneId zone,
        Schedules schedules,
        Commitment commitment,
        Spending spending,
        Map<String, ExpenseRule> expenses,
        Outside outside) {
    /** What holds if nothing is said. */
    public static final TreasuryRules NONE =
            new TreasuryRules(ZoneOffset.UTC, Schedules.NONE, Commitment.NEVER, Spending.NONE, Map.of(), Outside.NONE);
}
