// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.submitting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.contracts.Signed;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActStore;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.proposals.domain.Polls;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;

/** Tells the other services of a submission, with both acts behind it, so that anyone can check it again. */
@ApplicationScoped
class TellSubmission {
    private final ActStore acts;
    private final Outbox outbox;

    TellSubmission(ActStore acts, Outbox outbox) {
        this.acts = acts;
        this.outbox = outbox;
    }

    void handle(Proposal draft, Polls.Poll poll, Signed submission) {
        outbox.add(new ProposalSubmittedV1(
                draft.community(),
                draft.id(),
                poll.terms().poll(),
                poll.submission().definition(),
                Json.of(draft.content().actions()).canonicalText(),
                poll.submission().submittedAt(),
                draft.author(),
                List.of(drafting(draft), submission)));
    }

    private Signed drafting(Proposal draft) {
        return acts.envelope(Hash.parse(draft.id()))
                .map(ActDesk::signed)
                .orElseThrow(() -> new IllegalStateException("a draft without its act: " + draft.id()));
    }
}
