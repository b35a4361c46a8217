// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import org.folkmoot.contracts.ActionEnactedV1;
import org.folkmoot.contracts.ActionFailedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.EnactmentEvent;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AfterEnactment;
import org.folkmoot.treasury.DecidedElsewhere;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;

/**
 * Does in the ledger what a passed proposal asks for, and answers what became of it. The order's id is the enactment's, so
 * however often the same enactment is asked for, it is done once and is answered alike.
 */
@ApplicationScoped
class EnactOrder {
    private final Ledger ledger;
    private final SetAside setAside;
    private final Outbox outbox;
    private final List<AfterEnactment> after;

    EnactOrder(Ledger ledger, SetAside setAside, Outbox outbox, @All List<AfterEnactment> after) {
        this.setAside = setAside;
        this.ledger = ledger;
        this.outbox = outbox;
        this.after = after;
    }

    @Transactional(TxType.MANDATORY)
    void handle(EnactmentDueV1 due, Order order) {
        var orders = setAside.instead(due, List.of(due), List.of(order));
        var answers = ledger.together(Hash.parse(due.community()), orders);
        var done = done(answers.getLast());
        after.forEach(next -> next.enacted(due, done));
        outbox.add(answer(due, done));
    }

    /** The same, where a feature does what was decided. */
    @Transactional(TxType.MANDATORY)
    void handle(EnactmentDueV1 due, DecidedElsewhere feature) {
        outbox.add(answer(due, feature.enact(due)));
    }

    static Done done(Answer answer) {
        return switch (answer) {
            case Answer.First(var done, var _) -> done;
            case Answer.Again(var done) -> done;
            case Answer.Different different ->
                throw new IllegalStateException("the ledger let another order through: " + different);
        };
    }

    private static EnactmentEvent answer(EnactmentDueV1 due, Done done) {
        return switch (done.outcome()) {
            case Outcome.Posted _, Outcome.Turned _ ->
                new ActionEnactedV1(
                        due.community(),
                        due.proposal(),
                        due.enactment(),
                        due.actionIndex(),
                        due.attempt(),
                        done.at(),
                        done.id().hex());
            case Outcome.Refused(var refusal) ->
                new ActionFailedV1(
                        due.community(),
                        due.proposal(),
                        due.enactment(),
                        due.actionIndex(),
                        due.attempt(),
                        refusal.reason(),
                        refusal.detail(),
                        done.at());
        };
    }
}
