// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import org.folkmoot.constitution.Schedules.Budget;
import org.folkmoot.treasury.AccountStore;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Outcome;
import org.folkmoot.treasury.domain.scheduling.Allotment;

/** Fills an envelope. What cannot be paid whole is not paid, which stands in the ledger as a refusal, for good. */
@ApplicationScoped
class RunBudget {
    private final Ledger ledger;
    private final AccountStore accounts;
    private final AssetStore assets;
    private final Holdings holdings;
    private final TurnStore turns;

    RunBudget(Ledger ledger, AccountStore accounts, AssetStore assets, Holdings holdings, TurnStore turns) {
        this.ledger = ledger;
        this.accounts = accounts;
        this.assets = assets;
        this.holdings = holdings;
        this.turns = turns;
    }

    Progress handle(Progress progress, Budget budget) {
        var community = progress.community();
        var asset = assets.asset(community, budget.asset()).orElseThrow();
        ledger.lock(community);
        var touched = Set.of(budget.name(), budget.from(), Account.issuanceName(asset.code()));
        holdings.take(community, asset.code(), touched, progress.turn().at());
        var allotment = new Allotment(community, progress.turn(), budget, asset);
        var answers = ledger.rule(community, allotment.orders(envelope(progress, budget)));
        turns.count(progress, envelope(progress, budget));
        return switch (Ruled.outcome(answers.getLast())) {
            case Outcome.Refused(var why) -> progress.refused(why.reason(), why.detail());
            case Outcome.Posted _, Outcome.Turned _ ->
                progress.on(budget.name(), Ruled.moved(List.of(answers.getLast())))
                        .done();
        };
    }

    private Account envelope(Progress progress, Budget budget) {
        return accounts.account(progress.community(), budget.name(), budget.asset())
                .orElseThrow();
    }
}
