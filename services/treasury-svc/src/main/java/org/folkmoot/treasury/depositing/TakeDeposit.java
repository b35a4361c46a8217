// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.depositing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.folkmoot.constitution.Account;
import org.folkmoot.contracts.DepositDueV1;
import org.folkmoot.contracts.DepositRefusedV1;
import org.folkmoot.contracts.DepositTakenV1;
import org.folkmoot.contracts.TreasuryEvent;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Recorded;
import org.folkmoot.treasury.domain.Kept;

/** Moves what an author puts down into the account of the proposal, and answers whether it could. */
@ApplicationScoped
class TakeDeposit {
    private final Ledger ledger;
    private final AssetStore assets;
    private final Outbox outbox;

    TakeDeposit(Ledger ledger, AssetStore assets, Outbox outbox) {
        this.ledger = ledger;
        this.assets = assets;
        this.outbox = outbox;
    }

    @Transactional(TxType.MANDATORY)
    void handle(DepositDueV1 due) {
        var community = Hash.parse(due.community());
        var amount = assets.asset(community, due.asset())
                .map(asset -> asset.decimal(due.amount()))
                .orElseGet(() -> due.amount().toString());
        var transfer =
                Kept.down(community, Hash.parse(due.proposal()), Account.MEMBER + due.author(), due.asset(), amount);
        outbox.add(answer(due, ledger.post(community, transfer)));
    }

    private static TreasuryEvent answer(DepositDueV1 due, Recorded recorded) {
        return switch (recorded.ending()) {
            case Recorded.Posted _ -> new DepositTakenV1(due.community(), due.proposal(), due.deposit(), recorded.at());
            case Recorded.Refused(var reason, var detail) ->
                new DepositRefusedV1(due.community(), due.proposal(), due.deposit(), reason, detail, recorded.at());
        };
    }
}
