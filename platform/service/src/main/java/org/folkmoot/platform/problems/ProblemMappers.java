// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.problems;

import static org.folkmoot.platform.problems.ProblemStatus.BAD_REQUEST;
import static org.folkmoot.platform.problems.ProblemStatus.INTERNAL_ERROR;
import static org.folkmoot.platform.problems.ProblemStatus.UNAVAILABLE;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Path;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.folkmoot.constitution.PluginFailed;
import org.folkmoot.platform.data.Setback;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/**
 * The problem that each failure of a request is. Whatever nobody foresaw is our fault, and only the log says more.
 *
 * <p>This class and its likes are public because the code that Quarkus generates for them is loaded with the service,
 * apart from this library.
 */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    @ServerExceptionMapper
    public Response map(WebApplicationException failure) {
        for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) return map(json);
            if (Setback.behind(cause).isPresent()) return unforeseen(failure);
        }
        int status = failure.getResponse().getStatus();
        if (status >= INTERNAL_ERROR.code()) return unforeseen(failure);
        var answer = Response.fromResponse(Problems.response(Problem.of(status, HttpRefusals.of(status))));
        var allow = failure.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? answer.build()
                : answer.header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    public Response map(JsonProcessingException failure) {
        if (failure instanceof InvalidDefinitionException) return unforeseen(failure);
        var field = failure instanceof JsonMappingException mapping ? field(mapping) : "";
        // The original message names our classes in places; the first line of what Jackson expected does not.
        return Problems.response(BAD_REQUEST, new RequestRefusal.RequestMalformed(field, JsonWords.of(failure)));
    }

    /** Named beside its supertype, because the framework has a mapper of its own for it. */
    @ServerExceptionMapper
    public Response map(MismatchedInputException failure) {
        return map((JsonProcessingException) failure);
    }

    @ServerExceptionMapper
    public Response map(ResteasyReactiveViolationException failure) {
        return map((ConstraintViolationException) failure);
    }

    @ServerExceptionMapper
    public Response map(ConstraintViolationException failure) {
        if (!(failure instanceof ResteasyReactiveViolationException)) return unforeseen(failure);
        var violations = failure.getConstraintViolations().stream()
                .map(violation -> new RequestRefusal.Violation(field(violation), violation.getMessage()))
                .sorted(Comparator.comparing(RequestRefusal.Violation::field))
                .toList();
        return Problems.response(BAD_REQUEST, new RequestRefusal.RequestInvalid(violations));
    }

    /** The caller went away, or sent more than was to be read; that is not our fault and fills no log. */
    @ServerExceptionMapper
    public Response map(IOException failure) {
        if (Setback.behind(failure).isPresent()) return unforeseen(failure);
        LOG.debug("a body could not be read to its end", failure);
        return Problems.response(Problem.of(BAD_REQUEST.code(), new RequestRefusal.RequestRefused()));
    }

    @ServerExceptionMapper
    public Response map(PluginFailed failure) {
        return Problems.response(UNAVAILABLE, RequestRefusal.PluginFailed.of(failure));
    }

    @ServerExceptionMapper
    public Response map(Throwable failure) {
        return unforeseen(failure);
    }

    static Response databaseUnavailable() {
        return Problems.later(new RequestRefusal.DatabaseUnavailable(), RETRY_AFTER_SECONDS);
    }

    private Response unforeseen(Throwable failure) {
        if (Setback.behind(failure).isPresent()) {
            LOG.debug("a request met a setback", failure);
            return databaseUnavailable();
        }
        var id = UUID.randomUUID().toString();
        LOG.errorf(failure, "A request failed; the caller was told %s", id);
        return Problems.response(INTERNAL_ERROR, new RequestRefusal.InternalError(id));
    }

    private static String field(JsonMappingException failure) {
        return failure.getPath().stream()
                .map(step -> step.getFieldName() == null ? String.valueOf(step.getIndex()) : step.getFieldName())
                .collect(Collectors.joining("."));
    }

    private static String field(ConstraintViolation<?> violation) {
        List<String> steps = new ArrayList<>();
        for (Path.Node node : violation.getPropertyPath()) steps.add(node.toString());
        // The first step is the method and the second its parameter; of a body, only what is inside it is known to
        // callers.
        return String.join(".", steps.subList(Math.min(steps.size() - 1, steps.size() > 2 ? 2 : 1), steps.size()));
    }
}
