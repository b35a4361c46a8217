// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.math.BigInteger;
import java.time.Instant;

/** The roll of a poll is frozen and the poll stands; ballots are taken from opensAt to closesAt. Sent once per poll. */
public record PollOpenedV1(
        String community,
        String proposal,
        String poll,
        long rollMembers,
        BigInteger rollPower,
        Instant opensAt,
        Instant closesAt,
        Instant openedAt)
        implements VotingEvent {
    public PollOpenedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("poll", poll);
        Fields.atLeast("rollMembers", 0, rollMembers);
        Fields.notNegative("rollPower", rollPower);
        Fields.millis("opensAt", opensAt);
        Fields.millis("closesAt", closesAt);
        Fields.millis("openedAt", openedAt);
        if (!opensAt.isBefore(closesAt))
            throw new IllegalArgumentException("opens at " + opensAt + ", but closes at " + closesAt);
    }

    @Override
    public String subject() {
        return poll;
    }
}
