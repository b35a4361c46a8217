// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.leaving;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class ExitProblems {
    @ServerExceptionMapper
    Response map(ExitRefused refused) {
        var status = switch (refused.refusal()) {
            case ExitRefusal.ExitImpossible _, ExitRefusal.ExitDifferent _, ExitRefusal.ExitNotOffered _ ->
                ProblemStatus.CONFLICT;
        };
        return Problems.response(status, (Record) refused.refusal());
    }
}
