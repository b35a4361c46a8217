// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.impl.RoutingContextInternal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.platform.problems.RequestRefusal;

/**
 * Refuses a body that is larger than its route takes, before any of it is read where its length is announced. Most
 * routes take one act; the paths that take streams match {@code folkmoot.http.streams}, a regular expression, and those that
 * take whole files {@code folkmoot.http.files}.
 *
 * <p>An ordinary body of unknown length is collected here up to the limit, so that nobody behind this has to wait for a
 * slow sender. A stream of unknown length is cut off by Quarkus, with a bare 413.
 */
@ApplicationScoped
class BodyLimit {
    // After Quarkus' own limit, which has one value for all routes, and before anybody reads.
    private static final int PRIORITY = 1;

    private static final Set<HttpMethod> BODILESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final long ordinary;
    private final long stream;
    private final long file;
    private final Optional<Pattern> streams;
    private final Optional<Pattern> files;

    BodyLimit(
            @ConfigProperty(name = "folkmoot.http.body-limit") MemorySize ordinary,
            @ConfigProperty(name = "folkmoot.http.stream-limit") MemorySize stream,
            @ConfigProperty(name = "folkmoot.http.file-limit") MemorySize file,
            @ConfigProperty(name = "folkmoot.http.streams") Optional<String> streams,
            @ConfigProperty(name = "folkmoot.http.files") Optional<String> files) {
        this.ordinary = ordinary.asLongValue();
        this.stream = stream.asLongValue();
        this.file = file.asLongValue();
        this.streams = streams.map(Pattern::compile);
        this.files = files.map(Pattern::compile);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        boolean takesFile = takes(files, context);
        boolean takesStream = takesFile || takes(streams, context);
        long limit = takesFile ? file : takesStream ? stream : ordinary;
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        var announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && isAbove(limit, announced)) refuse(context);
        else if (announced == null && !takesStream && mayHaveBody(context)) collect(context, limit);
        else context.next();
    }

    private static boolean takes(Optional<Pattern> paths, RoutingContext context) {
        return paths.filter(pattern -> pattern.matcher(context.normalizedPath()).matches())
                .isPresent();
    }

    private static boolean mayHaveBody(RoutingContext context) {
        return !BODILESS.contains(context.request().method());
    }

    private static boolean isAbove(long limit, String announced) {
        try {
            return Long.parseLong(announced) > limit;
        } catch (NumberFormatException _) {
            return true;
        }
    }

    private static void collect(RoutingContext context, long limit) {
        var body = Buffer.buffer();
        var request = context.request();
        request.handler(part -> {
            if (context.response().ended()) return;
            if (body.length() + part.length() > limit) refuse(context);
            else body.appendBuffer(part);
        });
        request.endHandler(_ -> {
            if (context.response().ended()) return;
            ((RoutingContextInternal) context).setBody(body);
            context.next();
        });
        request.resume();
    }

    private static void refuse(RoutingContext context) {
        var problem = Problems.of(ProblemStatus.TOO_LARGE, new RequestRefusal.RequestTooLarge());
        context.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, "close")
                .end(Problems.json(problem));
    }
}
