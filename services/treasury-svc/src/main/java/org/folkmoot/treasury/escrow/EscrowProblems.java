// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.escrow;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class EscrowProblems {
    @ServerExceptionMapper
    Response map(SaidRefused refused) {
        var status = switch (refused.refusal()) {
            case SaidRefusal.EscrowUnknown _ -> ProblemStatus.NOT_FOUND;
            case SaidRefusal.MayNotSign _ -> ProblemStatus.FORBIDDEN;
            case SaidRefusal.EscrowImpossible _, SaidRefusal.WithdrawalDifferent _ -> ProblemStatus.CONFLICT;
        };
        return Problems.response(status, (Record) refused.refusal());
    }
}
