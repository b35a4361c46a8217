// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A community has a new constitution. Sent once per amendment.
 *
 * @param previousHash the hash of the constitution that it replaces
 * @param constitution the canonical constitution, as JSON text
 * @param proposal the proposal that was enacted
 */
public record ConstitutionAmendedV1(
        String community,
        String previousHash,
        String constitutionHash,
        String constitution,
        Instant amendedAt,
        String proposal)
        implements IdentityEvent {
    public ConstitutionAmendedV1 {
        Fields.hash("community", community);
        Fields.hash("previousHash", previousHash);
        Fields.hash("constitutionHash", constitutionHash);
        Fields.text("constitution", constitution);
        Fields.millis("amendedAt", amendedAt);
        Fields.hash("proposal", proposal);
    }
}
