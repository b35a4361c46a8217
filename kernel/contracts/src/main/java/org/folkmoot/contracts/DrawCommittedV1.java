// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * Somebody committed to a value for the seed of a draw. Sent once per member and round, in order per draw.
 *
 * @param round the round, from 1
 * @param member the hash of the member
 * @param at when it was accepted
 * @param act what the member signed, with the commitment
 */
public record DrawCommittedV1(String community, String draw, int round, String member, Instant at, Signed act)
        implements VotingEvent {
    public DrawCommittedV1 {
        Fields.hash("community", community);
        Fields.hash("draw", draw);
        Fields.atLeast("round", 1, round);
        Fields.hash("member", member);
        Fields.millis("at", at);
        Fields.given("act", act);
    }

    @Override
    public String subject() {
        return draw;
    }
}
