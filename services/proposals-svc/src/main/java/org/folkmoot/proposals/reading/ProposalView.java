// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals.reading;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.folkmoot.proposals.domain.Cause;
import org.folkmoot.proposals.domain.Dossier;
import org.folkmoot.proposals.domain.Ended;
import org.folkmoot.proposals.domain.Failed;
import org.folkmoot.proposals.domain.State;
import org.folkmoot.record.Hash;

/** A proposal with everything that is known about it. A part that is not known yet is left out. */
@Schema(name = "Proposal", description = "A proposal as it stands now. Parts that are not known yet are left out.")
@JsonPropertyOrder({"proposal", "community", "author", "state"})
public record ProposalView(
        @Schema(description = "The hash of the act that drafted it")
        Hash proposal,

        Hash community,
        @Schema(description = "The member who wrote it") Hash author,
        StateWord state,
        String title,
        String text,
        List<String> options,

        @Schema(description = "What it would do, in this order")
        List<Map<String, Object>> actions,

        @Schema(
                enumeration = {"each", "together"},
                description = "Whether each action is enacted for itself, or all together or none")
        String enact,

        @Schema(description = "What its amendments change about the rules, in words")
        List<String> changes,

        Instant draftedAt,

        @Schema(description = "What its author puts down, if the policy asks for it")
        Optional<DepositView> deposit,

        @Schema(description = "What is set aside for its actions, if the constitution asks for it")
        Optional<CommitmentView> commitment,

        @Schema(description = "Who stands behind it, if the policy asks for sponsors")
        Optional<SponsorsView> sponsors,

        @Schema(description = "What the submission pinned") Optional<SubmissionView> submission,

        @Schema(description = "How the vote was decided, and why")
        Optional<DecisionView> decision,

        @Schema(description = "What its actions were found to be when it was proposed, passed and enacted")
        List<CheckView> checks,

        @Schema(description = "How far its actions are enacted")
        Optional<EnactmentView> enactment,

        @Schema(description = "The refusal of an action that may be retried")
        Optional<FailureView> failure,

        @Schema(description = "How it ended") Optional<EndView> end,

        @Schema(description = "Every change of state, the oldest first")
        List<TransitionView> timeline) {

    /** Why the last order was refused. */
    @Schema(name = "Failure")
    public record FailureView(
            int action,
            int attempt,
            @Schema(examples = "insufficient-funds") String reason,
            String detail,
            Instant at,

            @Schema(description = "How often it may still be tried again")
            int retriesLeft) {

        static Optional<FailureView> of(State state) {
            return state instanceof Failed failed
                    ? Optional.of(new FailureView(
                            failed.action(),
                            failed.attempt(),
                            failed.reason(),
                            failed.detail(),
                            failed.failedAt(),
                            failed.mandate().retries() - failed.attempt() + 1))
                    : Optional.empty();
        }
    }

    /** How a proposal ended. */
    @Schema(name = "End")
    public record EndView(Instant at, String reason) {

        static Optional<EndView> of(State state) {
            return state instanceof Ended ended
                    ? Optional.of(new EndView(ended.endedAt(), ended.reason()))
                    : Optional.empty();
        }
    }

    /** One change of state. */
    @Schema(name = "Transition")
    public record TransitionView(StateWord state, Instant at, CauseView cause, String note) {}

    /** What made it change: a member's act, another service's event, or a deadline. */
    @Schema(name = "Cause")
    public record CauseView(
            Kind kind,

            @Schema(description = "The hash of the act, the poll or the enactment; of a deadline nothing")
            Optional<String> about,

            @Schema(examples = "voting.decision-reached.v1", description = "The type of the event")
            Optional<String> type) {

        /** The kinds of causes. */
        public enum Kind {
            ACT,
            EVENT,
            DEADLINE;

            @JsonValue
            public String word() {
                return name().toLowerCase(Locale.ROOT);
            }
        }

        static CauseView of(Cause cause) {
            return switch (cause) {
                case Cause.Act act -> new CauseView(Kind.ACT, Optional.of(act.act()), Optional.empty());
                case Cause.Told told -> new CauseView(Kind.EVENT, Optional.of(told.about()), Optional.of(told.type()));
                case Cause.Time _ -> new CauseView(Kind.DEADLINE, Optional.empty(), Optional.empty());
            };
        }
    }

    static ProposalView of(Dossier.Full full, List<String> changes) {
        var dossier = full.dossier();
        var proposal = dossier.proposal();
        var content = proposal.content();
        return new ProposalView(
                Hash.parse(proposal.id()),
                Hash.parse(proposal.community()),
                Hash.parse(proposal.author()),
                StateWord.of(proposal.state().word()),
                content.title(),
                content.text(),
                content.options(),
                content.actions(),
                content.enact().word(),
                changes,
                dossier.draftedAt(),
                dossier.deposit().map(DepositView::of),
                dossier.committed().map(CommitmentView::of),
                dossier.backed().map(SponsorsView::of),
                dossier.pinned().map(SubmissionView::of),
                dossier.decision().map(DecisionView::of),
                CheckView.of(dossier),
                dossier.enactment().map(enactment -> EnactmentView.of(enactment, proposal)),
                FailureView.of(proposal.state()),
                EndView.of(proposal.state()),
                full.timeline().stream()
                        .map(transition -> new TransitionView(
                                StateWord.of(transition.state()),
                                transition.at(),
                                CauseView.of(transition.cause()),
                                transition.note()))
                        .toList());
    }
}
