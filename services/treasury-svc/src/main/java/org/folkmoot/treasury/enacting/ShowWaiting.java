// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;

/** Shows what waits in a community. */
@ApplicationScoped
class ShowWaiting {
    private final WaitingDecisions waiting;
    private final Ledger ledger;

    ShowWaiting(WaitingDecisions waiting, Ledger ledger) {
        this.waiting = waiting;
        this.ledger = ledger;
    }

    /** What waits for the founding is shown too; a community of which nothing was ever heard is unknown. */
    @Transactional
    Page<WaitingView> handle(Hash community, Optional<Hash> proposal, Paging paging) {
        var after = paging.afterNumber(0);
        var rows = waiting.page(community, proposal, after, paging.rows());
        if (rows.isEmpty() && !ledger.has(community)) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        return Page.of(rows, paging.limit(), row -> String.valueOf(row.arrival()), WaitingView::of);
    }
}
