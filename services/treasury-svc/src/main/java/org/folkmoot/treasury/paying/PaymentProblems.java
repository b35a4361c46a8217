// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.paying;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class PaymentProblems {
    @ServerExceptionMapper
    Response map(PaymentRefused refused) {
        var status = switch (refused.refusal()) {
            case PaymentRefusal.PaymentImpossible _, PaymentRefusal.PaymentDifferent _ -> ProblemStatus.CONFLICT;
            case PaymentRefusal.Busy _ -> ProblemStatus.UNAVAILABLE;
        };
        return Problems.response(status, (Record) refused.refusal());
    }
}
