// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.math.BigInteger;
import java.time.Instant;

/**
 * A decision ordered a payment to the outside, which people make. Sent once per payout.
 *
 * @param payout the enactment that ordered it
 * @param account the account that it came out of
 * @param amount in minor units
 * @param deadline from this moment on it has expired
 */
public record PayoutOrderedV1(
        String community,
        String payout,
        String proposal,
        String account,
        String asset,
        BigInteger amount,
        Instant at,
        Instant deadline)
        implements TreasuryEvent {
    public PayoutOrderedV1 {
        Fields.hash("community", community);
        Fields.hash("payout", payout);
        Fields.hash("proposal", proposal);
        Fields.text("account", account);
        Fields.text("asset", asset);
        Fields.notNegative("amount", amount);
        Fields.millis("at", at);
        Fields.millis("deadline", deadline);
    }
}
