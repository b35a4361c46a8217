// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.opening;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class OpeningProblems {
    @ServerExceptionMapper
    Response map(OpeningRefused refused) {
        var status = switch (refused.refusal()) {
            case OpeningRefusal.OpeningUnknown _ -> ProblemStatus.NOT_FOUND;
            case OpeningRefusal.OpeningSlow _ -> ProblemStatus.BAD_REQUEST;
            case OpeningRefusal.OpeningFaulty _ -> ProblemStatus.UNPROCESSABLE;
            case OpeningRefusal.OpeningDifferent _, OpeningRefusal.OpeningImpossible _ -> ProblemStatus.CONFLICT;
            case OpeningRefusal.Busy _ -> ProblemStatus.UNAVAILABLE;
        };
        return Problems.response(status, (Record) refused.refusal());
    }
}
