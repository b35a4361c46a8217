// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.scheduling;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigInteger;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.folkmoot.constitution.Schedules.Income;
import org.folkmoot.treasury.AccountStore;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.IssuedStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Account;
import org.folkmoot.treasury.domain.Answer;
import org.folkmoot.treasury.domain.scheduling.Emission;

/**
 * Issues an income to some members and says how far it came. Before the first, it counts all, some at a step and without the
 * ledger, then sees whether there is room for all under the caps, and promises them that room: from then on no decision issues
 * what they are to have.
 */
@ApplicationScoped
class RunIncome {
    private final Ledger ledger;
    private final AccountStore accounts;
    private final AssetStore assets;
    private final IssuedStore issued;
    private final Holdings holdings;
    private final Roll roll;
    private final Clock clock;

    RunIncome(
            Ledger ledger,
            AccountStore accounts,
            AssetStore assets,
            IssuedStore issued,
            Holdings holdings,
            Roll roll,
            Clock clock) {
        this.accounts = accounts;
        this.ledger = ledger;
        this.assets = assets;
        this.issued = issued;
        this.holdings = holdings;
        this.roll = roll;
        this.clock = clock;
    }

    Progress handle(Progress progress, Income income) {
        var asset = assets.asset(progress.community(), income.asset()).orElseThrow();
        var emission = new Emission(progress.community(), progress.turn(), income, asset);
        if (progress.reached().isEmpty()) return count(progress, emission);
        ledger.lock(progress.community());
        return issue(progress, emission);
    }

    /** Who gets it is as of the period's start, so nobody has to keep still while it is counted. */
    private Progress count(Progress progress, Emission emission) {
        var page = roll.uncounted(progress, emission.income().who());
        var counted = progress.counting(
                page.reached().orElse(progress.counted().upTo()), page.members().size());
        if (page.reached().isPresent()) return counted;
        ledger.lock(progress.community());
        var promising = promise(counted, emission);
        return promising.state() == Progress.State.RUNNING ? issue(promising, emission) : promising;
    }

    private Progress promise(Progress progress, Emission emission) {
        var asset = emission.asset();
        var all = emission.together(progress.counted().members());
        var name = Account.issuanceName(asset.code());
        var stand = holdings.take(
                        progress.community(),
                        asset.code(),
                        Set.of(name),
                        progress.turn().at())
                .get(name);
        var now = issued.at(progress.community(), asset, clock.instant());
        var free = accounts.account(progress.community(), name, asset.code()).flatMap(now::free);
        if (stand == null
                || !stand.has(all)
                || free.filter(most -> most.compareTo(all) < 0).isPresent())
            return progress.refused(
                    "insufficient-funds", "There is no room for " + asset.decimal(all) + " under the cap.");
        return now.left()
                .filter(room -> room.compareTo(all) < 0)
                .map(room -> progress.refused(
                        "period-cap-exceeded",
                        "Of " + asset.code() + ", " + asset.decimal(room) + " may still be issued in this period, not "
                                + asset.decimal(all) + "."))
                .orElseGet(() -> progress.promising(all));
    }

    private Progress issue(Progress progress, Emission emission) {
        var page = roll.after(progress, emission.income().who());
        List<Answer> answers = page.members().isEmpty()
                ? List.of()
                : ledger.rule(
                        progress.community(),
                        page.members().stream().map(emission::order).toList());
        var left = progress.promised().subtract(emission.together(page.members().size()));
        var next = progress.on(page.reached().orElse(progress.reached()), Ruled.moved(answers))
                .promising(left.max(BigInteger.ZERO));
        return page.reached().isPresent() ? next : next.done();
    }
}
