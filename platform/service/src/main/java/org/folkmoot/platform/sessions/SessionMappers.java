// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.sessions;

import static org.folkmoot.platform.problems.ProblemStatus.FORBIDDEN;
import static org.folkmoot.platform.problems.ProblemStatus.UNAUTHORIZED;
import static org.folkmoot.platform.problems.ProblemStatus.UNAVAILABLE;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.folkmoot.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** The problem that each refusal of a session is, with the challenge that RFC 6750 asks for. */
public class SessionMappers {
    @ServerExceptionMapper
    public Response map(SessionRefused refused) {
        var refusal = refused.refusal();
        return switch (refusal) {
            case SessionRefusal.SessionRequired _ -> unauthorized(refusal, "Bearer");
            case SessionRefusal.SessionInvalid _ -> unauthorized(refusal, "Bearer error=\"invalid_token\"");
            case SessionRefusal.SessionInsufficient _ -> Problems.response(FORBIDDEN, (Record) refusal);
            case SessionRefusal.SessionKeysUnavailable _ -> Problems.response(UNAVAILABLE, (Record) refusal);
        };
    }

    private static Response unauthorized(SessionRefusal refusal, String challenge) {
        return Response.fromResponse(Problems.response(UNAUTHORIZED, (Record) refusal))
                .header(HttpHeaders.WWW_AUTHENTICATE, challenge)
                .build();
    }
}
