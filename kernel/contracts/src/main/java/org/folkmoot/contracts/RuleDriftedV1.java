// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/**
 * A rule of a constitution in force came closer to what members cannot meet, or is met again. Sent whenever its state
 * changes, in order per community.
 *
 * @param constitution the hash of the constitution
 * @param policy the policy that has the rule
 * @param path the place of the rule in the constitution, as a JSON pointer
 * @param reason why, as a sentence with the numbers of the moment
 * @param at when it was seen
 */
public record RuleDriftedV1(
        String community, String constitution, String policy, String path, State state, String reason, Instant at)
        implements VotingEvent {
    /** How far a rule has drifted. */
    public enum State {
        /** With a little less of today's roll it cannot be met. */
        @JsonProperty("near")
        NEAR,
        /** It cannot be met today. */
        @JsonProperty("unreachable")
        UNREACHABLE,
        /** It can be met, with room. */
        @JsonProperty("reachable")
        REACHABLE
    }

    public RuleDriftedV1 {
        Fields.hash("community", community);
        Fields.hash("constitution", constitution);
        Fields.text("policy", policy);
        Fields.text("path", path);
        Fields.given("state", state);
        Fields.text("reason", reason);
        Fields.millis("at", at);
    }

    @Override
    public String subject() {
        return community;
    }
}
