// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;

/**
 * Enacts what is due in the treasury. Decisions and foundings come on two topics that have no order between them: what is
 * due before its community is known is kept until it is.
 */
@ApplicationScoped
class FollowDecisions implements Subscription {
    private final Ledger ledger;
    private final EarlyEnactments early;
    private final EnactOrder enactOrder;
    private final EnactTogether enactTogether;

    FollowDecisions(Ledger ledger, EarlyEnactments early, EnactOrder enactOrder, EnactTogether enactTogether) {
        this.ledger = ledger;
        this.early = early;
        this.enactOrder = enactOrder;
        this.enactTogether = enactTogether;
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
                .and(
                        CommunityFoundedV1.class,
                        founded -> early.take(Hash.parse(founded.community())).forEach(this::enact));
    }

    private void enact(EnactmentDueV1 due) {
        var together = DueTogether.parts(due);
        var order = ActionOrder.due(due);
        if (together.isEmpty() && order.isEmpty()) return; // another service owns it
        if (!due.enactment().equals(DueTogether.name(due, due.actionIndex())))
            throw new EnactmentForged("not the name of the enactment: " + due.enactment());
        if (!isKnown(Hash.parse(due.community()))) early.keep(due);
        else if (together.isEmpty()) enactOrder.handle(due, order.orElseThrow());
        else enactTogether.handle(due, together);
    }

    /** Looks a second time under the lock, because the founding may be applied at this very moment. */
    private boolean isKnown(Hash community) {
        if (ledger.has(community)) return true;
        early.lock(community);
        return ledger.has(community);
    }
}
