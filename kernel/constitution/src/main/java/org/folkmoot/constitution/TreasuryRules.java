// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * What a community says about its money beyond its assets and accounts: the section {@code treasury} of a constitution.
 *
 * @param zone the place whose calendar counts
 * @param outside what is said about money that is kept outside
 */
public record TreasuryRules(ZoneId zone, Outside outside) {
    /** What holds if nothing is said. */
    public static final TreasuryRules NONE = new TreasuryRules(ZoneOffset.UTC, Outside.NONE);
}
