// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Optional;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.contracts.EventType;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Taken;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Enacting;
import org.folkmoot.proposals.domain.Enactments;
import org.folkmoot.proposals.domain.Moves;
import org.folkmoot.proposals.domain.State;

/**
 * Moves a proposal by the answer to its outstanding order. The enactment's name must be that of the order, so an answer
 * that comes twice, or to an earlier attempt, is passed over. Whether time is left for the next action is judged by this
 * service's clock when the answer is taken, because this service orders it.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class NoteAnswer {
    private final Lives lives;

    NoteAnswer(Lives lives) {
        this.lives = lives;
    }

    void enacted(ActionEnactedV1 event) {
        outstanding(event.proposal(), event)
                .ifPresent(taken -> next(taken, event)
                        .ifPresent(next -> lives.move(taken.proposal(), next, taken.now(), cause(event))));
    }

    private static Optional<State> next(Taken taken, ActionEnactedV1 event) {
        var proposal = taken.proposal();
        return proposal.content().together()
                ? Moves.allEnacted(proposal.state(), event.actionIndex(), event.attempt(), taken.now())
                : Moves.actionEnacted(proposal.state(), event.actionIndex(), event.attempt(), taken.now());
    }

    void failed(ActionFailedV1 event) {
        outstanding(event.proposal(), event)
                .ifPresent(taken -> Moves.actionFailed(
                                taken.proposal().state(),
                                event.actionIndex(),
                                event.attempt(),
                                event.reason(),
                                event.detail(),
                                taken.now())
                        .ifPresent(next -> lives.move(taken.proposal(), next, taken.now(), cause(event))));
    }

    private Optional<Taken> outstanding(String proposal, EnactmentEvent event) {
        return lives.find(proposal)
                .filter(taken -> taken.proposal().state() instanceof Enacting order
                        && Enactments.name(taken.proposal(), order).equals(event.enactment()));
    }

    private static Cause cause(EnactmentEvent event) {
        return new Cause.Told(EventType.of(event).name(), event.enactment());
    }
}
