// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A member claimed a bounty, attested a tranche, or said whom a bounty should go to. Sent once per act.
 *
 * @param about the hash of the work, the number of the tranche, or the account that should get it
 */
public record EscrowSayingAddedV1(String community, String escrow, Type type, String member, String about, Instant at)
        implements TreasuryEvent {
    /** What was said. */
    public enum Type {
        @JsonProperty("claim")
        CLAIM,
        @JsonProperty("attestation")
        ATTESTATION,
        @JsonProperty("award")
        AWARD
    }

    public EscrowSayingAddedV1 {
        Fields.hash("community", community);
        Fields.hash("escrow", escrow);
        Fields.given("type", type);
        Fields.hash("member", member);
        Fields.text("about", about);
        Fields.millis("at", at);
    }
}
