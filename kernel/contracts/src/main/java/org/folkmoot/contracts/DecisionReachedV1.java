// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A poll closed and was decided. Sent once per poll.
 *
 * @param ballots how many members' ballots were counted
 * @param decidedAt the exact moment of the decision, which of most polls is the deadline; not the moment of the count
 */
public record DecisionReachedV1(
        String community,
        String proposal,
        String poll,
        Outcome outcome,
        List<String> winners,
        long ballots,
        long rollMembers,
        BigInteger rollPower,
        Map<String, BigInteger> counts,
        List<RoundEntry> rounds,
        List<TraceEntry> trace,
        Instant decidedAt)
        implements VotingEvent {
    /** What a poll can decide. */
    public enum Outcome {
        @JsonProperty("passed")
        PASSED,
        @JsonProperty("rejected")
        REJECTED
    }

    public DecisionReachedV1 {
        Fields.hash("community", community);
        Fields.hash("proposal", proposal);
        Fields.hash("poll", poll);
        Fields.given("outcome", outcome);
        winners = Fields.list("winners", winners);
        Fields.atLeast("ballots", 0, ballots);
        Fields.atLeast("rollMembers", 0, rollMembers);
        Fields.notNegative("rollPower", rollPower);
        counts = Fields.map("counts", counts);
        rounds = Fields.list("rounds", rounds);
        trace = Fields.list("trace", trace);
        Fields.millis("decidedAt", decidedAt);
    }

    @Override
    public String subject() {
        return poll;
    }
}
