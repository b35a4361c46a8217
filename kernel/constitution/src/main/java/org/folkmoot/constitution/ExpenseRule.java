// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.constitution;

import java.math.BigInteger;
import java.time.Duration;

/**
 * How members are paid back what they spent for the community.
 *
 * @param from the account that pays
 * @param asset the code of what it holds
 * @param role who approves
 * @param atLeast how many of them, none of whom is the one who is paid
 * @param most the most that is paid back at once, in minor units
 * @param within how long a claim waits until it has expired
 */
public record ExpenseRule(String from, String asset, String role, int atLeast, BigInteger most, Duration within) {
    /** How long a claim waits if nothing is said. */
    public static final Duration WITHIN = Duration.ofDays(30);
}
