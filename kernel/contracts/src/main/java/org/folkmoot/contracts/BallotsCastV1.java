// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.util.List;

/**
 * Ballots of a poll were accepted, in the order of their numbers.
 *
 * <p>Every ballot is sent at least once. After a crash a chunk can come again with another end, so a reader keeps the
 * last number that it has and skips what is not above it.
 *
 * @param from the number of the first ballot
 * @param to the number of the last ballot
 */
public record BallotsCastV1(String community, String poll, long from, long to, List<CastEntry> ballots)
        implements VotingEvent {
    /** The most ballots that one event carries. */
    public static final int MOST = 1_000;

    public BallotsCastV1 {
        Fields.hash("community", community);
        Fields.hash("poll", poll);
        ballots = Fields.list("ballots", ballots, 1, MOST);
        if (ballots.getFirst().number() != from || ballots.getLast().number() != to)
            throw new IllegalArgumentException("the ballots are not those from " + from + " to " + to);
    }

    @Override
    public String subject() {
        return poll;
    }
}
