// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What a community says about its money beyond its assets and accounts: the section {@code treasury} of a constitution.
 *
 * @param zone the place whose calendar counts
 * @param schedules what happens to it by the calendar
 */
public record TreasuryRules(ZoneId zone, Schedules schedules) {
    /** What holds if nothing is said. */
    public static final TreasuryRules NONE = new TreasuryRules(ZoneOffset.UTC, Schedules.NONE);
}
