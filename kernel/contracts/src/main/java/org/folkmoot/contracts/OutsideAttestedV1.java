// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A member said what happened to money that is kept outside, or corrected what the member had said. Sent once per act that
 * counts.
 *
 * @param attestation what it is about: the hash of community, asset, kind and reference
 * @param kind deposit, withdrawal or payout
 * @param reference what the bank or the chain calls it
 */
public record OutsideAttestedV1(
        String community, String attestation, String kind, String asset, String reference, String member, Instant at)
        implements TreasuryEvent {
    public OutsideAttestedV1 {
        Fields.hash("community", community);
        Fields.hash("attestation", attestation);
        Fields.text("kind", kind);
        Fields.text("asset", asset);
        Fields.text("reference", reference);
        Fields.hash("member", member);
        Fields.millis("at", at);
    }
}
