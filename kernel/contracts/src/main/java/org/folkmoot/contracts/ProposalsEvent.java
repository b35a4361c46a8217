// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

/** A fact about a proposal's life; told by proposals-svc, in order per proposal. */
public sealed interface ProposalsEvent extends Event
        permits CommitmentDueV1,
                CommitmentReleasedV1,
                DepositDueV1,
                DepositReleasedV1,
                EnactmentDueV1,
                ProposalCancelledV1,
                ProposalEndedV1,
                ProposalSponsoredV1,
                ProposalSubmittedV1,
                StageBegunV1 {
    /** The community's id. */
    String community();

    /** The proposal's hash. */
    String proposal();

    @Override
    default String subject() {
        return proposal();
    }
}
