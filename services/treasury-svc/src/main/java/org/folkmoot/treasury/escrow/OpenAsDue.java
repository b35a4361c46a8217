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
 * Promises a stream or a grant that an account pays as it is due. Nothing moves, so it is there as soon as both accounts are; the
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
        return Set.of(Action.Treasury.STREAM, Action.Treasury.GRANT);
    }

    @Override
    public boolean owns(ActionJson action) {
        return DecidedElsewhere.super.owns(action)
                && Decided.Make.read(action.type(), action.said()).isAsDue();
    }

    @Override
    public void check(EnactmentDueV1 due) {
        make(due);
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public Done enact(EnactmentDueV1 due) {
        var asked = asked(due);
        var make = make(due);
        ledger.lock(asked.community());
        return EnactEscrow.done(desk.earlier(asked)
                .orElseGet(() -> fault(asked.community(), make)
                        .map(fault -> desk.refuse(asked, fault, clock.instant()))
                        .orElseGet(() -> open(asked, make))));
    }

    static TakeStep.Asked asked(EnactmentDueV1 due) {
        var enactment = Hash.parse(due.enactment());
        var said = ActionJson.of(due).orElseThrow().said();
        return new TakeStep.Asked(
                Hash.parse(due.community()), enactment, Hash.parse(due.proposal()), enactment, "open", said);
    }

    static Decided.Make make(EnactmentDueV1 due) {
        var action = ActionJson.of(due).orElseThrow();
        return Decided.Make.read(action.type(), action.said());
    }

    /** Promises what can be promised. */
    StepStore.Taken open(TakeStep.Asked asked, Decided.Make make) {
        var now = clock.instant();
        var asset = assets.asset(asked.community(), make.said().text("asset")).orElseThrow();
        var escrow = Escrow.made(asked.id(), make.asDue(asset, now, asked.cause()), now);
        desk.open(asked.community(), escrow);
        return desk.take(asked, escrow, Step.still(escrow), now);
    }

    /** Why it cannot be promised, if it cannot. */
    Optional<Refusal> fault(Hash community, Decided.Make make) {
        var code = make.said().text("asset");
        return assets.asset(community, code)
                .map(asset -> fault(community, asset, make))
                .orElseGet(() -> Optional.of(new Refusal.AssetUnknown(code)));
    }

    private Optional<Refusal> fault(Hash community, Asset asset, Decided.Make make) {
        var from = make.said().text("from");
        var to = make.said().text("to");
        for (var amount : make.amounts())
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
