// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import jakarta.enterprise.context.ApplicationScoped;
import org.folkmoot.platform.membership.BalanceStore;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.platform.web.Page;
import org.folkmoot.platform.web.Paging;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.PollStore;
import org.folkmoot.voting.Stored;
import org.folkmoot.voting.TallyStore;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;

/** Reads polls: one, or those of a community. */
@ApplicationScoped
class ReadPolls {
    private final PollStore polls;
    private final TallyStore tallies;
    private final MembershipStore membership;
    private final BalanceStore balances;

    ReadPolls(PollStore polls, TallyStore tallies, MembershipStore membership, BalanceStore balances) {
        this.balances = balances;
        this.polls = polls;
        this.tallies = tallies;
        this.membership = membership;
    }

    PollView one(Hash poll) {
        var stored = polls.find(poll).orElseThrow(() -> new Refused(new Refusal.PollUnknown(poll)));
        return view(stored).with(polls.beside(stored.no()));
    }

    /** The newest first. */
    Page<PollView> of(Hash community, Paging paging) {
        long before = paging.afterNumber(Long.MAX_VALUE);
        var rows = polls.page(community, before, paging.rows());
        return Page.of(rows, paging.limit(), stored -> Long.toString(stored.no()), this::view);
    }

    private PollView view(Stored stored) {
        var community = stored.poll().terms().community();
        return PollView.of(
                stored,
                tallies.accepted(stored.no()),
                new PollView.Reached(membership.position(community), balances.position(community)));
    }
}
