// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.deciding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.folkmoot.constitution.Policy;
import org.folkmoot.constitution.Stage;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.StageBegunV1;
import org.folkmoot.platform.events.Outbox;
import org.folkmoot.platform.membership.MembershipStore;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Rulebook;
import org.folkmoot.proposals.deciding.PinnedRules.Pinned;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Polled;
import org.folkmoot.proposals.domain.Polls;
import org.folkmoot.proposals.domain.Proposal;

/**
 * Takes a proposal that was decided in one stage on to the next, if its policy has one for this outcome. The rules are
 * those that were pinned at the submission; the roll is that of the members whom this service knows now.
 */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class NextStage {
    private final MembershipStore membership;
    private final Rulebook rulebook;
    private final Lives lives;
    private final Outbox outbox;
    private final Clock clock;

    NextStage(MembershipStore membership, Rulebook rulebook, Lives lives, Outbox outbox, Clock clock) {
        this.membership = membership;
        this.rulebook = rulebook;
        this.lives = lives;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Begins the next stage; false if the decision is the proposal's. */
    boolean begin(Proposal proposal, Pinned pinned, DecisionReachedV1 decision, Cause cause) {
        if (!(proposal.state() instanceof Polled polled)) return false;
        var definition = pinned.definition();
        var policy = pinned.policy();
        // Most policies have one stage, and their polls do not name it.
        var next =
                definition.stage().flatMap(policy::stage).flatMap(decided -> next(policy, decided, decision.outcome()));
        next.ifPresent(stage -> {
            var position = membership.position(definition.community());
            var balances = rulebook.balances(pinned.constitution(), policy, definition.community());
            var polls = new Polls(
                    definition.constitution(), policy, position, balances, definition.plugins(), definition.asked());
            var poll = polls.next(
                    proposal,
                    polled,
                    stage,
                    pinned.submission().submittedAt(),
                    decision.decidedAt(),
                    clock.instant().truncatedTo(ChronoUnit.MILLIS));
            lives.pin(proposal, poll.submission());
            lives.move(proposal, polled.onward(poll.terms()), decision.decidedAt(), cause);
            outbox.add(told(proposal, stage, poll));
        });
        return next.isPresent();
    }

    private static Optional<Stage> next(Policy policy, Stage decided, DecisionReachedV1.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> decided.passes().flatMap(policy::stage);
            case REJECTED -> decided.fails().flatMap(policy::stage);
        };
    }

    private static StageBegunV1 told(Proposal proposal, Stage stage, Polls.Poll poll) {
        return new StageBegunV1(
                proposal.community(),
                proposal.id(),
                stage.name(),
                poll.terms().poll(),
                poll.submission().definition(),
                poll.submission().rollAt());
    }
}
