// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

/** A fact about a poll; told by voting-svc, in order per poll. */
public sealed interface VotingEvent extends Event
        permits BallotsCastV1, DecisionReachedV1, PollExtendedV1, PollOpenedV1, PollRefusedV1 {
    /** The poll's hash. */
    String poll();

    @Override
    default String subject() {
        return poll();
    }
}
