// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.math.BigInteger;
import java.time.Instant;

/**
 * A deposit that was kept went where its proposal's policy sent it. Sent once per answer to a {@link DepositReleasedV1}.
 *
 * @param refunded what went back to the author, in minor units
 * @param burned what was taken out of the world
 * @param forfeited what went to the treasury
 */
public record DepositSettledV1(
        String community,
        String proposal,
        String deposit,
        BigInteger refunded,
        BigInteger burned,
        BigInteger forfeited,
        Instant at)
        implements TreasuryEvent {
    public DepositSettledV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("deposit", deposit);
        Fields.notNegative("refunded", refunded);
        Fields.notNegative("burned", burned);
        Fields.notNegative("forfeited", forfeited);
        Fields.millis("at", at);
    }
}
