// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import org.folkmoot.platform.acts.ActRefusal;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.proposals.Dossiers;
import org.folkmoot.proposals.domain.Refusal;
import org.folkmoot.proposals.domain.Refused;
import org.folkmoot.record.Hash;

/** Lists a community's proposals, the newest first, by their state at this instant. */
@ApplicationScoped
class ListProposals {
    private final Dossiers dossiers;
    private final MembershipStore membership;
    private final Clock clock;

    ListProposals(Dossiers dossiers, MembershipStore membership, Clock clock) {
        this.dossiers = dossiers;
        this.membership = membership;
        this.clock = clock;
    }

    Page<SummaryView> handle(Hash community, Optional<String> state, Paging paging) {
        var wanted = state.map(ListProposals::known);
        if (membership.position(community) == 0) throw new ActRefused(new ActRefusal.CommunityUnknown(community));
        var now = clock.instant();
        var before = paging.afterNumber(Long.MAX_VALUE);
        var rows = dossiers.page(community.hex(), wanted, now, before, paging.rows());
        return Page.of(rows, paging.limit(), row -> String.valueOf(row.number()), SummaryView::of);
    }

    private static String known(String state) {
        return StateWord.find(state)
                .orElseThrow(() -> new Refused(new Refusal.StateUnknown(state, StateWord.words())))
                .word();
    }
}
