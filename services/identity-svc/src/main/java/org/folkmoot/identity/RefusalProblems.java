// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.identity;

import static org.folkmoot.platform.problems.ProblemStatus.BAD_REQUEST;
import static org.folkmoot.platform.problems.ProblemStatus.CONFLICT;
import static org.folkmoot.platform.problems.ProblemStatus.FORBIDDEN;
import static org.folkmoot.platform.problems.ProblemStatus.NOT_FOUND;
import static org.folkmoot.platform.problems.ProblemStatus.TOO_LARGE;
import static org.folkmoot.platform.problems.ProblemStatus.UNAVAILABLE;
import static org.folkmoot.platform.problems.ProblemStatus.UNPROCESSABLE;

import jakarta.ws.rs.core.Response;
import org.folkmoot.identity.domain.Refusal;
import org.folkmoot.identity.domain.Refused;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class RefusalProblems {
    @ServerExceptionMapper
    Response map(Refused refused) {
        return Problems.response(status(refused.refusal()), (Record) refused.refusal());
    }

    private static ProblemStatus status(Refusal refusal) {
        return switch (refusal) {
            case Refusal.LineMalformed _, Refusal.StreamCutOff _ -> BAD_REQUEST;
            case Refusal.AdmissionRefused _,
                    Refusal.NotOneself _,
                    Refusal.NotAGuardian _,
                    Refusal.NotAnAttester _,
                    Refusal.LoginUnknown _ -> FORBIDDEN;
            case Refusal.MemberUnknown _,
                    Refusal.ConstitutionUnknown _,
                    Refusal.ApplicantUnknown _,
                    Refusal.NoPersonalData _,
                    Refusal.NotExpelled _,
                    Refusal.RecoveryUnknown _ -> NOT_FOUND;
            case Refusal.AlreadyMember _,
                    Refusal.ApplicationOpen _,
                    Refusal.ApplicationDecided _,
                    Refusal.SaidBefore _,
                    Refusal.TooManySaid _,
                    Refusal.JoinsLimited _,
                    Refusal.ClaimUsed _,
                    Refusal.LastMember _,
                    Refusal.KeyTaken _,
                    Refusal.RecoveryEnded _,
                    Refusal.TooManyKeys _,
                    Refusal.LastKey _,
                    Refusal.MembershipEndless _,
                    Refusal.RenewalTooEarly _,
                    Refusal.AlreadyCompromised _,
                    Refusal.AppealTooLate _,
                    Refusal.LoginTaken _,
                    Refusal.AlreadyAppealed _,
                    Refusal.ChallengeUsed _ -> CONFLICT;
            case Refusal.LineTooLong _ -> TOO_LARGE;
            case Refusal.PersonalDataNotProvided _, Refusal.LoginNotProvided _ -> UNAVAILABLE;
            case Refusal.ConstitutionRefused _,
                    Refusal.FoundersInvalid _,
                    Refusal.SignerNotFounder _,
                    Refusal.NameMismatch _,
                    Refusal.KeyInvalid _,
                    Refusal.MemberRepeated _,
                    Refusal.CountInvalid _,
                    Refusal.CountMismatch _,
                    Refusal.RollMismatch _,
                    Refusal.AboutOneself _,
                    Refusal.ConsentInvalid _,
                    Refusal.GuardiansInvalid _,
                    Refusal.KeyNotHeld _,
                    Refusal.WordsInvalid _,
                    Refusal.CredentialRefused _,
                    Refusal.StatementInvalid _,
                    Refusal.ChallengeInvalid _,
                    Refusal.CommitmentMismatch _,
                    Refusal.ChallengeExpired _,
                    Refusal.AppealsNotProvided _,
                    Refusal.LoginInvalid _,
                    Refusal.ObjectionsNotProvided _ -> UNPROCESSABLE;
        };
    }
}
