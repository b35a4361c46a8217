// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.Optional;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.PayoutDesk;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Attested;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Outcome;

/** Moves what enough members say has moved. */
@ApplicationScoped
class MoveAttested {
    private final Ledger ledger;
    private final PayoutDesk payouts;
    private final AttestationStore attestations;

    MoveAttested(Ledger ledger, PayoutDesk payouts, AttestationStore attestations) {
        this.ledger = ledger;
        this.payouts = payouts;
        this.attestations = attestations;
    }

    @Transactional(TxType.MANDATORY)
    void handle(Hash community, Attested said, Accepted last) {
        switch (said) {
            case Attested.Moved moved -> move(community, moved, last);
            case Attested.Paid paid -> end(community, paid, last);
        }
    }

    private void move(Hash community, Attested.Moved moved, Accepted last) {
        var id = moved.id(community);
        var answer = ledger.rule(community, List.of(moved.order(community, last.id())))
                .getFirst();
        var done = done(answer);
        if (done.outcome() instanceof Outcome.Refused(var why))
            attestations.refused(id, why.reason(), why.detail(), last.at());
        else attestations.done(id, Optional.of(done.id()), last.at());
    }

    private void end(Hash community, Attested.Paid paid, Accepted last) {
        var id = paid.id(community);
        switch (payouts.end(community, paid, last.id())) {
            case PayoutDesk.Ending.Ended(var transfer) -> attestations.done(id, transfer, last.at());
            case PayoutDesk.Ending.EndedBefore(var state) ->
                attestations.refused(id, "payout-ended", "The payment is " + state + " already.", last.at());
        }
    }

    private static Done done(Answer answer) {
        return switch (answer) {
            case Answer.First(var done) -> done;
            case Answer.Again(var done) -> done;
            case Answer.Different different ->
                throw new IllegalStateException("the ledger let another order through: " + different);
        };
    }
}
