// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.expenses;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountNames;
import org.folkmoot.treasury.Ledger;

/** Reads what members want to be paid back, as it stands at the moment of asking. */
@ApplicationScoped
class ReadExpenses {
    private final Ledger ledger;
    private final ExpenseStore expenses;
    private final AccountNames names;
    private final Clock clock;

    ReadExpenses(Ledger ledger, ExpenseStore expenses, AccountNames names, Clock clock) {
        this.ledger = ledger;
        this.expenses = expenses;
        this.names = names;
        this.clock = clock;
    }

    @Transactional
    Page<ExpenseView> list(Hash community, Optional<String> state, Paging paging) {
        known(community);
        var now = clock.instant();
        var rows = expenses.page(community, state, now, paging.afterNumber(Long.MAX_VALUE), paging.rows());
        var shown = names.shown(community);
        return Page.of(rows, paging.limit(), row -> String.valueOf(row.no()), row -> ExpenseView.of(row, now, shown));
    }

    @Transactional
    ExpenseView one(Hash community, Hash id) {
        known(community);
        return expenses.show(community, id)
                .map(placed -> ExpenseView.of(placed, clock.instant(), names.shown(community)))
                .orElseThrow(() -> new ExpenseRefused(new ExpenseRefusal.ExpenseUnknown(community, id)));
    }

    /** As many as a page has at most: nobody lets so many decide about one claim. */
    @Transactional
    List<ExpenseView.VerdictView> verdicts(Hash community, Hash id) {
        one(community, id);
        return expenses.verdicts(community, id, Page.MOST).stream()
                .map(ExpenseView.VerdictView::of)
                .toList();
    }

    private void known(Hash community) {
        if (!ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
    }
}
