// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.folkmoot.constitution.Action;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.ActionJson;
import org.folkmoot.treasury.AfterEnactment;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.domain.Done;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.escrow.Decided;
import org.folkmoot.treasury.domain.escrow.Escrow;

/** Makes an escrow of what has been put into an account of its own, in the same transaction. Its name is the enactment's. */
@ApplicationScoped
class OpenEscrow implements AfterEnactment {
    private final AssetStore assets;
    private final EscrowDesk desk;

    OpenEscrow(AssetStore assets, EscrowDesk desk) {
        this.assets = assets;
        this.desk = desk;
    }

    @Override
    @Transactional(TxType.MANDATORY)
    public void enacted(EnactmentDueV1 due, Done done) {
        if (done.outcome() instanceof Outcome.Posted(var lines))
            ActionJson.of(due)
                    .filter(action -> Action.Treasury.ESCROWING.contains(action.type()))
                    .map(action -> Decided.Make.read(action.type(), action.said()))
                    .filter(make -> !make.isAsDue()) // nothing was put anywhere
                    .ifPresent(make -> {
                        var community = Hash.parse(due.community());
                        var asset = assets.asset(community, lines.getFirst().asset())
                                .orElseThrow();
                        var terms = make.terms(asset, done.at());
                        desk.open(community, Escrow.made(done.id(), terms, done.at()));
                    });
    }
}
