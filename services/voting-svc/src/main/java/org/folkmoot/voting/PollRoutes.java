// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.problems.Problem;
import org.folkmoot.platform.problems.ProblemStatus;
import org.folkmoot.platform.problems.Problems;
import org.folkmoot.platform.problems.RequestRefusal;

/** What the plain routes of Vert.x below a poll have in common. */
public final class PollRoutes {
    private PollRoutes() {}

    /** Whether the database does not answer, in which case the caller is told. */
    public static boolean isAway(RoutingContext route, Database database) {
        if (database.ready()) return false;
        refuse(route, Problems.of(ProblemStatus.UNAVAILABLE, new RequestRefusal.DatabaseUnavailable()));
        return true;
    }

    /** Refuses a path that names nothing. */
    public static void notFound(RoutingContext route) {
        refuse(route, Problems.of(ProblemStatus.NOT_FOUND, new RequestRefusal.NotFound()));
    }

    /** Refuses a request for what went wrong. */
    public static void refuse(RoutingContext route, Throwable failure) {
        refuse(route, RefusalProblems.of(failure));
    }

    /** Refuses a request. */
    public static void refuse(RoutingContext route, Problem problem) {
        RefusalProblems.retryAfter(problem)
                .ifPresent(seconds -> route.response().putHeader(HttpHeaders.RETRY_AFTER, seconds));
        route.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problems.MEDIA_TYPE)
                .end(Problems.json(problem));
    }
}
