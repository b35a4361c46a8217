// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A trustee gave its shares for the sealed ballots of a closed poll: a point for each ballot that counts, in the order of
 * their numbers, and one proof for all of them. Where there are many, they are told in parts, one after the other.
 *
 * @param trustee its place among the trustees of the constitution, from 1
 * @param from the place of the first point of this part, from 1
 * @param to the place of the last point of this part
 * @param of how many points there are in all parts
 * @param points the points of this part, 33 bytes each, one behind the other, base64
 * @param proof the proof for the points of all parts, base64
 */
public record SharesGivenV1(
        String community,
        String poll,
        int trustee,
        long from,
        long to,
        long of,
        String points,
        String proof,
        Instant at)
        implements VotingEvent {
    /** The most points that one event carries. */
    public static final int MOST = 10_000;

    public SharesGivenV1 {
        Fields.hash("community", community);
        Fields.hash("poll", poll);
        Fields.atLeast("trustee", 1, trustee);
        Fields.atLeast("from", 1, from);
        Fields.atLeast("to", from, to);
        Fields.atLeast("of", to, of);
        if (to - from >= MOST) throw new IllegalArgumentException("there are more than " + MOST + " points");
        Fields.text("points", points);
        Fields.text("proof", proof);
        Fields.millis("at", at);
    }

    @Override
    public String subject() {
        return poll;
    }
}
