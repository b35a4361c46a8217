// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.spending;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class SpendingProblems {
    @ServerExceptionMapper
    Response map(SpendingRefused refused) {
        var status = switch (refused.refusal()) {
            case SpendingRefusal.SpendingImpossible _, SpendingRefusal.SpendingDifferent _ -> ProblemStatus.CONFLICT;
        };
        return Problems.response(status, (Record) refused.refusal());
    }
}
