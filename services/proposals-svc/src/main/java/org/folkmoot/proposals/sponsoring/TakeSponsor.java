// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.sponsoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.folkmoot.proposals.CallPoll;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Rulebook;
import org.folkmoot.proposals.Sponsorships;
import org.folkmoot.proposals.Taken;
import org.folkmoot.proposals.domain.Backing;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Refusal;
import org.folkmoot.proposals.domain.Refused;
import org.folkmoot.proposals.domain.Sponsoring;
import org.folkmoot.proposals.domain.Sponsorship;
import org.folkmoot.record.Hash;

/** Counts a sponsor whom the rules admit. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class TakeSponsor {
    private final Rulebook rulebook;
    private final Lives lives;
    private final Sponsorships sponsorships;
    private final CallPoll callPoll;

    TakeSponsor(Rulebook rulebook, Lives lives, Sponsorships sponsorships, CallPoll callPoll) {
        this.rulebook = rulebook;
        this.lives = lives;
        this.sponsorships = sponsorships;
        this.callPoll = callPoll;
    }

    Sponsored handle(Taken taken, Backing before, Sponsorship sponsorship) {
        var proposal = taken.proposal();
        if (!sponsorships.add(proposal.id(), sponsorship))
            throw new Refused(new Refusal.AlreadySponsor(proposal.id(), sponsorship.member()));
        var backing = before.another();
        if (!backing.enough()) {
            var waiting = new Sponsoring(backing);
            lives.note(proposal.in(waiting));
            return new Sponsored(waiting, backing);
        }
        lives.note(proposal, backing);
        var entry = lives.entry(proposal);
        var ruling = rulebook.pinned(Hash.parse(proposal.community()), entry);
        var submitted =
                callPoll.handle(proposal, ruling, entry.submittedAt(), taken.now(), new Cause.Act(sponsorship.act()));
        return new Sponsored(submitted, backing);
    }
}
