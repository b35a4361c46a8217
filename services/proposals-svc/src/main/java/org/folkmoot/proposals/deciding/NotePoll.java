// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.deciding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.Optional;
import org.folkmoot.constitution.EnactmentWindow;
import org.folkmoot.constitution.Policy;
import org.folkmoot.contracts.DecisionReachedV1;
import org.folkmoot.contracts.EventJson;
import org.folkmoot.contracts.EventType;
import org.folkmoot.contracts.PollExtendedV1;
import org.folkmoot.contracts.PollOpenedV1;
import org.folkmoot.contracts.PollRefusedV1;
import org.folkmoot.contracts.TraceEntry;
import org.folkmoot.contracts.VotingEvent;
import org.folkmoot.proposals.Commitments;
import org.folkmoot.proposals.DecisionFacts;
import org.folkmoot.proposals.Lives;
import org.folkmoot.proposals.Rulebook;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Moves;
import org.folkmoot.proposals.domain.Polled;
import org.folkmoot.proposals.domain.Proposal;
import org.folkmoot.proposals.domain.Roll;
import org.folkmoot.proposals.domain.State;
import org.folkmoot.proposals.domain.Timelocked;
import org.folkmoot.record.Hash;

/** Moves a proposal by what its poll came to. What comes twice, too late or about another poll is passed over. */
@ApplicationScoped
@Transactional(TxType.MANDATORY)
class NotePoll {
    private final Lives lives;
    private final PinnedRules rules;
    private final NextStage nextStage;
    private final Rulebook rulebook;
    private final Commitments commitments;
    private final Clock clock;

    NotePoll(
            Lives lives,
            PinnedRules rules,
            NextStage nextStage,
            Rulebook rulebook,
            Commitments commitments,
            Clock clock) {
        this.commitments = commitments;
        this.rulebook = rulebook;
        this.clock = clock;
        this.rules = rules;
        this.lives = lives;
        this.nextStage = nextStage;
    }

    void opened(PollOpenedV1 event) {
        waitingFor(event.proposal(), event.poll())
                .ifPresent(proposal -> Moves.pollOpened(proposal.state(), event.openedAt())
                        .ifPresent(next -> {
                            lives.note(proposal, new Roll(event.openedAt(), event.rollMembers(), event.rollPower()));
                            lives.move(proposal, next, event.openedAt(), cause(event));
                        }));
    }

    void extended(PollExtendedV1 event) {
        waitingFor(event.proposal(), event.poll())
                .ifPresent(proposal -> Moves.pollExtended(proposal.state(), event.closesAt())
                        .ifPresent(state -> lives.note(proposal.in(state))));
    }

    void refused(PollRefusedV1 event) {
        waitingFor(event.proposal(), event.poll())
                .ifPresent(proposal -> Moves.pollRefused(proposal.state(), event.at(), event.reason())
                        .ifPresent(next -> lives.move(proposal, next, event.at(), cause(event))));
    }

    void decided(DecisionReachedV1 event) {
        waitingFor(event.proposal(), event.poll()).ifPresent(proposal -> {
            lives.note(proposal, new String(EventJson.write(event), UTF_8));
            var pinned = rules.of(proposal);
            if (!nextStage.begin(proposal, pinned, event, cause(event)))
                decision(proposal, pinned.policy(), event).ifPresent(next -> {
                    lives.move(proposal, next, event.decidedAt(), cause(event));
                    passed(proposal, pinned, next);
                });
        });
    }

    /** Has what it will move set aside, where its rules say so, and its actions read again. */
    private void passed(Proposal proposal, PinnedRules.Pinned pinned, State next) {
        if (!(next instanceof Timelocked passed)) return;
        var now = clock.instant();
        var ordered = passed.mandate().actions();
        commitments.onPassing(proposal, pinned.constitution(), ordered, now);
        lives.note(proposal, rulebook.check(Hash.parse(proposal.community()), proposal.content(), ordered, now));
    }

    private Optional<Proposal> waitingFor(String proposal, String poll) {
        return lives.find(proposal)
                .map(taken -> taken.proposal())
                .filter(found -> found.state() instanceof Polled polled
                        && polled.terms().poll().equals(poll));
    }

    private static Optional<State> decision(Proposal proposal, Policy policy, DecisionReachedV1 event) {
        return switch (event.outcome()) {
            case PASSED ->
                Moves.passed(
                        proposal.state(),
                        opensAt -> EnactmentWindow.of(
                                policy.last().timing(), opensAt, event.decidedAt(), DecisionFacts.of(event)),
                        event.decidedAt(),
                        proposal.content().ordered(event.winners()));
            case REJECTED -> Moves.rejected(proposal.state(), event.decidedAt(), reason(event));
        };
    }

    /** Says which rules were missed, in the words of the trace. */
    private static String reason(DecisionReachedV1 event) {
        var missed = event.trace().stream()
                .filter(rule -> !rule.passed())
                .map(TraceEntry::words)
                .collect(joining(" "));
        return missed.isBlank() ? "rejected by the vote" : missed;
    }

    private static Cause cause(VotingEvent event) {
        return new Cause.Told(EventType.of(event).name(), event.subject());
    }
}
