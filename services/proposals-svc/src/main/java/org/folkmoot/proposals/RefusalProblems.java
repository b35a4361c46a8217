// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.proposals;

import static org.folkmoot.platform.problems.ProblemStatus.BAD_REQUEST;
import static org.folkmoot.platform.problems.ProblemStatus.CONFLICT;
import static org.folkmoot.platform.problems.ProblemStatus.FORBIDDEN;
import static org.folkmoot.platform.problems.ProblemStatus.NOT_FOUND;
import static org.folkmoot.platform.problems.ProblemStatus.UNAVAILABLE;
import static org.folkmoot.platform.problems.ProblemStatus.UNPROCESSABLE;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.proposals.domain.Refusal;
import org.folkmoot.proposals.domain.Refused;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class RefusalProblems {
    private static final int RETRY_AFTER_SECONDS = 2;

    @ServerExceptionMapper
    Response map(Refused refused) {
        var refusal = refused.refusal();
        var status = status(refusal);
        return status == UNAVAILABLE
                ? Problems.later((Record) refusal, RETRY_AFTER_SECONDS)
                : Problems.response(status, (Record) refusal);
    }

    private static ProblemStatus status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.StateUnknown _ -> BAD_REQUEST;
            case Refusal.MayNotPropose _,
                    Refusal.MayNotSponsor _,
                    Refusal.NotTheAuthor _,
                    Refusal.SponsorIsAuthor _,
                    Refusal.TooLittlePower _ -> FORBIDDEN;
            case Refusal.ProposalUnknown _ -> NOT_FOUND;
            case Refusal.AlreadySponsor _,
                    Refusal.WrongState _,
                    Refusal.VotingBegun _,
                    Refusal.RetriesExhausted _,
                    Refusal.TooFewLeft _,
                    Refusal.TooManyOpen _,
                    Refusal.TooManyProposals _ -> CONFLICT;
            case Refusal.ContentInvalid _,
                    Refusal.NoPolicy _,
                    Refusal.PolicyNotRun _,
                    Refusal.ActionUnknown _,
                    Refusal.ActionInvalid _,
                    Refusal.QuestionInvalid _ -> UNPROCESSABLE;
            case Refusal.MembershipBehind _ -> UNAVAILABLE;
        };
    }
}
