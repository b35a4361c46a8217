// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Recorded;
import org.folkmoot.treasury.domain.Transfer;

/**
 * Moves what a passed proposal asks to be moved, and answers what became of it. The transfer's id is the enactment's, so
 * however often the same enactment is asked for, it moves once and is answered alike.
 */
@ApplicationScoped
class EnactTransfer {
    private final Ledger ledger;
    private final Outbox outbox;

    EnactTransfer(Ledger ledger, Outbox outbox) {
        this.ledger = ledger;
        this.outbox = outbox;
    }

    @Transactional(TxType.MANDATORY)
    void handle(EnactmentDueV1 due, Transfer transfer) {
        outbox.add(answer(due, ledger.post(Hash.parse(due.community()), transfer)));
    }

    private static EnactmentEvent answer(EnactmentDueV1 due, Recorded recorded) {
        return switch (recorded.ending()) {
            case Recorded.Posted _ ->
                new ActionEnactedV1(
                        due.community(),
                        due.proposal(),
                        due.enactment(),
                        due.actionIndex(),
                        due.attempt(),
                        recorded.at(),
                        recorded.transfer().id().hex());
            case Recorded.Refused(var reason, var detail) ->
                new ActionFailedV1(
                        due.community(),
                        due.proposal(),
                        due.enactment(),
                        due.actionIndex(),
                        due.attempt(),
                        reason,
                        detail,
                        recorded.at());
        };
    }
}
