// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.math.BigInteger;
import java.time.Instant;

/**
 * Money went from one account to another. Sent once per transfer.
 *
 * @param transfer the transfer's hash
 * @param number the transfer's place in the community's journal, from 1
 * @param debit the account that the money left
 * @param credit the account that the money came to
 * @param amount in minor units
 * @param cause the hash of the act, enactment or constitution that moved it
 */
public record TransferPostedV1(
        String community,
        String transfer,
        long number,
        String debit,
        String credit,
        String asset,
        BigInteger amount,
        String cause,
        Instant postedAt)
        implements TreasuryEvent {
    public TransferPostedV1 {
        Fields.hash("community", community);
        Fields.hash("transfer", transfer);
        Fields.atLeast("number", 1, number);
        Fields.text("debit", debit);
        Fields.text("credit", credit);
        Fields.text("asset", asset);
        if (Fields.given("amount", amount).signum() <= 0)
            throw new IllegalArgumentException("amount is not positive: " + amount);
        Fields.hash("cause", cause);
        Fields.millis("postedAt", postedAt);
    }
}
