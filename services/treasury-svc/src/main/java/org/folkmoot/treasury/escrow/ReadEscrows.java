// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;

/** Reads what is kept for whom, as it stands at the moment of asking. */
@ApplicationScoped
class ReadEscrows {
    private final Escrows escrows;
    private final EscrowStore store;
    private final StepStore steps;
    private final SayingStore sayings;
    private final Clock clock;

    ReadEscrows(Escrows escrows, EscrowStore store, StepStore steps, SayingStore sayings, Clock clock) {
        this.escrows = escrows;
        this.store = store;
        this.steps = steps;
        this.sayings = sayings;
        this.clock = clock;
    }

    @Transactional
    Page<EscrowView> list(Hash community, EscrowStore.Filter filter, Paging paging) {
        escrows.known(community);
        var now = clock.instant();
        var rows = store.page(community, filter, paging.afterNumber(Long.MAX_VALUE), paging.rows());
        return Page.of(rows, paging.limit(), row -> String.valueOf(row.no()), row -> EscrowView.of(row.escrow(), now));
    }

    @Transactional
    EscrowView one(Hash community, Hash escrow) {
        return EscrowView.of(escrows.find(community, escrow), clock.instant());
    }

    @Transactional
    Page<EscrowView.StepView> steps(Hash community, Hash escrow, Paging paging) {
        var asset = escrows.find(community, escrow).terms().asset();
        var rows = steps.page(community, escrow, paging.afterNumber(Long.MAX_VALUE), paging.rows());
        return Page.of(
                rows, paging.limit(), row -> String.valueOf(row.no()), row -> EscrowView.StepView.of(row, asset));
    }

    @Transactional
    Page<EscrowView.SayingView> sayings(Hash community, Hash escrow, Paging paging) {
        escrows.find(community, escrow);
        var rows = sayings.page(community, escrow, paging.afterNumber(Long.MAX_VALUE), paging.rows());
        return Page.of(rows, paging.limit(), row -> String.valueOf(row.no()), EscrowView.SayingView::of);
    }
}
