// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.submitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Rulebook;
import org.folkmoot.proposals.domain.Moves;
import org.folkmoot.proposals.domain.Refusal;
import org.folkmoot.proposals.domain.Refused;
import org.folkmoot.proposals.domain.State;
import org.folkmoot.record.SignedAct;

/** Puts an author's draft to the vote under the rules that are in force now. */
@ApplicationScoped
class SubmitProposal {
    private final ActDesk desk;
    private final Rulebook rulebook;
    private final CheckPower checkPower;
    private final Lives lives;
    private final EnterProposal enterProposal;

    SubmitProposal(ActDesk desk, Rulebook rulebook, CheckPower checkPower, Lives lives, EnterProposal enterProposal) {
        this.desk = desk;
        this.rulebook = rulebook;
        this.checkPower = checkPower;
        this.lives = lives;
        this.enterProposal = enterProposal;
    }

    @Transactional
    State handle(SignedAct opened, long after) {
        var taken = lives.take(opened.act().subject().hex());
        var proposal = taken.proposal();
        var accepted = desk.accept(opened);
        proposal.requireAuthor(accepted.act().actor().hex());
        var draft = Moves.draft(proposal.state());
        var ruling = rulebook.judge(accepted.act().community(), proposal.content(), accepted.member(), taken.now());
        if (ruling.position() < after) throw new Refused(new Refusal.MembershipBehind(after, ruling.position()));
        checkPower.handle(accepted.act().community(), accepted.act().actor(), ruling, taken.now());
        lives.checkLimits(proposal, ruling.policy(), taken.now());
        return enterProposal.handle(draft, taken, accepted, ruling);
    }
}
