// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.constitution.Action;
import org.folkmoot.constitution.Asset;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.ActionJson;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.DecidedElsewhere;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Refusal;
import org.folkmoot.treasury.domain.escrow.Decided;
import org.folkmoot.treasury.domain.escrow.Escrow;
import org.folkmoot.treasury.domain.escrow.Step;

/**
 * Promises a stream that an account pays as it is due. Nothing moves, so it is there as soon as both accounts are; the
 * enactment names it.
 */
@ApplicationScoped
class OpenAsDue implements DecidedElsewhere {
    private final Ledger ledger;
    private final AssetStore assets;
    private final Funds funds;
    private final EscrowDesk desk;
    private final Clock clock;

    OpenAsDue(Ledger ledger, AssetStore assets, Funds funds, EscrowDesk desk, Clock clock) {
        this.ledger = ledger;
        this.assets = assets;
        this.funds = funds;
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public Set<String> types() {
        return Set.of(Action.Treasury.STREAM);
    }

    @Override
    public boolean owns(ActionJson action) {
        return DecidedElsewhere.super.owns(action)
                && Decided.Make.read(action.type(), action.said()).isAsDue();
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Done enact(EnactmentDueV1 due) {
        var community = Hash.parse(due.community());
        var enactment = Hash.parse(due.enactment());
        var action = ActionJson.of(due).orElseThrow();
        var asked =
                new TakeStep.Asked(community, enactment, Hash.parse(due.proposal()), enactment, "open", action.said());
        ledger.lock(community);
        return EnactEscrow.done(desk.earlier(asked)
                .orElseGet(() -> open(asked, Decided.Make.read(action.type(), action.said()))));
    }

    private StepStore.Taken open(TakeStep.Asked asked, Decided.Make make) {
        var now = clock.instant();
        var code = make.said().text("asset");
        var asset = assets.asset(asked.community(), code);
        var fault = asset.isEmpty()
                ? Optional.<Refusal>of(new Refusal.AssetUnknown(code))
                : fault(asked.community(), asset.get(), make);
        if (fault.isPresent()) return desk.refuse(asked, fault.get(), now);
        var terms = make.asDue(asset.orElseThrow(), now, asked.cause());
        var escrow = Escrow.made(asked.id(), terms, now);
        desk.open(asked.community(), escrow);
        return desk.take(asked, escrow, Step.still(escrow), now);
    }

    private Optional<Refusal> fault(Hash community, Asset asset, Decided.Make make) {
        var amount = make.said().text("amount");
        var from = make.said().text("from");
        var to = make.said().text("to");
        if (asset.minor(amount).filter(units -> units.signum() > 0).isEmpty())
            return Optional.of(new Refusal.AmountInvalid(amount, asset.code()));
        if (from.equals(to)) return Optional.of(new Refusal.SameAccount(from));
        if (!funds.isOwn(community, from, asset.code()))
            return Optional.of(new Refusal.AccountUnknown(from, asset.code()));
        return funds.isPayee(community, to, asset)
                ? Optional.empty()
                : Optional.of(new Refusal.AccountUnknown(to, asset.code()));
    }
}
