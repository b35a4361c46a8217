// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.sponsoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.folkmoot.contracts.ProposalSponsoredV1;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Rulebook;
import org.folkmoot.proposals.Taken;
import org.folkmoot.proposals.domain.Backing;
import org.folkmoot.proposals.domain.Moves;
import org.folkmoot.proposals.domain.Refusal;
import org.folkmoot.proposals.domain.Refused;
import org.folkmoot.proposals.domain.Sponsorship;
import org.folkmoot.record.SignedAct;

/** Puts a member's name to a proposal; the last one that was needed puts the proposal to the vote. */
@ApplicationScoped
class SponsorProposal {
    private final ActDesk desk;
    private final Rulebook rulebook;
    private final Lives lives;
    private final TakeSponsor takeSponsor;
    private final Outbox outbox;

    SponsorProposal(ActDesk desk, Rulebook rulebook, Lives lives, TakeSponsor takeSponsor, Outbox outbox) {
        this.desk = desk;
        this.rulebook = rulebook;
        this.lives = lives;
        this.takeSponsor = takeSponsor;
        this.outbox = outbox;
    }

    @Transactional
    Sponsored handle(SignedAct opened) {
        var taken = lives.take(opened.act().subject().hex());
        var accepted = desk.accept(opened);
        var backing = Moves.backing(taken.proposal().state(), taken.now());
        checkSponsor(taken, accepted, backing);
        var sponsorship =
                new Sponsorship(accepted.act().actor().hex(), accepted.id().hex(), taken.now());
        outbox.add(new ProposalSponsoredV1(
                taken.proposal().community(),
                taken.proposal().id(),
                sponsorship.member(),
                sponsorship.at(),
                accepted.signed()));
        return takeSponsor.handle(taken, backing, sponsorship);
    }

    private void checkSponsor(Taken taken, Accepted accepted, Backing backing) {
        var proposal = taken.proposal();
        var member = accepted.act().actor();
        if (proposal.author().equals(member.hex()))
            throw new Refused(new Refusal.SponsorIsAuthor(proposal.id(), member.hex()));
        var community = accepted.act().community();
        if (!rulebook.hasSeat(community, lives.entry(proposal), backing.body(), accepted.member(), taken.now()))
            throw new Refused(new Refusal.MayNotSponsor(member.hex(), backing.body()));
    }
}
