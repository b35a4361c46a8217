// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.math.BigInteger;
import java.time.Instant;

/**
 * A proposal was submitted whose author has to put something down before it is voted on. Sent once per proposal.
 *
 * @param deposit the hash that names the deposit
 * @param author the hash of the member who puts it down
 * @param amount in minor units
 * @param act the submission as the author signed it
 */
public record DepositDueV1(
        String community,
        String proposal,
        String deposit,
        String author,
        String asset,
        BigInteger amount,
        Instant at,
        Signed act)
        implements ProposalsEvent {
    public DepositDueV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("deposit", deposit);
        Fields.hash("author", author);
        Fields.text("asset", asset);
        if (Fields.given("amount", amount).signum() <= 0)
            throw new IllegalArgumentException("amount is not positive: " + amount);
        Fields.millis("at", at);
        Fields.given("act", act);
    }
}
