// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * A member named delegates, or ended that, in a body where everybody may know. Sent once per act, in order per community.
 *
 * @param body the body in whose polls it counts
 * @param member the hash of the member
 * @param at when it was accepted, from which moment on it holds
 * @param act what the member signed: for what, to whom and until when
 */
public record DelegationMadeV1(String community, String body, String member, Instant at, Signed act)
        implements VotingEvent {
    public DelegationMadeV1 {
        Fields.hash("community", community);
        Fields.text("body", body);
        Fields.hash("member", member);
        Fields.millis("at", at);
        Fields.given("act", act);
    }

    @Override
    public String subject() {
        return community;
    }
}
