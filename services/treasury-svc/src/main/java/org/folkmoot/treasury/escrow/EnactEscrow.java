// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.folkmoot.constitution.Action;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.ActionJson;
import org.folkmoot.treasury.DecidedElsewhere;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Refusal;
import org.folkmoot.treasury.domain.escrow.Decided;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.Request;

/** Does what passed proposals say about escrows that are there. The enactment names what it does. */
@ApplicationScoped
class EnactEscrow implements DecidedElsewhere {
    private static final Set<String> TYPES = Action.Treasury.OF_ESCROWS.stream()
            .filter(type -> !Action.Treasury.ESCROWING.contains(type))
            .collect(Collectors.toUnmodifiableSet());

    private final Ledger ledger;
    private final EscrowDesk desk;
    private final Panels panels;
    private final Clock clock;

    EnactEscrow(Ledger ledger, EscrowDesk desk, Panels panels, Clock clock) {
        this.ledger = ledger;
        this.desk = desk;
        this.panels = panels;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    public void check(EnactmentDueV1 due) {
        change(due);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Done enact(EnactmentDueV1 due) {
        var change = change(due);
        var asked = asked(due, change);
        ledger.lock(asked.community());
        return done(desk.earlier(asked)
                .orElseGet(() -> desk.take(asked, escrow -> fair(asked.community(), escrow, change.request()))));
    }

    /** What an action says about an escrow. */
    static Decided.Change change(EnactmentDueV1 due) {
        var action = ActionJson.of(due).orElseThrow();
        return Decided.Change.read(action.type(), action.said());
    }

    static TakeStep.Asked asked(EnactmentDueV1 due, Decided.Change change) {
        return new TakeStep.Asked(
                Hash.parse(due.community()),
                Hash.parse(due.enactment()),
                Hash.parse(due.proposal()),
                change.escrow(),
                EscrowDesk.what(change.request()),
                ActionJson.of(due).orElseThrow().said());
    }

    /** Whether whoever is to get a bounty is one of its judges is known only now. */
    Request fair(Hash community, Escrow escrow, Request request) {
        return request instanceof Request.Award award
                ? new Request.Award(award.to(), panels.isJudge(community, escrow, award.to(), clock.instant()))
                : request;
    }

    static Done done(StepStore.Taken taken) {
        var outcome = taken.refused()
                .<Outcome>map(why -> new Outcome.Refused(new Refusal.Told(why.reason(), why.detail())))
                .orElseGet(() -> new Outcome.Posted(List.of()));
        return new Done(taken.id(), Map.of("code", taken.what()), outcome, taken.at(), Optional.empty());
    }
}
