// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/** All that a proposal's actions will move is set aside. Sent once per answer to a {@link CommitmentDueV1}. */
public record CommitmentTakenV1(String community, String proposal, String commitment, Instant at)
        implements TreasuryEvent {
    public CommitmentTakenV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("commitment", commitment);
        Fields.millis("at", at);
    }
}
