// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Objects;
import org.folkmoot.platform.data.Database;
import org.folkmoot.platform.problems.Problem;
import org.folkmoot.platform.problems.RequestRefusal;
import org.folkmoot.platform.web.PlainRequest;
import org.folkmoot.record.Hash;
import org.folkmoot.voting.PollRoutes;
import org.folkmoot.voting.RefusalProblems;
import org.folkmoot.voting.domain.PollRules;
import org.folkmoot.voting.domain.Refusal;

/**
 * Many ballots in one request: a line in, a line out, in order, while the request is still coming. It is a plain route
 * and not a resource, because a resource would read the whole body before it began to answer.
 */
@ApplicationScoped
class BallotStreams {
    static final String NDJSON = "application/x-ndjson";
    private static final String CONTINUE = "100-continue";
    private static final String UNSUPPORTED = Problem.TYPE + "unsupported-media-type";
    private static final String PATH = "/v1/polls/:poll/ballots/stream";

    private final CastBallot castBallot;
    private final Database database;

    BallotStreams(CastBallot castBallot, Database database) {
        this.castBallot = castBallot;
        this.database = database;
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.POST, PATH).handler(this::open);
    }

    private void open(RoutingContext route) {
        var request = route.request();
        request.pause();
        // Until the stream is taken: what is left of a refused body is not read, so the connection is of no more use.
        route.response().putHeader(HttpHeaders.CONNECTION, "close");
        var type = request.getHeader(HttpHeaders.CONTENT_TYPE);
        if (type == null || !type.startsWith(NDJSON)) {
            PollRoutes.refuse(
                    route,
                    new Problem(UNSUPPORTED, "Unsupported Media Type", 415, new RequestRefusal.UnsupportedMediaType()));
            return;
        }
        if (PollRoutes.isAway(route, database)) return;
        PlainRequest.hash(route, "poll").ifPresentOrElse(poll -> open(route, poll), () -> PollRoutes.notFound(route));
    }

    private void open(RoutingContext route, Hash poll) {
        var loop = Objects.requireNonNull(Vertx.currentContext(), "this runs on an event loop");
        castBallot
                .poll(poll)
                .emitOn(task -> loop.runOnContext(_ -> task.run()))
                .subscribe()
                .with(live -> begin(route, live, loop), failure -> PollRoutes.refuse(route, failure));
    }

    private void begin(RoutingContext route, LivePoll poll, Context loop) {
        if (PollRules.isSlow(poll.method())) {
            PollRoutes.refuse(route, RefusalProblems.of(new Refusal.NoStream(poll.poll())));
            return;
        }
        route.response().headers().remove(HttpHeaders.CONNECTION);
        if (CONTINUE.equalsIgnoreCase(route.request().getHeader(HttpHeaders.EXPECT)))
            route.response().writeContinue();
        new BallotStream(poll, castBallot, route.request(), loop).begin();
    }
}
