// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** Enough members decided about what another one wants to be paid back. Sent once per claim. */
public record ExpenseEndedV1(String community, String expense, Outcome outcome, Instant at) implements TreasuryEvent {
    /** What they decided. */
    public enum Outcome {
        @JsonProperty("paid")
        PAID,
        @JsonProperty("refused")
        REFUSED
    }

    public ExpenseEndedV1 {
        Fields.hash("community", community);
        Fields.hash("expense", expense);
        Fields.given("outcome", outcome);
        Fields.millis("at", at);
    }
}
