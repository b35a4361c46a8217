// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A payment to the outside was made, or was not. Sent once per payout.
 *
 * @param reference what the bank or the chain calls it; empty if nobody said in time what became of it
 */
public record PayoutEndedV1(String community, String payout, Outcome outcome, String reference, Instant at)
        implements TreasuryEvent {
    /** What became of it. */
    public enum Outcome {
        @JsonProperty("done")
        DONE,
        @JsonProperty("failed")
        FAILED,
        @JsonProperty("expired")
        EXPIRED
    }

    public PayoutEndedV1 {
        Fields.hash("community", community);
        Fields.hash("payout", payout);
        Fields.given("outcome", outcome);
        Fields.given("reference", reference);
        Fields.millis("at", at);
    }
}
