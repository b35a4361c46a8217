// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.drafting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Rulebook;
import org.folkmoot.proposals.domain.Draft;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.proposals.drafting.DraftResource.DraftAnswer;
import org.folkmoot.record.SignedAct;

/** Keeps a member's draft, if the constitution in force has a policy for it that lets this member propose. */
@ApplicationScoped
class DraftProposal {
    private final ActDesk desk;
    private final Rulebook rulebook;
    private final Lives lives;
    private final Clock clock;

    DraftProposal(ActDesk desk, Rulebook rulebook, Lives lives, Clock clock) {
        this.desk = desk;
        this.rulebook = rulebook;
        this.lives = lives;
        this.clock = clock;
    }

    @Transactional
    DraftAnswer handle(SignedAct opened) {
        var content = DraftBody.read(opened.act().body());
        var accepted = desk.accept(opened);
        var community = accepted.act().community();
        var draft = new Draft(clock.instant());
        var ruling = rulebook.judge(community, content, accepted.member(), draft.draftedAt());
        lives.begin(
                new Proposal(
                        accepted.id().hex(),
                        community.hex(),
                        accepted.act().actor().hex(),
                        content,
                        draft),
                draft);
        return new DraftAnswer(accepted.id(), draft.word(), ruling.policy().name(), draft.draftedAt());
    }
}
