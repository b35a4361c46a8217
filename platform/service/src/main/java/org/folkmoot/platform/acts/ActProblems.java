// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import static org.folkmoot.platform.problems.ProblemStatus.BAD_REQUEST;
import static org.folkmoot.platform.problems.ProblemStatus.CONFLICT;
import static org.folkmoot.platform.problems.ProblemStatus.FORBIDDEN;
import static org.folkmoot.platform.problems.ProblemStatus.NOT_FOUND;
import static org.folkmoot.platform.problems.ProblemStatus.TOO_LARGE;
import static org.folkmoot.platform.problems.ProblemStatus.UNPROCESSABLE;

import java.util.Locale;
import org.folkmoot.platform.problems.Problem;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.record.Malformed;
import org.folkmoot.record.StrictJson;

/** The problem that each refusal of an act is. */
public final class ActProblems {
    private ActProblems() {}

    /** The problem, for a place that is not an HTTP answer, such as one line of a stream. */
    public static Problem of(ActRefusal refusal) {
        return Problems.of(
                switch (refusal) {
                    case ActRefusal.PayloadMalformed _ -> BAD_REQUEST;
                    case ActRefusal.PayloadTooLarge _ -> TOO_LARGE;
                    case ActRefusal.CommunityUnknown _, ActRefusal.ActUnknown _ -> NOT_FOUND;
                    case ActRefusal.NotAMember _ -> FORBIDDEN;
                    case ActRefusal.SeqReplayed _, ActRefusal.ActDuplicate _ -> CONFLICT;
                    case ActRefusal.SuiteUnsupported _,
                            ActRefusal.SignatureInvalid _,
                            ActRefusal.PasskeyRefused _,
                            ActRefusal.CommunityMismatch _,
                            ActRefusal.SubjectUnknown _,
                            ActRefusal.ActTypeUnexpected _,
                            ActRefusal.ActExpired _,
                            ActRefusal.ActHorizon _,
                            ActRefusal.KeyNotValid _ -> UNPROCESSABLE;
                },
                (Record) refusal);
    }

    /** What is wrong with bytes that could not be read as an act or as its body. */
    public static ActRefusal of(Malformed malformed) {
        if (malformed.reason() == Malformed.Reason.SIZE) return new ActRefusal.PayloadTooLarge(StrictJson.MAX_BYTES);
        var reason = malformed.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new ActRefusal.PayloadMalformed(reason, malformed.offset(), String.valueOf(malformed.getMessage()));
    }
}
