// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/** An author took a submitted proposal back before its vote opened, so its poll must not open. Sent once per proposal. */
public record ProposalCancelledV1(String community, String proposal, String poll, String reason, Instant at)
        implements ProposalsEvent {
    public ProposalCancelledV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("poll", poll);
        Fields.given("reason", reason);
        Fields.millis("at", at);
    }
}
