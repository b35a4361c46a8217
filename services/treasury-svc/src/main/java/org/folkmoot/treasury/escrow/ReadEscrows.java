// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.AccountNames;

/** Reads what is kept for whom, as it stands at the moment of asking. */
@ApplicationScoped
class ReadEscrows {
    private final Escrows escrows;
    private final EscrowStore store;
    private final StepStore steps;
    private final SayingStore sayings;
    private final AccountNames names;
    private final Funds funds;
    private final Clock clock;

    ReadEscrows(
            Escrows escrows,
            EscrowStore store,
            StepStore steps,
            SayingStore sayings,
            AccountNames names,
            Funds funds,
            Clock clock) {
        this.escrows = escrows;
        this.store = store;
        this.steps = steps;
        this.sayings = sayings;
        this.names = names;
        this.funds = funds;
        this.clock = clock;
    }

    @Transactional
    Page<EscrowView> list(Hash community, EscrowStore.Filter filter, Paging paging) {
        escrows.known(community);
        filter.party().ifPresent(account -> names.check(community, account));
        var now = clock.instant();
        var rows = store.page(community, filter, paging.afterNumber(Long.MAX_VALUE), paging.rows());
        var shown = names.shown(community);
        return Page.of(
                rows,
                paging.limit(),
                row -> String.valueOf(row.no()),
                row -> EscrowView.of(row.escrow(), now, shown, Optional.empty()));
    }

    @Transactional
    EscrowView one(Hash community, Hash escrow) {
        var found = escrows.find(community, escrow);
        var now = clock.instant();
        return EscrowView.of(found, now, names.shown(community), funds.of(community, found));
    }

    @Transactional
    Page<EscrowView.StepView> steps(Hash community, Hash escrow, Paging paging) {
        var asset = escrows.find(community, escrow).terms().asset();
        var rows = steps.page(community, escrow, paging.afterNumber(Long.MAX_VALUE), paging.rows());
        var shown = names.shown(community);
        return Page.of(
                rows,
                paging.limit(),
                row -> String.valueOf(row.no()),
                row -> EscrowView.StepView.of(row, asset, shown));
    }

    @Transactional
    Page<EscrowView.SayingView> sayings(Hash community, Hash escrow, Paging paging) {
        escrows.find(community, escrow);
        var rows = sayings.page(community, escrow, paging.afterNumber(Long.MAX_VALUE), paging.rows());
        var shown = names.shown(community);
        return Page.of(
                rows, paging.limit(), row -> String.valueOf(row.no()), row -> EscrowView.SayingView.of(row, shown));
    }
}
