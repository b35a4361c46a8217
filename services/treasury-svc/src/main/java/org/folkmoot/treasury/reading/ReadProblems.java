// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.treasury.reading;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal is. */
class ReadProblems {
    @ServerExceptionMapper
    Response map(ReadRefused refused) {
        var status = switch (refused.refusal()) {
            case ReadRefusal.AccountUnknown _, ReadRefusal.TransferUnknown _ -> ProblemStatus.NOT_FOUND;
        };
        return Problems.response(status, (Record) refused.refusal());
    }
}
