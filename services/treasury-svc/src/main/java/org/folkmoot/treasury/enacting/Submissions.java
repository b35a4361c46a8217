// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.folkmoot.constitution.SpendingLimit;
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
        return limitsPolicies(community)
                && policies.of(community, List.of(proposal)).isEmpty();
    }

    private boolean limitsPolicies(Hash community) {
        return rules.of(community).stream()
                .flatMap(constitution -> constitution.treasury().spending().limits().stream())
                .anyMatch(limit -> limit.of() instanceof SpendingLimit.Of.Track);
    }
}
