// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.reading;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import org.folkmoot.platform.data.Database;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.PollRoutes;

/**
 * Where anyone follows a count. A plain route of Vert.x: an event is written down once, and to each who follows it is one write
 * on the event loop that has the connection.
 */
@ApplicationScoped
class TallyStreams {
    private static final String PATH = "/v1/polls/:poll/tally/stream";

    private final TallyFeeds feeds;
    private final Database database;

    TallyStreams(TallyFeeds feeds, Database database) {
        this.feeds = feeds;
        this.database = database;
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.GET, PATH).handler(this::open);
    }

    private void open(RoutingContext route) {
        if (PollRoutes.isAway(route, database)) return;
        PollRoutes.poll(route).ifPresentOrElse(poll -> open(route, poll), () -> PollRoutes.notFound(route));
    }

    private void open(RoutingContext route, Hash poll) {
        var loop = Objects.requireNonNull(Vertx.currentContext(), "this runs on an event loop");
        // Read before the stream begins: a refusal is then an answer of its own. Of a crowd that comes together only
        // those
        // who are first are read for.
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
