// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.math.BigInteger;
import java.time.Instant;

/**
 * One of many movements that are told together.
 *
 * @param transfer the hash of what moved it; several movements may have the same
 * @param amount in minor units
 * @param cause the hash of the act, enactment or constitution that moved it
 */
public record PostedEntry(
        String transfer, String debit, String credit, String asset, BigInteger amount, String cause, Instant postedAt) {
    public PostedEntry {
        Fields.hash("transfer", transfer);
        Fields.text("debit", debit);
        Fields.text("credit", credit);
        Fields.text("asset", asset);
        if (Fields.given("amount", amount).signum() <= 0)
            throw new IllegalArgumentException("amount is not positive: " + amount);
        Fields.hash("cause", cause);
        Fields.millis("postedAt", postedAt);
    }

    /** The same movement as it is told alone. */
    public static PostedEntry of(TransferPostedV1 posted) {
        return new PostedEntry(
                posted.transfer(),
                posted.debit(),
                posted.credit(),
                posted.asset(),
                posted.amount(),
                posted.cause(),
                posted.postedAt());
    }
}
