// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** A proposal reached a state that it cannot leave. Sent once per proposal. */
public record ProposalEndedV1(String community, String proposal, State state, Instant at, String reason)
        implements ProposalsEvent {
    /** How a proposal can end. */
    public enum State {
        @JsonProperty("rejected")
        REJECTED,
        @JsonProperty("enacted")
        ENACTED,
        @JsonProperty("cancelled")
        CANCELLED,
        @JsonProperty("expired")
        EXPIRED
    }

    public ProposalEndedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.given("state", state);
        Fields.millis("at", at);
        Fields.given("reason", reason);
    }
}
