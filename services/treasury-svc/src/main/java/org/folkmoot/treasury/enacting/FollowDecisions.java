// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Json;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.ProposalPolicies;

/**
 * Enacts what is due in the treasury. Decisions and foundings come on two topics that have no order between them: what is
 * due before its community is known is kept until it is.
 */
@ApplicationScoped
class FollowDecisions implements Subscription {
    private final Ledger ledger;
    private final EarlyEnactments early;
    private final EnactOrder enactOrder;
    private final ProposalPolicies policies;

    FollowDecisions(Ledger ledger, EarlyEnactments early, EnactOrder enactOrder, ProposalPolicies policies) {
        this.ledger = ledger;
        this.early = early;
        this.enactOrder = enactOrder;
        this.policies = policies;
    }

    @Override
    public String name() {
        return "enactments";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.IDENTITY, Topics.PROPOSALS);
    }

    @Override
    public Facts facts() {
        return Facts.on(EnactmentDueV1.class, this::enact)
                .and(ProposalSubmittedV1.class, policies::keep)
                .and(
                        CommunityFoundedV1.class,
                        founded -> early.take(Hash.parse(founded.community())).forEach(this::enact));
    }

    private void enact(EnactmentDueV1 due) {
        var order = ActionOrder.due(due);
        if (order.isEmpty()) return; // another service owns it
        if (!due.enactment().equals(name(due)))
            throw new EnactmentForged("not the name of the enactment: " + due.enactment());
        if (isKnown(Hash.parse(due.community()))) enactOrder.handle(due, order.get());
        else early.keep(due);
    }

    /** The name binds an enactment to its community, so nobody's decision can move somebody else's money. */
    private static String name(EnactmentDueV1 due) {
        var parts = Map.of(
                "action", due.actionIndex(),
                "attempt", due.attempt(),
                "community", due.community(),
                "proposal", due.proposal());
        return Hash.of(Json.object(parts).canonical()).hex();
    }

    /** Looks a second time under the lock, because the founding may be applied at this very moment. */
    private boolean isKnown(Hash community) {
        if (ledger.has(community)) return true;
        early.lock(community);
        return ledger.has(community);
    }
}
