// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.folkmoot.contracts.OutsideSettledV1;
import org.folkmoot.platform.acts.Accepted;
import org.folkmoot.platform.events.Outbox;
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
    private final Outbox outbox;

    MoveAttested(Ledger ledger, PayoutDesk payouts, AttestationStore attestations, Outbox outbox) {
        this.ledger = ledger;
        this.payouts = payouts;
        this.attestations = attestations;
        this.outbox = outbox;
    }

    @Transactional(TxType.MANDATORY)
    void handle(Hash community, Attested said, Accepted last) {
        switch (said) {
            case Attested.Moved moved -> move(community, moved, last);
            case Attested.Paid paid -> end(community, paid, last);
        }
    }

    private void move(Hash community, Attested.Moved moved, Accepted last) {
        var answer = ledger.rule(community, List.of(moved.order(community, last.id())))
                .getFirst();
        var done = done(answer);
        if (done.outcome() instanceof Outcome.Refused(var why))
            refused(community, moved, why.reason(), why.detail(), last.at());
        else done(community, moved, Optional.of(done.id()), last.at());
    }

    private void end(Hash community, Attested.Paid paid, Accepted last) {
        switch (payouts.end(community, paid, last.id())) {
            case PayoutDesk.Ending.Ended(var transfer) -> done(community, paid, transfer, last.at());
            case PayoutDesk.Ending.EndedBefore(var state) ->
                refused(community, paid, "payout-ended", "The payment is " + state + " already.", last.at());
        }
    }

    private void done(Hash community, Attested said, Optional<Hash> transfer, Instant at) {
        attestations.done(community, said, transfer, at);
        tell(community, said, OutsideSettledV1.Outcome.DONE, "", at);
    }

    private void refused(Hash community, Attested said, String reason, String detail, Instant at) {
        attestations.refused(community, said, reason, detail, at);
        tell(community, said, OutsideSettledV1.Outcome.REFUSED, reason, at);
    }

    private void tell(Hash community, Attested said, OutsideSettledV1.Outcome outcome, String reason, Instant at) {
        outbox.add(new OutsideSettledV1(
                community.hex(),
                said.id(community).hex(),
                said.kind().word(),
                said.asset(),
                said.reference(),
                outcome,
                reason,
                at));
    }

    private static Done done(Answer answer) {
        return switch (answer) {
            case Answer.First(var done, var _) -> done;
            case Answer.Again(var done) -> done;
            case Answer.Different different ->
                throw new IllegalStateException("the ledger let another order through: " + different);
        };
    }
}
