// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.platform.problems.RequestRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Shows what is for operators, the metrics and what they set up, to whoever has the operator's token, and to nobody if there
 * is none. No endpoint lets an operator act for a member or change what members decided.
 */
@ApplicationScoped
class OperatorGate {
    // After the limit of bodies.
    private static final int PRIORITY = 0;
    private static final List<String> CLOSED = List.of("/metrics", "/v1/operator");
    // JAX-RS looks for resources without these, so they must not hide a path from this gate.
    private static final Pattern MATRIX = Pattern.compile(";[^/]*");
    private static final String BEARER = "Bearer ";

    private final Optional<byte[]> token;

    OperatorGate(@ConfigProperty(name = "folkmoot.operator.token-file") Optional<Path> file) {
        this.token = file.map(OperatorGate::read);
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        var whole = context.normalizedPath();
        var path = whole.indexOf(';') < 0 ? whole : MATRIX.matcher(whole).replaceAll("");
        if (CLOSED.stream().noneMatch(closed -> path.equals(closed) || path.startsWith(closed + "/"))) context.next();
        else if (opens(context.request().getHeader(HttpHeaders.AUTHORIZATION))) context.next();
        else refuse(context);
    }

    private boolean opens(@Nullable String header) {
        return header != null
                && header.startsWith(BEARER)
                && token.filter(known -> MessageDigest.isEqual(
                                known, header.substring(BEARER.length()).getBytes(UTF_8)))
                        .isPresent();
    }

    private static byte[] read(Path file) {
        try {
            var token = Files.readString(file).strip();
            if (token.length() >= 32) return token.getBytes(UTF_8);
            throw new IllegalStateException("The operator's token has fewer than 32 characters: " + file);
        } catch (IOException e) {
            throw new UncheckedIOException("The operator's token cannot be read: " + file, e);
        }
    }

    private static void refuse(RoutingContext context) {
        var problem = Problems.of(ProblemStatus.UNAUTHORIZED, new RequestRefusal.OperatorRequired());
        context.response()
                .setStatusCode(problem.status())
                .putHeader("WWW-Authenticate", "Bearer")
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .end(Problems.json(problem));
    }
}
