// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.platform.problems.RequestRefusal;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers requests whose cursor is not one that this service gave. */
public class CursorMapper {
    @ServerExceptionMapper
    public Response map(MalformedCursor failure) {
        return Problems.response(ProblemStatus.BAD_REQUEST, new RequestRefusal.CursorMalformed());
    }
}
