// SPDX-License-Identifier: Apache-2.0
package org.folkmoot.voting.casting;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.Objects;
import org.folkmoot.platform.data.Database;
import org.folkmoot.record.Hash;
import org.folkmoot.record.Receipt;
import org.folkmoot.voting.PollRoutes;
import org.jspecify.annotations.Nullable;

/**
 * The short way of a ballot that comes as nearly all do: JSON of an announced length, for which any JSON may come back. It
 * leads past the machinery for resources, which costs as much as reading the request. Whatever else may be asked of HTTP goes
 * on to {@link BallotResource}, which answers ballots and refusals alike.
 */
@ApplicationScoped
class BallotRoute {
    private static final String PATH = "/v1/polls/:poll/ballots";
    private static final String JSON = "application/json;charset=UTF-8";
    private static final int CREATED = 201;

    private final CastBallot castBallot;
    private final Database database;

    BallotRoute(CastBallot castBallot, Database database) {
        this.castBallot = castBallot;
        this.database = database;
    }

    void register(@Observes Router router) {
        router.route(HttpMethod.POST, PATH).handler(this::open);
    }

    private void open(RoutingContext route) {
        var poll = PollRoutes.poll(route);
        if (poll.isPresent() && isPlain(route.request())) take(route, poll.get());
        else route.next();
    }

    private static boolean isPlain(HttpServerRequest request) {
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return MediaType.APPLICATION_JSON.equals(request.getHeader(HttpHeaders.CONTENT_TYPE))
                && request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !request.headers().contains(HttpHeaders.EXPECT)
                && (accept == null || accept.equals(MediaType.WILDCARD) || accept.equals(MediaType.APPLICATION_JSON));
    }

    private void take(RoutingContext route, Hash poll) {
        if (PollRoutes.isAway(route, database)) return;
        var loop = Objects.requireNonNull(Vertx.currentContext(), "this runs on an event loop");
        // A body that breaks off has nobody left who could be answered.
        route.request().body().onSuccess(body -> cast(route, poll, body, loop));
        route.request().resume();
    }

    private void cast(RoutingContext route, Hash poll, Buffer body, Context loop) {
        try {
            // Back to the event loop, which writes the answer: the writer's thread has more to do.
            castBallot
                    .handle(poll, body.getBytes())
                    .whenComplete((receipt, refused) -> loop.runOnContext(_ -> answer(route, receipt, refused)));
        } catch (RuntimeException e) {
            PollRoutes.refuse(route, e);
        }
    }

    private static void answer(RoutingContext route, @Nullable Receipt receipt, @Nullable Throwable refused) {
        if (refused != null) PollRoutes.refuse(route, refused);
        else if (receipt != null)
            route.response()
                    .setStatusCode(CREATED)
                    .putHeader(HttpHeaders.CONTENT_TYPE, JSON)
                    .end(Buffer.buffer(receipt.json()));
    }
}
