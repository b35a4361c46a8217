// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.folkmoot.record.Times;

/**
 * Everything that is known about a proposal, for those who read it.
 *
 * @param decision the decision as the voting service told it, as JSON text
 */
public record Dossier(
        Proposal proposal,
        Instant draftedAt,
        Optional<PutDown> deposit,
        Optional<Committed> committed,
        Optional<Backed> backed,
        Optional<Pinned> pinned,
        Optional<String> decision,
        Optional<Checked> checked,
        Optional<Enactment> enactment) {

    /** What the sponsors are, and who signed so far. */
    public record Backed(Entry entry, Backing backing, List<Sponsorship> sponsors) {
        public Backed {
            sponsors = List.copyOf(sponsors);
        }
    }

    /** What stands since the poll was asked for. */
    public record Pinned(Submission submission, Terms terms, Optional<Roll> roll) {}

    /**
     * How far the enactment came.
     *
     * @param enacted how many of the mandate's actions were enacted
     * @param attempt the number of the last order, 0 before the first
     */
    public record Enactment(Mandate mandate, int enacted, int attempt) {}

    /** One change of state. The note says more where the state has more to say. */
    public record Transition(String state, Instant at, Cause cause, String note) {

        /** Describes how a state was entered. */
        public static Transition into(State next, Instant at, Cause cause) {
            return new Transition(next.word(), at, cause, note(next));
        }

        private static String note(State next) {
            return switch (next) {
                case Timelocked timelocked ->
                    "eta " + Times.text(timelocked.mandate().eta());
                case Enacting order -> "action " + order.action() + ", attempt " + order.attempt();
                case Failed failed ->
                    "action " + failed.action() + ", attempt " + failed.attempt() + ": " + failed.reason();
                case Ended ended -> ended.reason();
                case Sponsoring sponsoring ->
                    sponsoring.backing().found() + " of " + sponsoring.backing().needed() + " sponsors";
                case Draft _, Depositing _, Polled _ -> "";
            };
        }
    }

    /** A dossier together with its timeline. */
    public record Full(Dossier dossier, List<Transition> timeline) {
        public Full {
            timeline = List.copyOf(timeline);
        }

        /** Shows what stands at an instant, also where the scheduler has not written it yet. */
        public Full asOf(Instant now) {
            return dossier.proposal
                    .state()
                    .turn()
                    .filter(turn -> turn.dueAt(now))
                    .map(this::after)
                    .orElse(this);
        }

        private Full after(Turn turn) {
            var turned = new ArrayList<>(timeline);
            turned.add(Transition.into(turn.to(), turn.at(), new Cause.Time()));
            return new Full(dossier.in(turn.to()), turned);
        }
    }

    private Dossier in(State state) {
        return new Dossier(
                proposal.in(state), draftedAt, deposit, committed, backed, pinned, decision, checked, enactment);
    }
}
