// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Action;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Fields;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.record.StrictJson;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.DecidedElsewhere;
import org.folkmoot.treasury.DifferentTransfer;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Order;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.Refusal;
import org.folkmoot.treasury.domain.Transfer;
import org.folkmoot.treasury.domain.escrow.Decided;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.Request;

/** Does what passed proposals say about escrows. The enactment names what it does, and a new escrow. */
@ApplicationScoped
class EnactEscrow implements DecidedElsewhere {
    private static final Set<String> TYPES = Set.copyOf(Action.Treasury.OF_ESCROWS);

    private final Ledger ledger;
    private final AssetStore assets;
    private final EscrowDesk desk;
    private final Panels panels;
    private final Clock clock;

    EnactEscrow(Ledger ledger, AssetStore assets, EscrowDesk desk, Panels panels, Clock clock) {
        this.ledger = ledger;
        this.assets = assets;
        this.desk = desk;
        this.panels = panels;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return TYPES;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Done enact(EnactmentDueV1 due) {
        var action = (Json.Obj) StrictJson.parse(due.action().getBytes(UTF_8));
        var type = Fields.of(action, Set.of("type"), action.members().keySet()).text("type");
        return switch (Decided.read(type, action)) {
            case Decided.Make make -> make(due, make);
            case Decided.Change change -> change(due, change, action);
        };
    }

    /** Puts it into an account of its own, which is the escrow from then on. */
    private Done make(EnactmentDueV1 due, Decided.Make make) {
        var community = Hash.parse(due.community());
        var id = Hash.parse(due.enactment());
        var order = new Order.Move(id, Transfer.Code.ENDOWED, make.legs(id), Hash.parse(due.proposal()), make.memo());
        var answer = ledger.rule(community, List.of(order)).getFirst();
        if (answer instanceof Answer.First(var done) && done.outcome() instanceof Outcome.Posted(var lines)) {
            var asset = assets.asset(community, lines.getFirst().asset()).orElseThrow();
            desk.open(community, Escrow.made(id, make.terms(asset, done.at()), done.at()));
        }
        return TakeStep.done(answer);
    }

    private Done change(EnactmentDueV1 due, Decided.Change change, Json.Obj action) {
        var community = Hash.parse(due.community());
        var asked = new TakeStep.Asked(
                community,
                Hash.parse(due.enactment()),
                Hash.parse(due.proposal()),
                change.escrow(),
                EscrowDesk.what(change.request()),
                action);
        ledger.lock(community);
        var earlier = desk.earlier(asked);
        if (earlier.filter(taken -> !taken.asked().equals(action.canonicalText()))
                .isPresent()) throw new DifferentTransfer(asked.id(), "action");
        return done(earlier.orElseGet(() -> desk.take(asked, escrow -> fair(community, escrow, change.request()))));
    }

    /** Whether whoever is to get a bounty is one of its judges is known only now. */
    private Request fair(Hash community, Escrow escrow, Request request) {
        return request instanceof Request.Award award
                ? new Request.Award(award.to(), panels.isJudge(community, escrow, award.to(), clock.instant()))
                : request;
    }

    private static Done done(StepStore.Taken taken) {
        var outcome = taken.refused()
                .<Outcome>map(why -> new Outcome.Refused(new Refusal.Told(why.reason(), why.detail())))
                .orElseGet(() -> new Outcome.Posted(List.of()));
        return new Done(taken.id(), Map.of("code", taken.what()), outcome, taken.at(), Optional.empty());
    }
}
