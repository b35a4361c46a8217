// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.time.Instant;

/**
 * A proposal ended for which something was to be put down, and its policy says what becomes of that. Sent once per proposal,
 * also where the treasury took nothing; then there is nothing to be done.
 *
 * @param deposit the hash that names the deposit
 * @param fate where the part goes
 * @param part how much of it goes there, in minor units; the rest is refunded
 * @param reason how the proposal ended
 */
public record DepositReleasedV1(
        String community, String proposal, String deposit, Fate fate, BigInteger part, String reason, Instant at)
        implements ProposalsEvent {
    /** Where a deposit can go. */
    public enum Fate {
        @JsonProperty("refund")
        REFUND,
        @JsonProperty("burn")
        BURN,
        @JsonProperty("treasury")
        TREASURY
    }

    public DepositReleasedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("deposit", deposit);
        Fields.given("fate", fate);
        Fields.notNegative("part", part);
        Fields.text("reason", reason);
        Fields.millis("at", at);
    }
}
