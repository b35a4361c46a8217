// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.expenses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigInteger;
import java.util.Optional;
import java.util.stream.Stream;
import org.folkmoot.constitution.ExpenseRule;
import org.folkmoot.contracts.ExpenseClaimedV1;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.Constitutions;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AssetStore;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.escrow.Expense;
import org.folkmoot.treasury.domain.escrow.Panel;

/** Takes what a member wants to be paid back, if the constitution in force pays such a thing back at all. */
@ApplicationScoped
class ClaimExpense {
    private final ActDesk acts;
    private final Ledger ledger;
    private final Constitutions constitutions;
    private final AssetStore assets;
    private final ExpenseStore expenses;
    private final Outbox outbox;

    ClaimExpense(
            ActDesk acts,
            Ledger ledger,
            Constitutions constitutions,
            AssetStore assets,
            ExpenseStore expenses,
            Outbox outbox) {
        this.acts = acts;
        this.ledger = ledger;
        this.constitutions = constitutions;
        this.assets = assets;
        this.expenses = expenses;
        this.outbox = outbox;
    }

    @Transactional
    Expense handle(ReadExpense.Claim claim) {
        var community = claim.act().act().community();
        acts.check(claim.act());
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        ledger.lock(community);
        var earlier = expenses.find(community, claim.expense());
        if (earlier.isPresent()) return again(claim, earlier.get());
        var rule = rule(community, claim);
        var asset = assets.asset(community, rule.asset()).orElseThrow();
        var amount = amount(claim, rule, asset.minor(claim.amount()));
        var at = acts.record(claim.act());
        var expense = new Expense(
                claim.expense(),
                claim.act().act().actor(),
                claim.from(),
                asset,
                amount,
                claim.receipt(),
                claim.memo(),
                new Panel(rule.role(), rule.atLeast()),
                at,
                at.plus(rule.within()),
                Expense.State.WAITING);
        expenses.insert(community, expense, claim.act().id());
        outbox.add(new ExpenseClaimedV1(
                community.hex(),
                expense.id().hex(),
                expense.claimant().hex(),
                expense.from(),
                asset.code(),
                amount,
                at));
        return expense;
    }

    private ExpenseRule rule(Hash community, ReadExpense.Claim claim) {
        var rules = constitutions
                .inForce(community)
                .orElseThrow(() -> new ActRefused(new ActRefusal.CommunityUnknown(community)))
                .treasury()
                .expenses()
                .values();
        return rules.stream()
                .filter(rule -> rule.from().equals(claim.from()) && rule.asset().equals(claim.asset()))
                .findFirst()
                .orElseThrow(() ->
                        not("no-rule", "Nothing is paid back from '" + claim.from() + "' in " + claim.asset() + "."));
    }

    private static BigInteger amount(ReadExpense.Claim claim, ExpenseRule rule, Optional<BigInteger> minor) {
        var amount = minor.filter(units -> units.signum() > 0)
                .orElseThrow(
                        () -> not("amount-invalid", "'" + claim.amount() + "' is no amount of " + claim.asset() + "."));
        if (amount.compareTo(rule.most()) > 0)
            throw not("exceeds-most", "That is more than is paid back from '" + claim.from() + "' at once.");
        return amount;
    }

    private static ExpenseRefused not(String reason, String detail) {
        return new ExpenseRefused(new ExpenseRefusal.ExpenseNotCovered(reason, detail));
    }

    private static Expense again(ReadExpense.Claim claim, Expense earlier) {
        different(claim, earlier).ifPresent(part -> {
            throw new ExpenseRefused(new ExpenseRefusal.ExpenseDifferent(earlier.id(), part));
        });
        return earlier;
    }

    private record Part(String name, boolean same) {}

    private static Optional<String> different(ReadExpense.Claim claim, Expense earlier) {
        return Stream.of(
                        new Part("from", claim.from().equals(earlier.from())),
                        new Part("asset", claim.asset().equals(earlier.asset().code())),
                        new Part(
                                "amount",
                                earlier.asset()
                                        .minor(claim.amount())
                                        .filter(earlier.amount()::equals)
                                        .isPresent()),
                        new Part("receipt", claim.receipt().equals(earlier.receipt())),
                        new Part("memo", claim.memo().equals(earlier.memo())))
                .filter(part -> !part.same())
                .map(Part::name)
                .findFirst();
    }
}
