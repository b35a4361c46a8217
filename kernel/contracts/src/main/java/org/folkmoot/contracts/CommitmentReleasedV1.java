// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A proposal ended for which something was to be set aside: what is left of that is free. Sent once per proposal.
 *
 * @param commitment the hash that names what was set aside
 * @param actions those for which it was, as in {@link CommitmentDueV1}
 * @param reason how the proposal ended
 */
public record CommitmentReleasedV1(
        String community, String proposal, String commitment, String actions, String reason, Instant at)
        implements ProposalsEvent {
    public CommitmentReleasedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("commitment", commitment);
        Fields.text("actions", actions);
        Fields.text("reason", reason);
        Fields.millis("at", at);
    }
}
