// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.math.BigInteger;
import java.time.Instant;

/**
 * A member wants to be paid back. Sent once per claim.
 *
 * @param expense the claim's hash
 * @param account the account that would pay
 * @param amount in minor units
 */
public record ExpenseClaimedV1(
        String community, String expense, String member, String account, String asset, BigInteger amount, Instant at)
        implements TreasuryEvent {
    public ExpenseClaimedV1 {
        Fields.hash("community", community);
        Fields.hash("expense", expense);
        Fields.hash("member", member);
        Fields.text("account", account);
        Fields.text("asset", asset);
        Fields.notNegative("amount", amount);
        Fields.millis("at", at);
    }
}
