// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.depositing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.folkmoot.contracts.CommitmentRefusedV1;
import org.folkmoot.contracts.CommitmentTakenV1;
import org.folkmoot.contracts.DepositRefusedV1;
import org.folkmoot.contracts.DepositSettledV1;
import org.folkmoot.contracts.DepositTakenV1;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.TreasuryEvent;
import org.folkmoot.proposals.CallPoll;
import org.folkmoot.proposals.Commitments;
import org.folkmoot.proposals.Deposits;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Rulebook;
import org.folkmoot.proposals.Ruling;
import org.folkmoot.proposals.Taken;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Committed;
import org.folkmoot.proposals.domain.Moves;
import org.folkmoot.proposals.domain.PutDown;
import org.folkmoot.proposals.domain.Refused;
import org.folkmoot.proposals.domain.Rejected;
import org.folkmoot.record.Hash;

/**
 * Goes on with a proposal whose deposit was taken and for which is set aside what it will move, and ends one for which either
 * was refused. What comes twice, or after the author took the proposal back, is passed over.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class NoteDeposit {
    private final Lives lives;
    private final Deposits deposits;
    private final Commitments commitments;
    private final Rulebook rulebook;
    private final CallPoll callPoll;

    NoteDeposit(Lives lives, Deposits deposits, Commitments commitments, Rulebook rulebook, CallPoll callPoll) {
        this.lives = lives;
        this.deposits = deposits;
        this.commitments = commitments;
        this.rulebook = rulebook;
        this.callPoll = callPoll;
    }

    void taken(DepositTakenV1 event) {
        lives.find(event.proposal()).ifPresent(taken -> {
            deposits.taken(event.proposal());
            goOn(taken, cause(event, event.deposit()));
        });
    }

    void committed(CommitmentTakenV1 event) {
        lives.find(event.proposal()).ifPresent(taken -> {
            commitments.taken(event.proposal(), event.at());
            goOn(taken, cause(event, event.commitment()));
        });
    }

    void notCommitted(CommitmentRefusedV1 event) {
        lives.find(event.proposal()).ifPresent(taken -> {
            commitments.refused(event.proposal(), event.detail(), event.at());
            end(taken, "what it would move could not be set aside: " + event.detail(), event, event.commitment());
        });
    }

    /** Goes on when the treasury has taken all that it was asked for. */
    private void goOn(Taken taken, Cause cause) {
        var proposal = taken.proposal().id();
        var waits = deposits.of(proposal)
                        .filter(known -> known.standing() == PutDown.Standing.DUE)
                        .isPresent()
                || commitments.of(proposal).filter(Committed::outstanding).isPresent();
        if (waits) return;
        Moves.depositing(taken.proposal().state())
                .ifPresent(depositing -> depositing
                        .taken()
                        .ifPresentOrElse(
                                sponsoring -> lives.move(taken.proposal(), sponsoring, taken.now(), cause),
                                () -> vote(taken, cause)));
    }

    private void end(Taken taken, String reason, TreasuryEvent event, String about) {
        Moves.depositing(taken.proposal().state())
                .ifPresent(_ -> lives.move(
                        taken.proposal(), new Rejected(taken.now(), reason), taken.now(), cause(event, about)));
    }

    void refused(DepositRefusedV1 event) {
        lives.find(event.proposal()).ifPresent(taken -> {
            deposits.refused(event.proposal());
            end(taken, "its deposit was refused: " + event.detail(), event, event.deposit());
        });
    }

    void settled(DepositSettledV1 event) {
        lives.find(event.proposal())
                .ifPresent(_ -> deposits.settled(
                        event.proposal(), new PutDown.Settled(event.refunded(), event.burned(), event.forfeited())));
    }

    private void vote(Taken taken, Cause cause) {
        var proposal = taken.proposal();
        var entry = lives.entry(proposal);
        Ruling ruling;
        try {
            ruling = rulebook.pinned(Hash.parse(proposal.community()), proposal.content(), entry);
        } catch (Refused refused) {
            // A plugin is gone since the submission. Nobody is there to be told, so it ends, and the deposit goes back.
            lives.move(proposal, new Rejected(taken.now(), refused.refusal().toString()), taken.now(), cause);
            return;
        }
        callPoll.handle(proposal, ruling, entry.submittedAt(), taken.now(), cause);
    }

    private static Cause cause(TreasuryEvent event, String deposit) {
        return new Cause.Told(EventType.of(event).name(), deposit);
    }
}
