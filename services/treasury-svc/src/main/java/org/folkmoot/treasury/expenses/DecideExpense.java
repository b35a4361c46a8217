// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.expenses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.folkmoot.constitution.Account;
import org.folkmoot.contracts.ExpenseEndedV1;
import org.folkmoot.contracts.ExpenseVerdictGivenV1;
import org.folkmoot.platform.acts.ActDesk;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.RoleStore;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.Recorded;
import org.folkmoot.treasury.domain.Transfer;
import org.folkmoot.treasury.domain.Word;
import org.folkmoot.treasury.domain.escrow.Expense;

/** Takes what somebody says about a claim; the last approval that is needed pays it in the same transaction. */
@ApplicationScoped
class DecideExpense {
    private final ActDesk acts;
    private final Ledger ledger;
    private final RoleStore roles;
    private final ExpenseStore expenses;
    private final Outbox outbox;

    DecideExpense(ActDesk acts, Ledger ledger, RoleStore roles, ExpenseStore expenses, Outbox outbox) {
        this.acts = acts;
        this.ledger = ledger;
        this.roles = roles;
        this.expenses = expenses;
        this.outbox = outbox;
    }

    @Transactional
    Expense.State handle(ReadExpense.Verdict said) {
        acts.check(said.act());
        var community = said.act().act().community();
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        ledger.lock(community);
        var expense = expenses.lock(community, said.expense())
                .orElseThrow(() -> new ExpenseRefused(new ExpenseRefusal.ExpenseUnknown(community, said.expense())));
        var member = said.act().act().actor();
        var at = acts.record(said.act());
        check(community, expense, member, at);
        var verdict =
                new ExpenseStore.Verdict(member, said.approves(), said.act().id(), at);
        if (!expenses.insert(community, expense.id(), verdict))
            throw impossible(expense, "already-said", "You have decided about this before.");
        outbox.add(new ExpenseVerdictGivenV1(community.hex(), expense.id().hex(), member.hex(), said.approves(), at));
        if (expenses.count(community, expense, said.approves(), at)
                < expense.panel().atLeast()) return Expense.State.WAITING;
        if (said.approves()) pay(community, expense, said.act().id());
        return end(community, expense, said.approves(), at);
    }

    private Expense.State end(Hash community, Expense expense, boolean approved, Instant at) {
        var state = approved ? Expense.State.PAID : Expense.State.REFUSED;
        expenses.end(community, expense.id(), state);
        var outcome = approved ? ExpenseEndedV1.Outcome.PAID : ExpenseEndedV1.Outcome.REFUSED;
        outbox.add(new ExpenseEndedV1(community.hex(), expense.id().hex(), outcome, at));
        return state;
    }

    private void check(Hash community, Expense expense, Hash member, Instant at) {
        boolean holds = roles.held(community, member, at).stream()
                .anyMatch(held -> held.role().equals(expense.panel().role()));
        expense.fault(member, holds, at).ifPresent(fault -> {
            if (fault.isPersonal())
                throw new ExpenseRefused(new ExpenseRefusal.MayNotDecide(expense.id(), fault.reason()));
            throw impossible(expense, fault.reason(), "The claim is " + Word.of(expense.state(at)) + ".");
        });
    }

    /** If the ledger refuses it, nothing is written, not even the approval, so that it can be approved when there is enough. */
    private void pay(Hash community, Expense expense, Hash act) {
        var paid = ledger.post(
                community,
                new Transfer(
                        expense.id(),
                        Transfer.Code.SPENT,
                        expense.from(),
                        Account.MEMBER + expense.claimant().hex(),
                        expense.asset().code(),
                        expense.asset().decimal(expense.amount()),
                        act,
                        expense.memo()));
        if (paid.ending() instanceof Recorded.Refused(var reason, var detail))
            throw impossible(expense, reason, detail);
    }

    private static ExpenseRefused impossible(Expense expense, String reason, String detail) {
        return new ExpenseRefused(new ExpenseRefusal.ExpenseImpossible(expense.id(), reason, detail));
    }
}
