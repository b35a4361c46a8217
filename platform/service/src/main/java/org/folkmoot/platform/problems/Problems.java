// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.folkmoot.contracts.WireModule;
import org.folkmoot.platform.wire.HashModule;

/** Makes problems of refusals. */
public final class Problems {
    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    // Its own mapper, because a problem must also be told where the service's mapper is out of reach or at fault.
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModules(new Jdk8Module(), new JavaTimeModule(), new WireModule(), new HashModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .build();

    private Problems() {}

    /** The problem that a refusal is. */
    public static Problem of(ProblemStatus status, Record refusal) {
        return Problem.of(status.code(), refusal);
    }

    /** The answer to a request that is refused. */
    public static Response response(ProblemStatus status, Record refusal) {
        return response(of(status, refusal));
    }

    /** The answer to a request that may be taken in so many seconds, because what is in the way passes by itself. */
    public static Response later(Record refusal, int seconds) {
        return Response.fromResponse(response(ProblemStatus.UNAVAILABLE, refusal))
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }

    /** The answer to a request that is refused. */
    public static Response response(Problem problem) {
        return Response.status(problem.status())
                .type(MEDIA_TYPE)
                .entity(json(problem))
                .build();
    }

    /** The problem's text, for a place that is not an HTTP answer, such as one line of a stream. */
    public static String json(Problem problem) {
        try {
            return MAPPER.writeValueAsString(problem);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + problem.type(), e);
        }
    }
}
