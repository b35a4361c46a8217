// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.payout;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class PayoutProblems {
    @ServerExceptionMapper
    Response map(PayoutRefused refused) {
        var status = switch (refused.refusal()) {
            case PayoutRefusal.PayoutUnknown _ -> ProblemStatus.NOT_FOUND;
            case PayoutRefusal.PayoutEnded _, PayoutRefusal.OrderImpossible _ -> ProblemStatus.CONFLICT;
        };
        return Problems.response(status, (Record) refused.refusal());
    }
}
