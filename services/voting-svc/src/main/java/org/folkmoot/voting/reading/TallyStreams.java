// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import java.util.stream.Stream;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.problems.Problem;
import org.folkmoot.platform.problems.RequestRefusal;
import org.folkmoot.platform.web.PlainRequest;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.PollRoutes;
import org.jspecify.annotations.Nullable;

/**
 * Where anyone follows a count. A plain route of Vert.x: an event is written down once, and to each who follows it is one write
 * on the event loop that has the connection.
 */
@ApplicationScoped
class TallyStreams {
    private static final int METHOD_NOT_ALLOWED = 405;
    private static final int NOT_ACCEPTABLE = 406;
    private static final String PATH = "/v1/polls/:poll/tally/stream";

    private final TallyFeeds feeds;
    private final Database database;

    TallyStreams(TallyFeeds feeds, Database database) {
        this.feeds = feeds;
        this.database = database;
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.GET, PATH).handler(this::open);
        router.route(PATH).handler(TallyStreams::refuse);
    }

    private void open(RoutingContext route) {
        if (!takesEvents(route.request().getHeader(HttpHeaders.ACCEPT))) {
            PollRoutes.refuse(route, Problem.of(NOT_ACCEPTABLE, new RequestRefusal.NotAcceptable()));
            return;
        }
        if (PollRoutes.isAway(route, database)) return;
        PlainRequest.hash(route, "poll").ifPresentOrElse(poll -> open(route, poll), () -> PollRoutes.notFound(route));
    }

    private static boolean takesEvents(@Nullable String accept) {
        return accept == null
                || Stream.of(TallyFollower.EVENTS, "text/*", "*/*").anyMatch(accept::contains);
    }

    private static void refuse(RoutingContext route) {
        route.response().putHeader(HttpHeaders.ALLOW, HttpMethod.GET.name());
        PollRoutes.refuse(route, Problem.of(METHOD_NOT_ALLOWED, new RequestRefusal.MethodNotAllowed()));
    }

    private void open(RoutingContext route, Hash poll) {
        var loop = Objects.requireNonNull(Vertx.currentContext(), "this runs on an event loop");
        // Read before the stream begins: a refusal is then an answer of its own. For a crowd it is read once.
        Uni.createFrom()
                .item(() -> feeds.latest(poll).orElseGet(() -> feeds.now(poll)))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .emitOn(task -> loop.runOnContext(_ -> task.run()))
                .subscribe()
                .with(
                        first -> feeds.follow(poll, first, new TallyFollower(route.response(), loop)),
                        failure -> PollRoutes.refuse(route, failure));
    }
}
