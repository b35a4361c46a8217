// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

/**
 * A fact about a poll, about a draw by lot, about who votes for whom, or about what rules come to with the members of today; told
 * by voting-svc, in order per subject.
 */
public sealed interface VotingEvent extends Event
        permits BallotsCastV1,
                DecisionReachedV1,
                DelegationHiddenV1,
                DelegationMadeV1,
                DrawCommittedV1,
                DrawRevealedV1,
                DrawRoundOpenedV1,
                DrawnV1,
                PapersConfirmedV1,
                PollExtendedV1,
                PollOpenedV1,
                PollRefusedV1,
                RuleDriftedV1,
                SharesGivenV1 {}
