// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * What a proposal's actions will move cannot be set aside, and nothing of it was. Sent once per answer to a
 * {@link CommitmentDueV1}.
 *
 * @param reason the type of the problem, such as {@code insufficient-funds}
 * @param detail the reason as a sentence
 */
public record CommitmentRefusedV1(
        String community, String proposal, String commitment, String reason, String detail, Instant at)
        implements TreasuryEvent {
    public CommitmentRefusedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("commitment", commitment);
        Fields.text("reason", reason);
        Fields.given("detail", detail);
        Fields.millis("at", at);
    }
}
