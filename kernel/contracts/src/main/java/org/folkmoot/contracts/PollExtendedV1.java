// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A poll closes at another moment than was known so far. Sent whenever that changes, in order per poll.
 *
 * @param closesAt the first moment at which no ballot is accepted any more, as far as is known now
 * @param reason what has moved it, as a sentence
 * @param at when that happened
 */
public record PollExtendedV1(
        String community, String proposal, String poll, Instant closesAt, String reason, Instant at)
        implements VotingEvent {
    public PollExtendedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("poll", poll);
        Fields.millis("closesAt", closesAt);
        Fields.text("reason", reason);
        Fields.millis("at", at);
    }

    @Override
    public String subject() {
        return poll;
    }
}
