// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.enacting;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Set;
import org.folkmoot.contracts.CommitmentDueV1;
import org.folkmoot.contracts.CommitmentReleasedV1;
import org.folkmoot.contracts.DepositDueV1;
import org.folkmoot.contracts.DepositReleasedV1;
import org.folkmoot.contracts.EnactmentDueV1;
import org.folkmoot.contracts.Event;
import org.folkmoot.contracts.ProposalSubmittedV1;
import org.folkmoot.contracts.ProposalsEvent;
import org.folkmoot.contracts.Topics;
import org.folkmoot.platform.events.Facts;
import org.folkmoot.platform.events.Subscription;
import org.folkmoot.treasury.DifferentTransfer;
import org.folkmoot.treasury.enacting.Waiting.Why;
import org.jboss.logging.Logger;

/**
 * Does what is due in the treasury, or keeps it where it has to wait. Decisions and foundings come on two topics that have no
 * order between them. What was kept goes on by itself ({@link WatchWaiting}), so that a fault in it takes with it neither a
 * founding nor a submission.
 */
@ApplicationScoped
class FollowDecisions implements Subscription {
    private static final Logger LOG = Logger.getLogger(FollowDecisions.class);

    private final ApplyDecision applyDecision;
    private final Obstacles obstacles;
    private final WaitingDecisions waiting;
    private final Submissions submissions;
    private final Clock clock;

    FollowDecisions(
            ApplyDecision applyDecision,
            Obstacles obstacles,
            WaitingDecisions waiting,
            Submissions submissions,
            Clock clock) {
        this.applyDecision = applyDecision;
        this.obstacles = obstacles;
        this.waiting = waiting;
        this.submissions = submissions;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "enactments";
    }

    @Override
    public Set<String> topics() {
        return Set.of(Topics.PROPOSALS);
    }

    @Override
    public Facts facts() {
        return Facts.on(EnactmentDueV1.class, this::decided)
                .and(CommitmentDueV1.class, this::decided)
                .and(CommitmentReleasedV1.class, this::decided)
                .and(DepositDueV1.class, this::decided)
                .and(DepositReleasedV1.class, this::decided)
                .and(ProposalSubmittedV1.class, submissions::keep);
    }

    /** What is the treasury's and was at fault is tried again until it can be done, as what waited is. */
    @Override
    public void failed(Event event, RuntimeException failure) {
        if (!(event instanceof ProposalsEvent decision) || isForGood(failure)) throw failure;
        applyDecision.check(decision);
        LOG.errorf(failure, "%s of proposal %s is at fault", Waiting.name(decision), decision.proposal());
        waiting.keep(decision, Why.FAULT, clock.instant());
    }

    private static boolean isForGood(RuntimeException failure) {
        return failure instanceof EnactmentForged || failure instanceof DifferentTransfer;
    }

    private void decided(ProposalsEvent event) {
        if (!applyDecision.owns(event)) return; // another service does
        var obstacle = obstacles.of(event);
        if (obstacle.isPresent()) waiting.keep(event, obstacle.get(), clock.instant());
        else applyDecision.handle(event);
    }
}
