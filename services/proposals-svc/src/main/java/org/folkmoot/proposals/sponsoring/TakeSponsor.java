// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.sponsoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.folkmoot.proposals.CallPoll;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Rulebook;
import org.folkmoot.proposals.Sponsorships;
import org.folkmoot.proposals.Taken;
import org.folkmoot.proposals.domain.Backing;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Depositing;
import org.folkmoot.proposals.domain.Draft;
import org.folkmoot.proposals.domain.Ended;
import org.folkmoot.proposals.domain.Passed;
import org.folkmoot.proposals.domain.Polled;
import org.folkmoot.proposals.domain.Refusal;
import org.folkmoot.proposals.domain.Refused;
import org.folkmoot.proposals.domain.Sponsoring;
import org.folkmoot.proposals.domain.Sponsorship;
import org.folkmoot.proposals.domain.State;
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
        var waiting = waiting(proposal.state(), backing);
        if (waiting.isPresent()) {
            lives.note(proposal.in(waiting.get()));
            return new Sponsored(waiting.get(), backing);
        }
        lives.note(proposal, backing);
        var entry = lives.entry(proposal);
        var ruling = rulebook.pinned(Hash.parse(proposal.community()), proposal.content(), entry);
        var submitted =
                callPoll.handle(proposal, ruling, entry.submittedAt(), taken.now(), new Cause.Act(sponsorship.act()));
        return new Sponsored(submitted, backing);
    }

    /** What it still waits for: the treasury, or other sponsors; nothing if it can be voted on. */
    private static Optional<? extends State> waiting(State state, Backing backing) {
        return switch (state) {
            case Depositing depositing -> Optional.of(depositing.backed(backing));
            case Sponsoring sponsoring -> sponsoring.backed(backing);
            case Draft _, Polled _, Passed _, Ended _ ->
                throw new IllegalStateException("waits for no sponsor: " + state);
        };
    }
}
