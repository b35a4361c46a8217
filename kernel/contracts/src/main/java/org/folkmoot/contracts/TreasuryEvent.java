// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.contracts;

/** A fact about a community's money; told by treasury-svc, in order per community. */
public sealed interface TreasuryEvent extends Event
        permits AccountsOpenedV1,
                CommitmentRefusedV1,
                CommitmentTakenV1,
                DepositRefusedV1,
                DepositSettledV1,
                DepositTakenV1,
                EscrowSayingAddedV1,
                EscrowStepTakenV1,
                ExpenseClaimedV1,
                ExpenseEndedV1,
                ExpenseVerdictGivenV1,
                OutsideAttestedV1,
                OutsideSettledV1,
                PayoutEndedV1,
                PayoutOrderedV1,
                TransferPostedV1,
                TransfersPostedV1 {
    /** The community's hash. */
    String community();

    @Override
    default String subject() {
        return community();
    }
}
