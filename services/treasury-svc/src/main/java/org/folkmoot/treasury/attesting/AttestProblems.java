// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.attesting;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class AttestProblems {
    @ServerExceptionMapper
    Response map(AttestRefused refused) {
        var status = switch (refused.refusal()) {
            case AttestRefusal.AssetNotAttested _,
                    AttestRefusal.AttestedAmountInvalid _,
                    AttestRefusal.AttestedAccountUnknown _,
                    AttestRefusal.NotYetHappened _ -> ProblemStatus.UNPROCESSABLE;
            case AttestRefusal.RoleRequired _ -> ProblemStatus.FORBIDDEN;
            case AttestRefusal.AttestationDifferent _ -> ProblemStatus.CONFLICT;
            case AttestRefusal.PayoutUnknown _, AttestRefusal.AttestationUnknown _ -> ProblemStatus.NOT_FOUND;
        };
        return Problems.response(status, (Record) refused.refusal());
    }
}
