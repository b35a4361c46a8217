// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.folkmoot.contracts.CommitmentDueV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.ProposalsEvent;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.enacting.Waiting.Why;

/** What has to be heard of or done before something that was decided can be done. */
@ApplicationScoped
class Obstacles {
    private final Ledger ledger;
    private final Submissions submissions;
    private final WaitingDecisions waiting;

    Obstacles(Ledger ledger, Submissions submissions, WaitingDecisions waiting) {
        this.ledger = ledger;
        this.submissions = submissions;
        this.waiting = waiting;
    }

    /** What is in the way of something that just came. */
    Optional<Why> of(ProposalsEvent event) {
        var unheard = unheard(event);
        if (unheard.isPresent()) return unheard;
        return waiting.has(event) ? Optional.of(Why.TURN) : Optional.empty();
    }

    /** What was not heard of that has to be. */
    Optional<Why> unheard(ProposalsEvent event) {
        var community = Hash.parse(event.community());
        if (!ledger.has(community)) return Optional.of(Why.COMMUNITY);
        var proposal = Hash.parse(event.proposal());
        var missed = switch (event) {
            case EnactmentDueV1 _ -> submissions.isMissed(community, proposal);
            case CommitmentDueV1 _ -> submissions.isMissedByReserves(community, proposal);
            default -> false;
        };
        return missed ? Optional.of(Why.SUBMISSION) : Optional.empty();
    }
}
