// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A proposal's constitution wants set aside what its actions will move, before they are enacted. Sent once per proposal.
 *
 * @param commitment the hash that names what is set aside
 * @param actions those of the proposal that may be enacted, each with its place, as {@code [{"action":…,"index":…},…]}:
 *     canonical JSON, as text
 */
public record CommitmentDueV1(String community, String proposal, String commitment, String actions, Instant at)
        implements ProposalsEvent {
    public CommitmentDueV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("commitment", commitment);
        Fields.text("actions", actions);
        Fields.millis("at", at);
    }
}
