// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

import java.time.Instant;

/**
 * Somebody named delegates, or ended that, in a body where only those whom it concerns may know. Sent once per act, in order
 * per community; whoever is shown the act can tell that it is this one.
 *
 * @param body the body in whose polls it counts
 * @param act the hash of what was signed
 * @param at when it was accepted, from which moment on it holds
 */
public record DelegationHiddenV1(String community, String body, String act, Instant at) implements VotingEvent {
    public DelegationHiddenV1 {
        Fields.hash("community", community);
        Fields.text("body", body);
        Fields.hash("act", act);
        Fields.millis("at", at);
    }

    @Override
    public String subject() {
        return community;
    }
}
