// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.contracts.Signed;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActStore;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Entry;
import org.folkmoot.proposals.domain.Polls;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.proposals.domain.Submitted;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/**
 * Asks for the poll of a submitted proposal, for which nothing is missing any more, and tells the other services, with the
 * author's acts behind it, so that anyone can check it again.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
public class CallPoll {
    private final Lives lives;
    private final ActStore acts;
    private final Outbox outbox;

    CallPoll(Lives lives, ActStore acts, Outbox outbox) {
        this.lives = lives;
        this.acts = acts;
        this.outbox = outbox;
    }

    /** Puts a proposal to the vote under these rules, by which it was submitted. */
    public Submitted handle(Proposal proposal, Ruling ruling, Instant submittedAt, Instant now, Cause cause) {
        var poll = ruling.polls().first(proposal, submittedAt, now);
        var submitted = new Submitted(poll.terms());
        lives.pin(proposal, poll.submission());
        lives.move(proposal, submitted, now, cause);
        outbox.add(told(proposal, poll));
        return submitted;
    }

    /** The rules that a submission under a ruling pins. */
    public static Entry entry(Ruling ruling, Instant now) {
        return new Entry(
                now, ruling.constitution().hash().hex(), ruling.policy().name());
    }

    private ProposalSubmittedV1 told(Proposal proposal, Polls.Poll poll) {
        return new ProposalSubmittedV1(
                proposal.community(),
                proposal.id(),
                poll.terms().poll(),
                poll.submission().definition(),
                Json.of(proposal.content().actions()).canonicalText(),
                poll.submission().submittedAt(),
                proposal.author(),
                List.of(signed(proposal.id()), signed(lives.submittedBy(proposal))));
    }

    private Signed signed(String act) {
        return acts.envelope(Hash.parse(act))
                .map(ActDesk::signed)
                .orElseThrow(() -> new IllegalStateException("a proposal without its act: " + act));
    }
}
