// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;

/**
 * What a community says about its money beyond its assets and accounts: the section {@code treasury} of a constitution.
 *
 * @param zone the place whose calendar counts
 * @param expenses how members are paid back what they spent for the community, by name
 */
public record TreasuryRules(ZoneId zone, Map<String, ExpenseRule> expenses) {
    /** What holds if nothing is said. */
    public static final TreasuryRules NONE = new TreasuryRules(ZoneOffset.UTC, Map.of());
}
