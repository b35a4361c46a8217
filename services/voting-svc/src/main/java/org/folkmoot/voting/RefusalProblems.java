// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import static org.folkmoot.platform.problems.ProblemStatus.CONFLICT;
import static org.folkmoot.platform.problems.ProblemStatus.FORBIDDEN;
import static org.folkmoot.platform.problems.ProblemStatus.GONE;
import static org.folkmoot.platform.problems.ProblemStatus.INTERNAL_ERROR;
import static org.folkmoot.platform.problems.ProblemStatus.NOT_FOUND;
import static org.folkmoot.platform.problems.ProblemStatus.UNAVAILABLE;
import static org.folkmoot.platform.problems.ProblemStatus.UNPROCESSABLE;

import java.util.Optional;
import java.util.UUID;
import org.folkmoot.constitution.PluginFailed;
import org.folkmoot.platform.acts.ActProblems;
import org.folkmoot.platform.acts.ActRefused;
import org.folkmoot.platform.data.Setback;
import org.folkmoot.platform.problems.Problem;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.platform.problems.RequestRefusal;
import org.folkmoot.record.Malformed;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.jboss.logging.Logger;

/** The problem that each refusal is. */
public final class RefusalProblems {
    private static final Logger LOG = Logger.getLogger(RefusalProblems.class);

    private RefusalProblems() {}

    /** The problem that a refusal is. */
    public static Problem of(Refusal refusal) {
        return Problems.of(
                switch (refusal) {
                    case Refusal.PollUnknown _,
                            Refusal.BallotUnknown _,
                            Refusal.ScopeUnknown _,
                            Refusal.PaperUnknown _,
                            Refusal.DrawUnknown _,
                            Refusal.TrusteeUnknown _ -> NOT_FOUND;
                    case Refusal.PollWaiting _,
                            Refusal.PollNotOpen _,
                            Refusal.BallotLate _,
                            Refusal.AlreadyVoted _,
                            Refusal.ChoiceClosed _,
                            Refusal.NoStream _,
                            Refusal.NoDelegation _,
                            Refusal.NoPaper _,
                            Refusal.PaperConfirmed _,
                            Refusal.PaperConflicts _,
                            Refusal.DelegationIdle _,
                            Refusal.NotSealed _,
                            Refusal.NotUnsealing _,
                            Refusal.ShareDuplicate _,
                            Refusal.DrawOver _,
                            Refusal.OtherRound _,
                            Refusal.OutOfTime _,
                            Refusal.AlreadyCommitted _,
                            Refusal.AlreadyRevealed _,
                            Refusal.NotCommitted _,
                            Refusal.SeqReplayed _,
                            Refusal.ActDuplicate _ -> CONFLICT;
                    case Refusal.PollCancelled _, Refusal.PollRefused _ -> GONE;
                    case Refusal.NotOnRoll _, Refusal.NotAnOfficer _, Refusal.SameOfficer _, Refusal.NotACommitter _ ->
                        FORBIDDEN;
                    case Refusal.ChoiceInvalid _,
                            Refusal.ReasonMissing _,
                            Refusal.ReasonInvalid _,
                            Refusal.DelegatesInvalid _,
                            Refusal.DelegateUnknown _,
                            Refusal.EndInvalid _,
                            Refusal.PaperInvalid _,
                            Refusal.RevealMismatch _,
                            Refusal.SealInvalid _,
                            Refusal.ShareInvalid _ -> UNPROCESSABLE;
                    case Refusal.Busy _, Refusal.ClockOff _, Refusal.PluginMissing _ -> UNAVAILABLE;
                },
                (Record) refusal);
    }

    /** The problem that a failure is, for a place that is not an HTTP answer of its own. */
    public static Problem of(Throwable failure) {
        return switch (failure) {
            case Refused refused -> of(refused.refusal());
            case ActRefused refused -> ActProblems.of(refused.refusal());
            case Malformed malformed -> ActProblems.of(ActProblems.of(malformed));
            case PluginFailed failed -> Problems.of(UNAVAILABLE, RequestRefusal.PluginFailed.of(failed));
            default -> unforeseen(failure);
        };
    }

    /** In how many seconds what was refused may be done, where it passes by itself. */
    public static Optional<String> retryAfter(Problem problem) {
        return switch (problem.refusal()) {
            case Refusal.Busy _, Refusal.ClockOff _ -> Optional.of("1");
            case RequestRefusal.DatabaseUnavailable _ -> Optional.of("2");
            default -> Optional.empty();
        };
    }

    private static Problem unforeseen(Throwable failure) {
        if (Setback.behind(failure).isPresent())
            return Problems.of(UNAVAILABLE, new RequestRefusal.DatabaseUnavailable());
        var id = UUID.randomUUID().toString();
        LOG.errorf(failure, "A request failed; the caller was told %s", id);
        return Problems.of(INTERNAL_ERROR, new RequestRefusal.InternalError(id));
    }
}
