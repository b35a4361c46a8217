// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.folkmoot.constitution.Spending;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.ProposalPolicies;
import org.folkmoot.treasury.Rules;

/**
 * Which proposals were heard of. Where a limit is about the proposals of a policy, nothing is done for one of which nobody
 * knows under which policy it is: it would not be counted.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class Submissions {
    private final Rules rules;
    private final ProposalPolicies policies;

    Submissions(Rules rules, ProposalPolicies policies) {
        this.rules = rules;
        this.policies = policies;
    }

    void keep(ProposalSubmittedV1 submitted) {
        policies.keep(submitted);
    }

    /** Whether what a proposal decided has to wait until its submission is heard of. */
    boolean isMissed(Hash community, Hash proposal) {
        return spending(community).filter(Spending::namesPolicies).isPresent() && isUnknown(community, proposal);
    }

    /** Whether what a proposal wants to be set aside has to wait for that: it may take of a reserve, and no limit counts it. */
    boolean isMissedByReserves(Hash community, Hash proposal) {
        return spending(community)
                        .filter(said -> said.reserves().stream()
                                .anyMatch(reserve -> reserve.unless().isPresent()))
                        .isPresent()
                && isUnknown(community, proposal);
    }

    private Optional<Spending> spending(Hash community) {
        return rules.of(community).map(constitution -> constitution.treasury().spending());
    }

    private boolean isUnknown(Hash community, Hash proposal) {
        return policies.of(community, List.of(proposal)).isEmpty();
    }
}
