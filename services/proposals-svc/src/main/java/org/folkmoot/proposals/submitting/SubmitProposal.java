// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.submitting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.proposals.CallPoll;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Rulebook;
import org.folkmoot.proposals.Ruling;
import org.folkmoot.proposals.Taken;
import org.folkmoot.proposals.domain.Backing;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Draft;
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
    private final CallPoll callPoll;

    SubmitProposal(ActDesk desk, Rulebook rulebook, CheckPower checkPower, Lives lives, CallPoll callPoll) {
        this.desk = desk;
        this.rulebook = rulebook;
        this.checkPower = checkPower;
        this.lives = lives;
        this.callPoll = callPoll;
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
        return enter(draft, taken, ruling, new Cause.Act(accepted.id().hex()));
    }

    private State enter(Draft draft, Taken taken, Ruling ruling, Cause cause) {
        var sponsors = ruling.policy().proposing().sponsors();
        if (sponsors.isEmpty()) return callPoll.handle(taken.proposal(), ruling, taken.now(), taken.now(), cause);
        var asked = sponsors.get();
        var until = taken.now().plus(asked.within());
        var sponsoring = draft.sponsor(new Backing(asked.body(), asked.count(), 0, until));
        lives.enter(taken.proposal(), CallPoll.entry(ruling, taken.now()));
        lives.move(taken.proposal(), sponsoring, taken.now(), cause);
        return sponsoring;
    }
}
