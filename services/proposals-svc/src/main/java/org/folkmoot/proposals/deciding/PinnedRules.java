// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.deciding;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.folkmoot.constitution.Constitution;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.PollDefinition;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Rulebook;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.proposals.domain.Submission;

/** Finds the rules that a proposal was born under, whatever is in force now. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class PinnedRules {
    private final Rulebook rulebook;
    private final Lives lives;

    PinnedRules(Rulebook rulebook, Lives lives) {
        this.rulebook = rulebook;
        this.lives = lives;
    }

    /** What was pinned at the submission. */
    record Pinned(Submission submission, PollDefinition definition, Constitution constitution, Policy policy) {}

    /** What was pinned at the submission of a proposal that was put to the vote. */
    Pinned of(Proposal proposal) {
        var submission = lives.submission(proposal);
        var definition = PollDefinition.read(submission.definition().getBytes(UTF_8));
        var constitution = rulebook.constitution(definition.community(), definition.constitution());
        var policy = constitution.policy(definition.policy()).orElseThrow();
        return new Pinned(submission, definition, constitution, policy);
    }
}
