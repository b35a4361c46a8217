// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.voting.domain.Refused;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers refusals. */
class RefusalMapper {
    @ServerExceptionMapper
    Response map(Refused refused) {
        var problem = RefusalProblems.of(refused.refusal());
        var answer = Response.fromResponse(Problems.response(problem));
        RefusalProblems.retryAfter(problem).ifPresent(seconds -> answer.header(HttpHeaders.RETRY_AFTER, seconds));
        return answer.build();
    }
}
