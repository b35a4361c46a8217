// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.platform.problems.RequestRefusal;

/**
 * Refuses a body that is larger than its route takes, before any of it is read where its length is announced. Most
 * routes take one act; the paths that take streams match {@code folkmoot.http.streams}, a regular expression.
 */
@ApplicationScoped
class BodyLimit {
    private static final int BEFORE_EVERYTHING = 1_000;

    private final long ordinary;
    private final long stream;
    private final Optional<Pattern> streams;

    BodyLimit(
            @ConfigProperty(name = "folkmoot.http.body-limit") MemorySize ordinary,
            @ConfigProperty(name = "folkmoot.http.stream-limit") MemorySize stream,
            @ConfigProperty(name = "folkmoot.http.streams") Optional<String> streams) {
        this.ordinary = ordinary.asLongValue();
        this.stream = stream.asLongValue();
        this.streams = streams.map(Pattern::compile);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, BEFORE_EVERYTHING);
    }

    private void check(RoutingContext context) {
        long limit = limit(context.normalizedPath());
        var announced = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced != null && tooLong(announced, limit)) {
            refuse(context);
            return;
        }
        // Whoever reads a body of unknown length stops here.
        context.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, limit);
        context.next();
    }

    private long limit(String path) {
        return streams.filter(pattern -> pattern.matcher(path).matches()).isPresent() ? stream : ordinary;
    }

    private static boolean tooLong(String announced, long limit) {
        try {
            return Long.parseLong(announced) > limit;
        } catch (NumberFormatException _) {
            return true;
        }
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
