// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.depositing;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.folkmoot.contracts.CommunityFoundedV1;
import org.folkmoot.contracts.DepositDueV1;
import org.folkmoot.contracts.DepositReleasedV1;
import org.folkmoot.contracts.ProposalsEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;
import org.folkmoot.record.Hash;
import org.folkmoot.treasury.Ledger;
import org.folkmoot.treasury.domain.Kept;

/**
 * Takes the deposits of submitted proposals, and gives them away when those have ended. What is said about one proposal
 * comes in order; what comes before its community is known is kept until it is.
 */
@ApplicationScoped
class FollowProposals implements Subscription {
    private final Ledger ledger;
    private final EarlyDeposits early;
    private final TakeDeposit takeDeposit;
    private final ReleaseDeposit releaseDeposit;

    FollowProposals(Ledger ledger, EarlyDeposits early, TakeDeposit takeDeposit, ReleaseDeposit releaseDeposit) {
        this.ledger = ledger;
        this.early = early;
        this.takeDeposit = takeDeposit;
        this.releaseDeposit = releaseDeposit;
    }

    @Override
    public String name() {
        return "deposits";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.IDENTITY, Topics.PROPOSALS);
    }

    @Override
    public Facts facts() {
        return Facts.on(DepositDueV1.class, due -> handle(Hash.parse(due.community()), due.deposit(), due))
                .and(
                        DepositReleasedV1.class,
                        released -> handle(Hash.parse(released.community()), released.deposit(), released))
                .and(
                        CommunityFoundedV1.class,
                        founded -> early.take(Hash.parse(founded.community())).forEach(this::apply));
    }

    private void handle(Hash community, String deposit, ProposalsEvent event) {
        // The name binds a deposit to its community and proposal, so nobody's proposal can move somebody else's money.
        if (!deposit.equals(Kept.id(community, Hash.parse(event.proposal())).hex()))
            throw new DepositForged("not the name of the deposit: " + deposit);
        if (isKnown(community)) apply(event);
        else early.keep(community, deposit, event);
    }

    private void apply(ProposalsEvent event) {
        switch (event) {
            case DepositDueV1 due -> takeDeposit.handle(due);
            case DepositReleasedV1 released -> releaseDeposit.handle(released);
            default -> throw new IllegalStateException("nothing about a deposit: " + event);
        }
    }

    /** Looks a second time under the lock, because the founding may be applied at this very moment. */
    private boolean isKnown(Hash community) {
        if (ledger.has(community)) return true;
        early.lock(community);
        return ledger.has(community);
    }
}
