// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.voting.domain.Refusal;
import org.folkmoot.voting.domain.Refused;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers refusals. */
class RefusalMapper {
    private static final String RETRY_AFTER_SECONDS = "1";

    @ServerExceptionMapper
    Response map(Refused refused) {
        var answer = Problems.response(RefusalProblems.of(refused.refusal()));
        return refused.refusal() instanceof Refusal.Busy || refused.refusal() instanceof Refusal.ClockOff
                ? Response.fromResponse(answer)
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                        .build()
                : answer;
    }
}
