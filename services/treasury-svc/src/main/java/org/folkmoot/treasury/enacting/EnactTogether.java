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
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Refusal;

/** Does all of what is due together, or none of it and says which action was in the way. Nobody is answered about a part. */
@ApplicationScoped
class EnactTogether {
    private final Ledger ledger;
    private final PlanTogether planTogether;
    private final SetAside setAside;
    private final Outbox outbox;
    private final List<AfterEnactment> after;

    EnactTogether(
            Ledger ledger,
            PlanTogether planTogether,
            SetAside setAside,
            Outbox outbox,
            @All List<AfterEnactment> after) {
        this.ledger = ledger;
        this.planTogether = planTogether;
        this.setAside = setAside;
        this.outbox = outbox;
        this.after = after;
    }

    @Transactional(TxType.MANDATORY)
    void handle(EnactmentDueV1 due, List<EnactmentDueV1> parts) {
        var community = Hash.parse(due.community());
        ledger.lock(community);
        var plan = planTogether.handle(parts);
        var done = plan.known().orElseGet(() -> plan.stopped().orElseGet(() -> plan.ended(moved(due, parts, plan))));
        for (int i = 0; i < parts.size(); i++) tell(parts.get(i), done.get(i));
        outbox.add(answer(due, parts, done));
    }

    /** Asks the ledger for what is moved, after the freeing of what was set aside for it. */
    private List<Done> moved(EnactmentDueV1 due, List<EnactmentDueV1> parts, PlanTogether.Plan plan) {
        var orders = plan.orders();
        if (orders.isEmpty()) return List.of();
        var done = ledger.together(Hash.parse(due.community()), setAside.instead(due, parts, orders)).stream()
                .map(EnactOrder::done)
                .toList();
        return done.subList(done.size() - orders.size(), done.size());
    }

    private void tell(EnactmentDueV1 part, Done done) {
        after.forEach(next -> next.enacted(part, done));
    }

    private static EnactmentEvent answer(EnactmentDueV1 due, List<EnactmentDueV1> parts, List<Done> done) {
        for (int i = 0; i < done.size(); i++)
            if (done.get(i).outcome() instanceof Outcome.Refused(var refusal)
                    && !refusal.reason().equals(Refusal.TOGETHER_FAILED))
                return failed(due, parts.get(i).actionIndex(), refusal, done.get(i));
        return new ActionEnactedV1(
                due.community(),
                due.proposal(),
                due.enactment(),
                due.actionIndex(),
                due.attempt(),
                done.getFirst().at(),
                done.getFirst().id().hex());
    }

    private static ActionFailedV1 failed(EnactmentDueV1 due, int action, Refusal refusal, Done done) {
        return new ActionFailedV1(
                due.community(),
                due.proposal(),
                due.enactment(),
                due.actionIndex(),
                due.attempt(),
                refusal.reason(),
                "Action " + action + ": " + refusal.detail(),
                done.at());
    }
}
