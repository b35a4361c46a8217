// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * Enough members said the same about money that is kept outside, and the ledger followed or refused to. Sent once per
 * attestation.
 *
 * @param attestation what it is about: the hash of community, asset, kind and reference
 * @param kind deposit, withdrawal or payout
 * @param reason why it was refused; empty if it was done
 */
public record OutsideSettledV1(
        String community,
        String attestation,
        String kind,
        String asset,
        String reference,
        Outcome outcome,
        String reason,
        Instant at)
        implements TreasuryEvent {
    /** What became of it. */
    public enum Outcome {
        @JsonProperty("done")
        DONE,
        @JsonProperty("refused")
        REFUSED
    }

    public OutsideSettledV1 {
        Fields.hash("community", community);
        Fields.hash("attestation", attestation);
        Fields.text("kind", kind);
        Fields.text("asset", asset);
        Fields.text("reference", reference);
        Fields.given("outcome", outcome);
        Fields.given("reason", reason);
        Fields.millis("at", at);
    }
}
