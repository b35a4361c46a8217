// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.cancelling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.domain.Cancelled;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Moves;
import org.folkmoot.record.SignedAct;

/** Ends a proposal at its author's wish. */
@ApplicationScoped
class CancelProposal {
    private final ActDesk desk;
    private final Lives lives;

    CancelProposal(ActDesk desk, Lives lives) {
        this.desk = desk;
        this.lives = lives;
    }

    @Transactional
    Cancelled handle(SignedAct opened, String reason) {
        var taken = lives.take(opened.act().subject().hex());
        var accepted = desk.accept(opened);
        taken.proposal().requireAuthor(accepted.act().actor().hex());
        var cancelled = Moves.cancel(taken.proposal().state(), reason, taken.now());
        lives.move(
                taken.proposal(),
                cancelled,
                taken.now(),
                new Cause.Act(accepted.id().hex()));
        return cancelled;
    }
}
