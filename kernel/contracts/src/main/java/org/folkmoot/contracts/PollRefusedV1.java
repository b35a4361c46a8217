// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/** A poll cannot be held as it was defined, so its proposal cannot go on. Sent once per poll. */
public record PollRefusedV1(String community, String proposal, String poll, String reason, Instant at)
        implements VotingEvent {
    public PollRefusedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("poll", poll);
        Fields.text("reason", reason);
        Fields.millis("at", at);
    }

    @Override
    public String subject() {
        return poll;
    }
}
