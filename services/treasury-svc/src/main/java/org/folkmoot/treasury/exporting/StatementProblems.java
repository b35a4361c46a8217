// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.exporting;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class StatementProblems {
    @ServerExceptionMapper
    Response map(StatementRefused refused) {
        var status = switch (refused.refusal()) {
            case StatementRefusal.StatementUnknown _, StatementRefusal.ProofUnknown _ -> ProblemStatus.NOT_FOUND;
            case StatementRefusal.FormatUnknown _, StatementRefusal.MomentInvalid _ -> ProblemStatus.BAD_REQUEST;
        };
        return Problems.response(status, (Record) refused.refusal());
    }
}
