// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.acts;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.record.Malformed;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers requests whose act was refused. */
public class ActMappers {
    @ServerExceptionMapper
    public Response map(ActRefused refused) {
        return Problems.response(ActProblems.of(refused.refusal()));
    }

    /** A body is read by the service that knows its members, which may be after the desk is done. */
    @ServerExceptionMapper
    public Response map(Malformed malformed) {
        return Problems.response(ActProblems.of(ActProblems.of(malformed)));
    }
}
